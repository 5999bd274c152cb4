"""A class set in, its first sort out: piles a teacher can start from, and what is not sorted yet.

Short answers are sorted on what they say (vectors beside character n-grams), longer pieces on how they are written
(observations, length held constant): vectors of essays that answer one prompt sort them hardly better than chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.describe import PileView, describe_by_observations, describe_by_words
from pipeline.find.order import keep_written, name_content, sort_class_set
from pipeline.find.spaces import build_observation_rows, build_piece_rows, is_short_set
from pipeline.find.steadiness import compress_rows, is_above, judge, learn_null, measure_holding, say_looks
from pipeline.find.tree import cut_tree, grow_ward, measure_silhouettes
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Steadiness
from pipeline.settings import FindingSettings

PIECES_A_PILE, MOST_PILES = 10, 8
PIECES_FOR_THREE_PILES = 12
NULL_SILHOUETTES = 10
FENCE = 3.0
"""Tukey's outer fence (1977): a piece so many quartile ranges farther from its pile's centre than most fits nowhere."""

BASIS_WORDS = "What the answers say: pieces with similar wording and meaning lie together."
BASIS_OBSERVATIONS = "How the pieces are written: pieces alike in what can be observed, length held constant."


@dataclass(frozen=True, slots=True, eq=False)
class Sort:
    """A class set cut into piles: `groups` of row numbers in `rows` (n, d), `alone` the rows that fit nowhere."""

    rows: NDArray[np.float64]
    groups: tuple[NDArray[np.intp], ...]
    alone: NDArray[np.intp]
    count: int


def find_first_sort(class_set: ClassSet, settings: FindingSettings) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """Return the piles, steadiest first, and the codes of the pieces that fit in none.

    Below `settings.fewest_pieces` pieces with words on them there are no piles.
    """
    everyone = sort_class_set(class_set)
    written = keep_written(everyone)
    pieces = [transcript.piece for transcript in written.transcripts]
    if len(pieces) < settings.fewest_pieces:
        return (), tuple(transcript.piece for transcript in everyone.transcripts)
    is_short = is_sorted_on_words(written, settings)
    rng = np.random.default_rng(settings.seed)
    sort = sort_rows(build_piece_rows(written), rng) if is_short else _sort_observed(written)
    candidates = _make_candidates(written, sort, _measure_piles(sort, settings, rng), is_short=is_short)
    sorted_codes = {member.piece for candidate in candidates for member in candidate.members}
    left = tuple(one.piece for one in everyone.transcripts if one.piece not in sorted_codes)
    return tuple(sorted(candidates, key=_rank_pile)), left


def is_sorted_on_words(class_set: ClassSet, settings: FindingSettings) -> bool:
    """Whether the pieces are short answers (by the median), or nothing was observed on them."""
    return is_short_set(class_set, settings) or not class_set.kinds


def sort_rows(rows: NDArray[np.float64], rng: np.random.Generator) -> Sort:
    """Return `rows` (n, d) cut into piles by Ward's tree.

    The number of piles is the smallest whose mean silhouette exceeds that of rows with the same covariance by as
    much as the best does, less one standard deviation.
    """
    turned = compress_rows(rows)
    return _cut_sort(turned, _choose_count(turned, rng))


def _sort_observed(class_set: ClassSet) -> Sort:
    # Ways of writing shade into each other, so no number of piles stands out: as many as can be looked at say most.
    rows = build_observation_rows(class_set)
    return _cut_sort(rows, _list_counts(len(rows))[-1])


def _cut_sort(rows: NDArray[np.float64], count: int) -> Sort:
    labels = cut_tree(grow_ward(rows), count)
    far = _find_far(rows, labels)
    groups = [np.flatnonzero((labels == label) & ~far) for label in np.unique(labels)]
    piles = tuple(group for group in groups if len(group) > 1)
    inside = np.concatenate(piles) if piles else np.zeros(0, dtype=np.intp)
    return Sort(rows, piles, np.setdiff1d(np.arange(len(rows)), inside), count)


def _choose_count(rows: NDArray[np.float64], rng: np.random.Generator) -> int:
    counts = _list_counts(len(rows))
    if len(counts) == 1:
        return counts[0]
    like = learn_null(rows)
    null = np.array([_measure_cuts(like.draw(rng), counts) for _ in range(NULL_SILHOUETTES)])
    excess = np.round(_measure_cuts(rows, counts) - null.mean(axis=0), 6)
    best = int(excess.argmax())
    return counts[int(np.argmax(excess >= excess[best] - null[:, best].std()))]


def _list_counts(pieces: int) -> range:
    fewest = 3 if pieces >= PIECES_FOR_THREE_PILES else 2
    return range(fewest, max(fewest, min(MOST_PILES, pieces // PIECES_A_PILE)) + 1)


def _measure_cuts(rows: NDArray[np.float64], counts: range) -> NDArray[np.float64]:
    from scipy.spatial.distance import pdist, squareform

    apart = squareform(pdist(rows))
    merges = grow_ward(rows)
    return np.array([measure_silhouettes(apart, cut_tree(merges, count)).mean() for count in counts])


def _find_far(rows: NDArray[np.float64], labels: NDArray[np.intp]) -> NDArray[np.bool_]:
    centres = np.array([rows[labels == label].mean(axis=0) for label in np.unique(labels)])
    apart = np.linalg.norm(rows[:, None, :] - centres[None, :, :], axis=2).min(axis=1)
    low, high = np.quantile(apart, [0.25, 0.75])
    return np.asarray(apart > high + FENCE * (high - low) + 1e-9)


def _cut_rows(rows: NDArray[np.float64], count: int) -> list[NDArray[np.intp]]:
    labels = cut_tree(grow_ward(rows), count)
    return [np.flatnonzero(labels == label) for label in np.unique(labels)]


def _measure_piles(sort: Sort, settings: FindingSettings, rng: np.random.Generator) -> list[Steadiness]:
    def measure(rows: NDArray[np.float64], groups: Sequence[NDArray[np.intp]]) -> NDArray[np.float64]:
        return measure_holding(len(rows), groups, lambda seen: _cut_rows(rows[seen], sort.count), rng)

    like = learn_null(sort.rows)
    drawn = [like.draw(rng) for _ in range(max(20, settings.resamples // 2))]
    null = np.array([measure(rows, _cut_rows(rows, sort.count)).mean(axis=1).max() for rows in drawn])
    return [_describe_steadiness(one, null) for one in measure(sort.rows, sort.groups)]


def _describe_steadiness(holding: NDArray[np.float64], null: NDArray[np.float64]) -> Steadiness:
    value = float(holding.mean())
    mean, high, share = judge(value, null)
    looks = say_looks(holding)
    sentence = f"{looks}, more than chance" if value > high else f"{looks}, no more than chance would give: weak"
    return Steadiness(
        statistic="mean Jaccard with the nearest pile over looks at four fifths of the pieces",
        value=round(value, 4),
        null="the steadiest pile of rows with the same covariance and no piles in them",
        null_mean=round(mean, 4),
        null_95=round(high, 4),
        p=round(share, 4),
        sentence=sentence[0].upper() + sentence[1:] + ".",
    )


def _make_candidates(
    class_set: ClassSet, sort: Sort, steadiness: list[Steadiness], *, is_short: bool
) -> list[Candidate]:
    describe = describe_by_words if is_short else describe_by_observations
    views = describe(class_set, sort.rows, sort.groups)
    basis = BASIS_WORDS if is_short else BASIS_OBSERVATIONS
    rule = "sorted on words" if is_short else "sorted on observations"
    return [_make_candidate(view, one, basis, rule) for view, one in zip(views, steadiness, strict=True)]


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
