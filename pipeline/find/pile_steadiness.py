"""A first sort in, how steady its piles are out: each way of sorting beside the null that fits it.

Piles of short answers are cut again out of four fifths of the pieces, beside two nulls: rows with the same covariance
and no piles, and the set's own rows with each axis dealt out anew, which keep how unevenly words fall (parallel
analysis by permutation: Horn 1965; Buja and Eyuboglu 1992). Longer pieces lie along one axis, so the question is
whether the axis belongs to the pieces: whether two halves of a piece agree on it, length held constant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.find.craft_steadiness import NOT_JUDGED, judge_halves
from pipeline.find.cutting import Sort, cut_means
from pipeline.find.families import list_families, measure_growth
from pipeline.find.halves import SeenAgain, SeesAgain, join_halves, list_halved, see_again
from pipeline.find.spaces import count_words
from pipeline.find.steadiness import judge, learn_null, measure_holding, say_looks
from pipeline.records.patterns import ClassSet, Steadiness
from pipeline.settings import FindingSettings

STARTS_AGAIN = 3
FEWEST_DRAWS = 20


def measure_word_piles(sort: Sort, settings: FindingSettings, rng: np.random.Generator) -> list[Steadiness]:
    """Return how steady each pile of `sort` is, judged by the stricter of its two nulls."""
    count = max(1, len(sort.groups))
    like = learn_null(sort.rows)
    draws = max(FEWEST_DRAWS, settings.resamples // 2)
    makers = (lambda: like.draw(rng), lambda: rng.permuted(sort.rows, axis=0))
    nulls = [np.array([_measure_best(make(), count, rng) for _ in range(draws)]) for make in makers]
    strict = max(nulls, key=lambda null: float(np.quantile(null, 0.95)))
    holding = _measure_holding(sort.rows, sort.groups, count, rng)
    return [_describe_steadiness(one, strict) for one in holding]


def measure_growth_piles(class_set: ClassSet, settings: FindingSettings) -> Steadiness:
    """Return how steady the axis is along which longer pieces are sorted: whether halves of a piece agree on it."""
    again = {kind.key: see_again(kind, class_set) for kind in class_set.kinds if isinstance(kind, SeesAgain)}
    shown = {key: again[key] for _, keys in list_families(again) for key in keys}
    rows = list_halved([*shown.values()])
    if not rows:
        return NOT_JUDGED.steadiness
    log_words = np.log1p(count_words(class_set.transcripts))[rows]
    sides = [_measure_side(shown, rows, log_words, side) for side in (0, 1)]
    return judge_halves(np.column_stack(sides), log_words, settings).steadiness


def _measure_side(
    shown: Mapping[str, Sequence[SeenAgain]], rows: Sequence[int], log_words: NDArray[np.float64], side: int
) -> NDArray[np.float64]:
    halves = {key: join_halves([seen], rows, log_words)[:, side] for key, seen in shown.items()}
    return np.asarray(np.mean(measure_growth(halves, log_words), axis=0))


def _measure_holding(
    rows: NDArray[np.float64], groups: Sequence[NDArray[np.intp]], count: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    return measure_holding(len(rows), groups, lambda seen: _cut_rows(rows[seen], count), rng)


def _measure_best(rows: NDArray[np.float64], count: int, rng: np.random.Generator) -> float:
    return float(_measure_holding(rows, _cut_rows(rows, count), count, rng).mean(axis=1).max())


def _cut_rows(rows: NDArray[np.float64], count: int) -> list[NDArray[np.intp]]:
    labels = cut_means(rows, count, STARTS_AGAIN)
    return [np.flatnonzero(labels == label) for label in np.unique(labels)]


def _describe_steadiness(holding: NDArray[np.float64], null: NDArray[np.float64]) -> Steadiness:
    value = float(holding.mean())
    mean, high, share = judge(value, null)
    looks = say_looks(holding)
    sentence = f"{looks}, more than chance" if value > high else f"{looks}, no more than chance would give: weak"
    return Steadiness(
        statistic="mean Jaccard with the nearest pile over looks at four fifths of the pieces",
        value=round(value, 4),
        null="the steadiest pile of rows with the same covariance, or the same axes, and no piles in them",
        null_mean=round(mean, 4),
        null_95=round(high, 4),
        p=round(share, 4),
        sentence=sentence[0].upper() + sentence[1:] + ".",
    )
