"""Rows and groups out of them in, how steady each group is out: a statistic beside the null that fits its kind.

A group always looks steady to whoever cut it. So the same cutting is done on rows that have no groups in them
(Gaussian, with the set's own mean and covariance), and a group counts as reliable only above the 95th percentile of
the *best* group of each of those sets: looking at many groups is paid for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.records.patterns import Steadiness

LOOKS = 10
LOOK_SHARE = 0.8
MOST_P = 0.05
FEWEST_SHARING, SHARING_PIECES = 4, 1 / 12
"""People who write about anything at all still have words in common ("the teacher … the students"): so many of them are
needed at least for a steady term, and such a share of the pieces."""

HOLDS_FROM = 0.5
"""A group holds in a look when its Jaccard with the nearest group there is above one half (Hennig 2007)."""

Grouping = Callable[[NDArray[np.intp]], list[NDArray[np.intp]]]
"""Row numbers in, groups of places within them out."""


@dataclass(frozen=True, slots=True, eq=False)
class CovarianceNull:
    """Gaussian rows with the mean and covariance of a set's rows: mean (d,), axes (rank, d), scaled."""

    count: int
    mean: NDArray[np.float64]
    axes: NDArray[np.float64]

    def draw(self, rng: np.random.Generator) -> NDArray[np.float64]:
        """Return `count` rows, shape (count, d)."""
        return np.asarray(self.mean + rng.standard_normal((self.count, len(self.axes))) @ self.axes)


def learn_null(rows: NDArray[np.float64]) -> CovarianceNull:
    """Return the null of `rows` (n, d)."""
    mean = rows.mean(axis=0)
    _, sizes, axes = np.linalg.svd(rows - mean, full_matrices=False)
    return CovarianceNull(len(rows), mean, axes * (sizes / np.sqrt(len(rows)))[:, None])


def measure_holding(
    count: int, groups: Sequence[NDArray[np.intp]], make_groups: Grouping, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Return the Jaccard of each group with the nearest one in each look at four fifths of `count` rows.

    Shape (len(groups), LOOKS). Clusterwise stability of Hennig (2007), by subsets.
    """
    found = np.zeros((len(groups), LOOKS))
    for look in range(LOOKS):
        seen = np.sort(rng.permutation(count)[: max(3, round(LOOK_SHARE * count))])
        again = [seen[places] for places in make_groups(seen)]
        for at, group in enumerate(groups):
            found[at, look] = _find_best_jaccard(np.intersect1d(group, seen), again, count)
    return found


def judge(value: float, null: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return the null's mean, its 95th percentile, and the share of draws (with the value itself) at least `value`."""
    share = (1 + int((null >= value).sum())) / (1 + len(null))
    return float(null.mean()), float(np.quantile(null, 0.95)), share


def is_above(steadiness: Steadiness) -> bool:
    """Whether the statistic lies above the 95th percentile of its null, and at most one draw in twenty reaches it."""
    return bool(steadiness.value > steadiness.null_95 and steadiness.p <= MOST_P)


def is_shared(students: int, pieces: int) -> bool:
    """Whether so many `students` of a set of `pieces` are more than sets of unrelated sentences have by themselves."""
    return students >= max(FEWEST_SHARING, SHARING_PIECES * pieces)


def say_looks(holding: NDArray[np.float64]) -> str:
    """Return "holds in 8 of 10 looks" for Jaccards (looks,)."""
    return f"holds in {int((holding > HOLDS_FROM).sum())} of {len(holding)} looks"


def _find_best_jaccard(group: NDArray[np.intp], others: Sequence[NDArray[np.intp]], count: int) -> float:
    if not len(group) or not others:
        return 0.0
    inside = np.zeros(count, dtype=np.bool_)
    inside[group] = True
    shared = np.array([int(inside[other].sum()) for other in others])
    sizes = np.array([len(other) for other in others])
    return float((shared / (sizes + len(group) - shared)).max())
