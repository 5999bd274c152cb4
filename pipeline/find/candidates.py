"""A class set in, all findings out: the three kinds side by side, warned about, named apart and in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.find.artefacts import add_warnings
from pipeline.find.choice import choose_candidates, find_repeated_piles
from pipeline.find.craft import find_ways_of_writing
from pipeline.find.doubt import hold_back, weigh_doubt
from pipeline.find.ideas import find_shared_ideas
from pipeline.find.model_answer import compare_with_model
from pipeline.find.name import tell_apart
from pipeline.find.order import keep_written, order_candidates, sort_class_set
from pipeline.find.piles import find_first_sort, is_sorted_on_words
from pipeline.records.patterns import Candidate, ClassSet, Findings
from pipeline.settings import FindingSettings


def find_candidates(class_set: ClassSet, settings: FindingSettings) -> Findings:
    """Return what was found in `class_set`, the same whatever the order of its pieces.

    Below `settings.fewest_pieces` pieces with words on them nothing is looked for, and a warning says so.
    Raises InputError where the vectors come from two embedders.
    """
    ordered = sort_class_set(class_set)
    pieces = tuple(sorted(transcript.piece for transcript in ordered.transcripts))
    written = keep_written(ordered)
    model_ideas = compare_with_model(written)
    count = len(written.transcripts)
    if count < settings.fewest_pieces:
        return Findings(pieces, (), pieces, (_say_too_few(count, settings.fewest_pieces),), model_ideas)
    piles, not_sorted = find_first_sort(ordered, settings)
    found = (*piles, *find_shared_ideas(ordered, settings), *find_ways_of_writing(written, settings))
    is_short = is_sorted_on_words(written, settings)
    warned = weigh_doubt(add_warnings(found, ordered), ordered)
    best_first = sorted(warned, key=lambda one: (one.rests_on_doubt, not one.is_reliable))
    chosen = choose_candidates(best_first, count, is_short=is_short)
    candidates = order_candidates(chosen, is_short=is_short)
    repeated = find_repeated_piles(candidates)
    candidates = hold_back(sorted(candidates, key=lambda one: one.id in repeated))
    warnings = _warn(candidates, len(pieces), count)
    return Findings(pieces, _name_apart(candidates), tuple(sorted(not_sorted)), warnings, model_ideas)


def _name_apart(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    names = tell_apart([candidate.name for candidate in candidates])
    return tuple(replace(candidate, name=name) for candidate, name in zip(candidates, names, strict=True))


def _warn(candidates: Sequence[Candidate], pieces: int, written: int) -> tuple[str, ...]:
    warnings = []
    if written < pieces:
        warnings.append(f"{_count(pieces - written)} without words on them: nothing was looked for there.")
    if not candidates:
        warnings.append(f"No clear pattern in these {pieces} pieces.")
    elif not any(candidate.is_reliable for candidate in candidates):
        warnings.append("Nothing here is steadier than chance would be; look at these as places to start.")
    return tuple(warnings)


def _say_too_few(count: int, fewest: int) -> str:
    have = "only 1 piece has" if count == 1 else f"only {count} pieces have"
    return f"Too few pieces to look for patterns: {have} words on them, and it takes {fewest}. All else can be used."


def _count(pieces: int) -> str:
    return "1 piece is" if pieces == 1 else f"{pieces} pieces are"
