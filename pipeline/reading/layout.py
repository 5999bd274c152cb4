"""The order of reading: quads around stretches of writing come in, flat boxes and blocks of columns go out.

Everything is measured along the writing's own slope, so that a tilted photo has the same rows as a straight scan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad
from pipeline.reading.tilt import measure_view

_FEWEST_ROWS_A_COLUMN = 4
_LEAST_COLUMN_SHARE = 0.2
_LEAST_GUTTER_HEIGHTS = 0.8
_PLACES_TRIED = 61


@dataclass(frozen=True, slots=True)
class FlatBoxes:
    """Quads turned upright: float64 arrays of shape (n,); heights are the quads' own, not their bounding boxes'."""

    left: NDArray[np.float64]
    right: NDArray[np.float64]
    middle: NDArray[np.float64]
    height: NDArray[np.float64]

    @property
    def usual_height(self) -> float:
        """Median height of all boxes in pixels."""
        return float(np.median(self.height))


def flatten_quads(quads: Sequence[Quad]) -> FlatBoxes:
    """Return the quads as boxes after laying the page flat (tilt.py)."""
    corners = np.asarray(quads, dtype=np.float64).reshape(-1, 4, 2)
    flat = measure_view(quads).flatten(corners)
    heights = np.linalg.norm((flat[:, 3] - flat[:, 0] + flat[:, 2] - flat[:, 1]) / 2, axis=1)
    x, y = flat[:, :, 0], flat[:, :, 1]
    return FlatBoxes(x.min(axis=1), x.max(axis=1), y.mean(axis=1), heights)


def split_at_fold(boxes: FlatBoxes, fold: float | None) -> list[list[int]]:
    """Return the numbers of the boxes on the left page and on the right one; all of them where there is no fold."""
    everything = list(range(len(boxes.left)))
    if fold is None:
        return [everything]
    is_right = (boxes.left + boxes.right) / 2 > fold
    return [[k for k in everything if is_right[k] == side] for side in (False, True)]


def split_columns(boxes: FlatBoxes, page: Sequence[int]) -> list[list[int]]:
    """Return blocks of box numbers in reading order: one, or what is above two columns, left, right, what is below.

    Two columns are believed only where a gutter runs between at least four rows on each side and no box of the page
    crosses it.
    """
    on_page = np.zeros(len(boxes.left), dtype=np.bool_)
    on_page[list(page)] = True
    places = [_measure_gutter(boxes, on_page, x) for x in _try_places(boxes, page)]
    best = max(places, key=lambda place: place[0], default=(0.0, 0.0, 0.0, 0.0))
    width_px, x, top, bottom = best
    if width_px < _LEAST_GUTTER_HEIGHTS * boxes.usual_height:
        return [list(page)]
    above = [k for k in page if boxes.middle[k] < top]
    below = [k for k in page if boxes.middle[k] > bottom]
    between = [k for k in page if top <= boxes.middle[k] <= bottom]
    centre = (boxes.left + boxes.right) / 2
    blocks = [above, [k for k in between if centre[k] < x], [k for k in between if centre[k] >= x], below]
    return [block for block in blocks if block]


def _try_places(boxes: FlatBoxes, page: Sequence[int]) -> NDArray[np.float64]:
    if len(page) < 2 * _FEWEST_ROWS_A_COLUMN:
        return np.empty(0)
    return np.linspace(boxes.left[list(page)].min(), boxes.right[list(page)].max(), _PLACES_TRIED)[1:-1]


def _measure_gutter(boxes: FlatBoxes, on_page: NDArray[np.bool_], x: float) -> tuple[float, float, float, float]:
    """Return the width of the gutter at `x` (0: there is none), `x`, and top and bottom between boxes that cross it."""
    none = (0.0, x, 0.0, 0.0)
    is_left, is_right = on_page & (boxes.right <= x), on_page & (boxes.left >= x)
    if min(is_left.sum(), is_right.sum()) < _FEWEST_ROWS_A_COLUMN:
        return none
    shared_top = max(boxes.middle[is_left].min(), boxes.middle[is_right].min())
    shared_bottom = min(boxes.middle[is_left].max(), boxes.middle[is_right].max())
    crossing = boxes.middle[on_page & ~is_left & ~is_right]
    if ((crossing >= shared_top) & (crossing <= shared_bottom)).any():
        return none
    top = float(max(crossing[crossing < shared_top], default=-np.inf))
    bottom = float(min(crossing[crossing > shared_bottom], default=np.inf))
    inside = on_page & (boxes.middle > top) & (boxes.middle < bottom)
    share_of = boxes.right[on_page].max() - boxes.left[on_page].min()
    if not all(_is_column(boxes, side & inside, float(share_of)) for side in (is_left, is_right)):
        return none
    width_px = boxes.left[is_right & inside].min() - boxes.right[is_left & inside].max()
    return float(width_px), x, top + 1e-6, bottom - 1e-6


def _is_column(boxes: FlatBoxes, chosen: NDArray[np.bool_], width_px: float) -> bool:
    """Whether boxes are wide (for a page `width_px` wide) and many enough for a column: a margin's numbers are none."""
    if chosen.sum() < _FEWEST_ROWS_A_COLUMN:
        return False
    share = np.median((boxes.right - boxes.left)[chosen]) / width_px
    rows = 1 + int((np.diff(np.sort(boxes.middle[chosen])) > boxes.usual_height / 2).sum())
    return bool(share >= _LEAST_COLUMN_SHARE and rows >= _FEWEST_ROWS_A_COLUMN)
