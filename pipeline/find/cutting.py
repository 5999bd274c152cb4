"""Rows in, a first sort of them out: few big piles that stay the same when letters are misread.

Ward's tree on all dimensions changes piles with every few letters. What a few piles can show lies in few dimensions:
the first k - 1 principal components are the relaxed solution of k-means for k groups (Ding and He 2004), and in them
misreadings average out. Where to stop is a hard border that misreadings push components over, so they fade out instead:
each counts by the share of the variance it has of the first one's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PILES, PIECES_FOR_THREE_PILES = 3, 12
STARTS, ROUNDS = 20, 50
SMALLEST_SHARE = 0.1
FADING_AXES = 20
PIECES_FOR_FOUR_PILES = 20
"""Longer pieces alone. In sets of 120, five piles say no more of how the pieces are written and are less steady."""

GROWTH_STARTS = 100
"""Longer pieces lie in one cloud, where cuts are nearly as good as each other: the best has to be found."""

FENCE = 3.0
"""Tukey's outer fence (1977): a piece so many quartile ranges farther from its pile's centre than most fits nowhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Sort:
    """A class set cut into piles: `groups` of row numbers, `alone` the rows that fit nowhere.

    `rows` (n, d) is what was cut; `axes` (n, at most one less than there are piles to be) its first dimensions, not
    faded, in which it is judged.
    """

    rows: NDArray[np.float64]
    axes: NDArray[np.float64]
    groups: tuple[NDArray[np.intp], ...]
    alone: NDArray[np.intp]


def sort_rows(rows: NDArray[np.float64]) -> Sort:
    """Return `rows` (n, d) cut into piles by k-means in their principal components, which fade out."""
    count = count_piles(len(rows))
    turned = turn_rows(rows, FADING_AXES)
    faded, axes = _fade(turned), turned[:, : count - 1]
    labels = cut_means(faded, count)
    far = _find_far(axes, labels)
    groups = [np.flatnonzero((labels == label) & ~far) for label in np.unique(labels)]
    piles = tuple(group for group in groups if len(group) > 1)
    inside = np.concatenate(piles) if piles else np.zeros(0, dtype=np.intp)
    return Sort(faded, axes, piles, np.setdiff1d(np.arange(len(rows)), inside))


def sort_growth_rows(rows: NDArray[np.float64]) -> Sort:
    """Return longer pieces cut by k-means on `rows` (n, 2): how the language is grown, and how much was written."""
    labels = cut_means(rows, count_growth_piles(len(rows)), GROWTH_STARTS)
    groups = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    piles = tuple(group for group in groups if len(group) > 1)
    inside = np.concatenate(piles) if piles else np.zeros(0, dtype=np.intp)
    return Sort(rows, rows, piles, np.setdiff1d(np.arange(len(rows)), inside))


def count_piles(pieces: int) -> int:
    """Return how many piles a class set of so many pieces is cut into."""
    return PILES if pieces >= PIECES_FOR_THREE_PILES else PILES - 1


def count_growth_piles(pieces: int) -> int:
    """Return how many piles a class set of so many longer pieces is cut into."""
    return PILES + 1 if pieces >= PIECES_FOR_FOUR_PILES else count_piles(pieces)


def turn_rows(rows: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Return `rows` (n, d) on their first `width` principal components, shape (n, at most width)."""
    left, sizes, axes = np.linalg.svd(rows - rows.mean(axis=0), full_matrices=False)
    signs = np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])
    return np.asarray(np.round((left * sizes * signs)[:, :width], 6))


def _fade(turned: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the principal components `turned` (n, d), each times its share of the first one's variance."""
    variances = turned.var(axis=0)
    return np.asarray(np.round(turned * variances / variances[0], 6)) if variances[0] > 0 else turned


def cut_means(rows: NDArray[np.float64], count: int, starts: int = STARTS) -> NDArray[np.intp]:
    """Return the label of each of `rows` (n, d): k-means (Lloyd 1982), the tightest of `starts`, all run side by side.

    Of the starts, those come first that leave no pile smaller than a tenth of the rows. For a few dozen rows in two
    dimensions the libraries' k-means spend ten times as long on being called.
    """
    distinct = min(count, len(np.unique(rows, axis=0)))
    centres = np.stack([_choose_centres(rows, distinct, start) for start in range(starts)])
    labels, spreads = _assign(rows, centres)
    for _ in range(ROUNDS):
        centres = _move_centres(rows, labels, centres)
        before = labels
        labels, spreads = _assign(rows, centres)
        if (labels == before).all():
            break
    best = min(range(starts), key=lambda at: (_has_crumb(labels[at], count), round(float(spreads[at]), 6)))
    return np.asarray(labels[best], dtype=np.intp)


def _choose_centres(rows: NDArray[np.float64], count: int, start: int) -> NDArray[np.float64]:
    """Return `count` of the rows, far from each other (k-means++: Arthur and Vassilvitskii 2007); shape (count, d)."""
    rng = np.random.default_rng(start)
    chosen = [int(rng.integers(len(rows)))]
    apart = ((rows - rows[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < count:
        drawn = np.searchsorted(apart.cumsum(), rng.random() * apart.sum(), side="right")
        chosen.append(min(int(drawn), len(rows) - 1))
        apart = np.minimum(apart, ((rows - rows[chosen[-1]]) ** 2).sum(axis=1))
    return rows[chosen]


def _assign(rows: NDArray[np.float64], centres: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return each row's nearest centre in each start, shape (starts, n), and the sums of squares (starts,)."""
    apart = ((rows[None, :, None, :] - centres[:, None, :, :]) ** 2).sum(axis=3)
    return apart.argmin(axis=2), apart.min(axis=2).sum(axis=1)


def _move_centres(
    rows: NDArray[np.float64], labels: NDArray[np.intp], centres: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the means of what was assigned, shape (starts, count, d); a centre that has nothing stays."""
    belongs = (labels[:, :, None] == np.arange(centres.shape[1])).astype(np.float64)
    sizes = belongs.sum(axis=1)[:, :, None]
    means = np.einsum("snk,nd->skd", belongs, rows) / np.maximum(sizes, 1.0)
    return np.asarray(np.where(sizes > 0, means, centres))


def _has_crumb(labels: NDArray[np.intp], count: int) -> bool:
    return bool(np.bincount(labels, minlength=count).min() < SMALLEST_SHARE * len(labels))


def _find_far(rows: NDArray[np.float64], labels: NDArray[np.intp]) -> NDArray[np.bool_]:
    centres = np.array([rows[labels == label].mean(axis=0) for label in np.unique(labels)])
    apart = np.linalg.norm(rows[:, None, :] - centres[None, :, :], axis=2).min(axis=1)
    low, high = np.quantile(apart, [0.25, 0.75])
    return np.asarray(apart > high + FENCE * (high - low) + 1e-9)
