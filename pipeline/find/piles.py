"""A class set in, its first sort out: piles a teacher can start from, and what is not sorted yet.

Short answers are sorted on what they say (vectors beside character n-grams). Vectors of essays that answer one prompt
sort them hardly better than chance, so longer pieces are sorted by two things side by side: how far the written
language is grown, by observations with length held constant, and how much was written. Two, so that short pieces that
are written well and long ones that are not are no neighbours: it is a place to start from, and no mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.find.cutting import Sort, sort_growth_rows, sort_rows
from pipeline.find.describe import PileView, describe_by_observations, describe_by_words, describe_growth
from pipeline.find.families import list_families, measure_growth, standardise
from pipeline.find.order import keep_written, name_content, sort_class_set
from pipeline.find.pile_steadiness import measure_growth_piles, measure_word_piles
from pipeline.find.spaces import build_observation_rows, build_piece_rows, count_words, is_short_set, tabulate_strengths
from pipeline.find.steadiness import is_above
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Steadiness
from pipeline.settings import FindingSettings

BASIS_WORDS = "What the answers say: pieces with similar wording and meaning lie together."
BASIS_OBSERVATIONS = "How the pieces are written: pieces alike in what can be observed, length held constant."
BASIS_GROWTH = (
    "How much is written, and how: the words chosen, how they are put together, how ideas are linked, how sentences "
    "are filled in and where they stop, each observed with length held constant. A place to start from, and no mark."
)


def find_first_sort(class_set: ClassSet, settings: FindingSettings) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """Return the piles, steadiest first, and the codes of the pieces that fit in none.

    Below `settings.fewest_pieces` pieces with words on them there are no piles.
    """
    everyone = sort_class_set(class_set)
    written = keep_written(everyone)
    if len(written.transcripts) < settings.fewest_pieces:
        return (), tuple(transcript.piece for transcript in everyone.transcripts)
    candidates = _sort_written(written, settings)
    sorted_codes = {member.piece for candidate in candidates for member in candidate.members}
    left = tuple(one.piece for one in everyone.transcripts if one.piece not in sorted_codes)
    return tuple(sorted(candidates, key=_rank_pile)), left


def is_sorted_on_words(class_set: ClassSet, settings: FindingSettings) -> bool:
    """Whether the pieces are short answers (by the median), or nothing was observed on them."""
    return is_short_set(class_set, settings) or not class_set.kinds


def _sort_written(class_set: ClassSet, settings: FindingSettings) -> list[Candidate]:
    if is_sorted_on_words(class_set, settings):
        sort = sort_rows(build_piece_rows(class_set))
        views, basis, rule = describe_by_words(class_set, sort.rows, sort.groups), BASIS_WORDS, "sorted on words"
    elif list_families([kind.key for kind in class_set.kinds]):
        return _sort_growth(class_set, settings)
    else:
        sort = sort_rows(build_observation_rows(class_set))
        views = describe_by_observations(class_set, sort.rows, sort.groups)
        basis, rule = BASIS_OBSERVATIONS, "sorted on observations"
    steadiness = measure_word_piles(sort, settings, np.random.default_rng(settings.seed))
    return [_make_candidate(view, one, basis, rule) for view, one in zip(views, steadiness, strict=True)]


def _sort_growth(class_set: ClassSet, settings: FindingSettings) -> list[Candidate]:
    sort = sort_growth(class_set)
    judged = measure_growth_piles(class_set, settings)
    views = describe_growth(class_set, sort.rows, sort.groups)
    made = (_make_candidate(view, judged.steadiness, BASIS_GROWTH, "sorted on growth") for view in views)
    return [replace(pile, is_reliable=judged.is_reliable) for pile in made]


def sort_growth(class_set: ClassSet) -> Sort:
    """Return longer pieces by how their language is grown, length held constant, and how much was written."""
    table = tabulate_strengths(class_set)
    log_words = np.log1p(count_words(class_set.transcripts))
    growth = measure_growth({kind.key: table[:, at] for at, kind in enumerate(class_set.kinds)}, log_words)
    rows = np.column_stack([join_growth(growth), standardise(log_words)])
    return sort_growth_rows(np.asarray(np.round(rows, 6)))


def join_growth(growth: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return the `growth` in each family, (n,) each, as one axis (n,): each family counts as how much was written does.

    The axis is as long as the families agree: of families that have nothing to do with each other as long as of one.
    """
    return np.asarray(np.sum(growth, axis=0) / np.sqrt(len(growth)))


def _make_candidate(view: PileView, steadiness: Steadiness, basis: str, rule: str) -> Candidate:
    return Candidate(
        id=name_content(CandidateKind.PILE, rule, view.members),
        kind=CandidateKind.PILE,
        group="first sort",
        name=view.name,
        basis=f"{basis} {view.basis}".strip(),
        members=view.members,
        steadiness=steadiness,
        is_reliable=is_above(steadiness),
        rule=rule,
    )


def _rank_pile(candidate: Candidate) -> tuple[bool, float, str]:
    return (not candidate.is_reliable, -candidate.steadiness.value * len(candidate.members) ** 0.5, candidate.id)
