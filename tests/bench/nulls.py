"""How often something is called reliable where there is nothing, for each kind on sets made for that kind's own null.

    python -m tests.bench.nulls [--kinds NAME …] [--sets 100 70 40] [--first 0] [--embedder hashed] [--cache DIR]

pile-rows    rows of short answers' covariance, no piles in them      pile-words   answers with their words dealt anew
pile-seen    essays, sentences dealt anew                              idea-words   answers with their words dealt anew
idea-rows    passages' covariance, dealt to the same students          idea-long    essays with their words dealt anew
idea-none    answers where every sentence is a single student's        idea-none-long  the same of essays
craft        essays, sentences dealt anew                              craft-short  answers, sentences dealt anew

Passages themselves dealt to other students are no null for ideas: those that say the same still do, whoever has them.
Words dealt anew make no sentences, so the finding of ideas has to hold as well on whole sentences by people that have
nothing to do with each other (idea-none): a sentence of the bank stands in two pieces at most.
The line of a size gives the share of sets with anything of that kind reliable, and its 95 % interval (Clopper-Pearson).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import binomtest

from pipeline.find import ideas, piles
from pipeline.find.craft import find_ways_of_writing
from pipeline.find.cutting import sort_rows
from pipeline.find.idea_groups import find_groups
from pipeline.find.idea_steadiness import lay_ground, measure_ideas
from pipeline.find.order import keep_written, sort_class_set
from pipeline.find.pile_steadiness import measure_word_piles
from pipeline.find.spaces import build_passage_rows, build_piece_rows
from pipeline.find.steadiness import is_above, learn_null
from pipeline.records.patterns import Candidate, ClassSet
from pipeline.settings import FindingSettings
from pipeline.walk.find import assemble_set, type_transcript
from tests.bench.shelf import FolderShelf
from tests.planted.bank import TASKS
from tests.planted.dealt import deal_sentences, deal_words
from tests.planted.sets import SetSpec, make_set

SIZES = (25, 60, 120)
ESSAYS, ANSWERS = False, True


@dataclass(frozen=True, slots=True)
class Trial:
    """One set to be made: its number of pieces, its seed, and what finding needs."""

    pieces: int
    seed: int
    settings: FindingSettings
    shelf: FolderShelf

    @property
    def task(self) -> str:
        """The task of the bank, each in turn."""
        return TASKS[self.seed % len(TASKS)]

    def write(self, *, is_short: bool) -> dict[str, str]:
        """Return the texts of a set with planted patterns."""
        return make_set(SetSpec(self.task, self.pieces, is_short, 0.0, self.seed)).texts

    def leave_alone(self, *, is_short: bool) -> ClassSet:
        """Return a set where nothing is shared."""
        spec = SetSpec(self.task, self.pieces, is_short, 0.0, self.seed)
        return self.assemble(make_set(spec, has_patterns=False).texts)

    def assemble(self, texts: Mapping[str, str]) -> ClassSet:
        """Return all that finding works on."""
        transcripts = [type_transcript(code, text) for code, text in texts.items()]
        task = make_set(SetSpec(self.task, 25, ANSWERS, 0.0, 0)).task
        return keep_written(sort_class_set(assemble_set(transcripts, task, self.settings, self.shelf)))

    def deal(self, *, is_short: bool) -> ClassSet:
        """Return a set whose words are dealt anew."""
        return self.assemble(deal_words(self.write(is_short=is_short), random.Random(self.seed)))  # noqa: S311

    def exchange(self, *, is_short: bool) -> ClassSet:
        """Return a set whose sentences are dealt anew."""
        return self.assemble(deal_sentences(self.write(is_short=is_short), random.Random(self.seed)))  # noqa: S311


def try_pile_rows(trial: Trial) -> bool:
    """Say whether a pile of rows without piles is reliable."""
    like = learn_null(build_piece_rows(trial.assemble(trial.write(is_short=ANSWERS))))
    sort = sort_rows(like.draw(np.random.default_rng(trial.seed)))
    return any(is_above(one) for one in measure_word_piles(sort, trial.settings, np.random.default_rng(0)))


def try_pile_seen(trial: Trial) -> bool:
    """Say whether the piles of essays are reliable whose sentences were dealt anew."""
    return _is_any_reliable(piles.find_first_sort(trial.exchange(is_short=ESSAYS), trial.settings)[0])


def try_pile_words(trial: Trial) -> bool:
    """Say whether a pile of answers is reliable whose words were dealt anew."""
    return _is_any_reliable(piles.find_first_sort(trial.deal(is_short=ANSWERS), trial.settings)[0])


def try_idea_rows(trial: Trial) -> bool:
    """Say whether an idea is reliable among rows like passages, dealt to the passages' students and words."""
    written = ideas.keep_own_wording(trial.assemble(trial.write(is_short=trial.seed % 2 == 0)))
    drawn = learn_null(build_passage_rows(written)).draw(np.random.default_rng(trial.seed + 1000))
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    owners, fewest = ideas._number_owners(written.passages), trial.settings.fewest_students_an_idea
    span = (fewest, max(fewest, round(ideas.MOST_SHARE * len(written.transcripts))))
    similarity = drawn @ drawn.T
    groups = find_groups(similarity, owners, trial.settings.seed)
    chosen = ideas.choose_ideas(groups, owners, span, np.ones(len(owners)))
    ground = lay_ground(ideas._list_content(written), owners, similarity)
    return any(one.is_sure for one in measure_ideas(ground, chosen))


def try_idea_words(trial: Trial) -> bool:
    """Say whether an idea is reliable in answers whose words were dealt anew."""
    return _is_any_reliable(ideas.find_shared_ideas(trial.deal(is_short=ANSWERS), trial.settings))


def try_idea_long(trial: Trial) -> bool:
    """Say the same of essays."""
    return _is_any_reliable(ideas.find_shared_ideas(trial.deal(is_short=ESSAYS), trial.settings))


def try_idea_none(trial: Trial) -> bool:
    """Say whether an idea is reliable in answers where nothing is shared."""
    return _is_any_reliable(ideas.find_shared_ideas(trial.leave_alone(is_short=ANSWERS), trial.settings))


def try_idea_none_long(trial: Trial) -> bool:
    """Say the same of essays."""
    return _is_any_reliable(ideas.find_shared_ideas(trial.leave_alone(is_short=ESSAYS), trial.settings))


def try_craft(trial: Trial) -> bool:
    """Say whether a way of writing is reliable in essays whose sentences were dealt anew."""
    return _is_any_reliable(find_ways_of_writing(trial.exchange(is_short=ESSAYS), trial.settings))


def try_craft_short(trial: Trial) -> bool:
    """Say the same of answers."""
    return _is_any_reliable(find_ways_of_writing(trial.exchange(is_short=ANSWERS), trial.settings))


TRIALS: dict[str, Callable[[Trial], bool]] = {
    "pile-rows": try_pile_rows,
    "pile-seen": try_pile_seen,
    "pile-words": try_pile_words,
    "idea-rows": try_idea_rows,
    "idea-words": try_idea_words,
    "idea-long": try_idea_long,
    "idea-none": try_idea_none,
    "idea-none-long": try_idea_none_long,
    "craft": try_craft,
    "craft-short": try_craft_short,
}


def main() -> None:
    """Print the table."""
    options = read_options()
    settings, shelf, first = FindingSettings(embedder=options.embedder), FolderShelf(options.cache), options.first
    print(f"{'kind':<14} {'pieces':>6} {'sets':>5} {'reliable':>8} {'share %':>8}  95 % interval")
    for name in options.kinds:
        told = []
        for pieces, sets in zip(SIZES, options.sets, strict=True):
            found = sum(TRIALS[name](Trial(pieces, seed, settings, shelf)) for seed in range(first, first + sets))
            told.append((found, sets))
            print(write_line(name, str(pieces), found, sets), flush=True)
        print(write_line(name, "all", sum(found for found, _ in told), sum(sets for _, sets in told)), flush=True)


def write_line(name: str, pieces: str, found: int, sets: int) -> str:
    """Return a line of the table."""
    if not sets:
        return f"{name:<14} {pieces:>6} {sets:>5}"
    low, high = binomtest(found, sets).proportion_ci()
    return f"{name:<14} {pieces:>6} {sets:>5} {found:>8} {100 * found / sets:>8.1f}  {100 * low:.1f}-{100 * high:.1f}"


def read_options() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kinds", nargs="+", choices=[*TRIALS], default=[*TRIALS])
    parser.add_argument("--sets", type=int, nargs=len(SIZES), default=[100, 70, 40], help="so many sets a size")
    parser.add_argument("--first", type=int, default=0, help="the first seed: later ones no threshold was set on")
    parser.add_argument("--embedder", default="hashed")
    parser.add_argument("--cache", type=Path)
    return parser.parse_args()


def _is_any_reliable(candidates: Sequence[Candidate]) -> bool:
    return any(one.is_reliable for one in candidates)


if __name__ == "__main__":
    main()
