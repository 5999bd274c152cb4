"""Looks of sides come in; how unlike the writing of two sides is, and how many pages that says a piece has, go out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.intake.stack.looks import Floats, SideLook

_LARGEST_STEP = 3.0
_FEWEST_PAIRS = 4
_LARGER_SHARE = 25
_MOST_BEYOND = 0.2


def measure_changes(looks: Sequence[SideLook], is_first: NDArray[np.bool_] | None = None) -> Floats:
    """Return how unlike each two sides are, (sides, sides): means of steps in spreads of the stack; NaN for blanks.

    What first pages (`is_first`) have in common against the others, such as a form's print, doesn't count.
    """
    hands = np.stack([look.hand for look in looks]).astype(np.float64)
    if np.isnan(hands).all():
        return np.full((len(looks), len(looks)), np.nan, np.float32)
    for group in () if is_first is None else (is_first, ~is_first):
        if (~np.isnan(hands[group, 0])).sum() >= _FEWEST_PAIRS:
            hands[group] -= np.nanmedian(hands[group], axis=0)
    spread = np.nanpercentile(hands, 84, axis=0) - np.nanpercentile(hands, 16, axis=0)
    scaled = hands / np.maximum(spread / 2, 1e-3 + 0.02 * np.nanstd(hands, axis=0))
    steps = np.abs(scaled[:, None] - scaled[None])
    return np.asarray(np.minimum(steps, _LARGEST_STEP).mean(axis=2), np.float32)


def tell_apart(within: Floats, across: Floats) -> float:
    """Return how surely changes inside pieces are smaller than those between: .5 not at all, 1 always (AUC)."""
    within, across = within[~np.isnan(within)], across[~np.isnan(across)]
    if min(len(within), len(across)) < _FEWEST_PAIRS:
        return 0.5
    return float((across[None, :] > within[:, None]).mean())


def find_border(within: Floats, across: Floats) -> float:
    """Return the change from which on two sides may be of two hands: three in four changes over a cut are larger.

    Infinity where that many inside pieces are as large that it would tell nothing.
    """
    border = float(np.nanpercentile(across, _LARGER_SHARE))
    return border if np.nanmean(within > border) <= _MOST_BEYOND else np.inf


def split_changes(changes: Floats, pages: NDArray[np.intp], starts: set[int]) -> tuple[Floats, Floats]:
    """Return the changes from each page to the next inside pieces, and those over a cut, NaN left in.

    `pages` are the sides that are pages, in reading order; `starts` says which sides begin a piece.
    """
    steps = [(int(a), int(b)) for a, b in pairwise(pages)]
    begins = [any(side in starts for side in range(min(a, b) + 1, max(a, b) + 1)) for a, b in steps]
    values = np.array([changes[a, b] for a, b in steps], np.float32)
    over = np.array(begins, bool)
    return values[~over], values[over]
