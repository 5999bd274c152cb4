"""The order of reading: quads around stretches of writing come in, flat boxes and blocks of columns go out.

Everything is measured along the writing's own slope, so that a tilted photo has the same rows as a straight scan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad

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
    """Return the quads as boxes after turning the page by the median slope of the wide ones."""
    corners = np.asarray(quads, dtype=np.float64).reshape(-1, 4, 2)
    along = (corners[:, 1] - corners[:, 0] + corners[:, 2] - corners[:, 3]) / 2
    across = (corners[:, 3] - corners[:, 0] + corners[:, 2] - corners[:, 1]) / 2
    widths, heights = np.linalg.norm(along, axis=1), np.linalg.norm(across, axis=1)
    slopes = np.arctan2(along[:, 1], along[:, 0])[widths > 3 * heights]
    slope = float(np.median(slopes)) if len(slopes) else 0.0
    turn = np.array([[np.cos(slope), -np.sin(slope)], [np.sin(slope), np.cos(slope)]])
    flat = corners @ turn
    x, y = flat[:, :, 0], flat[:, :, 1]
    return FlatBoxes(x.min(axis=1), x.max(axis=1), y.mean(axis=1), heights)


def split_columns(boxes: FlatBoxes) -> list[list[int]]:
    """Return blocks of box numbers in reading order: one, or what is above two columns, left, right, what is below.

    Two columns are believed only where a gutter runs between at least four rows on each side and no box crosses it.
    """
    everything = list(range(len(boxes.left)))
    places = [_measure_gutter(boxes, x) for x in _try_places(boxes)]
    best = max(places, key=lambda place: place[0], default=(0.0, 0.0, 0.0, 0.0))
    width_px, x, top, bottom = best
    if width_px < _LEAST_GUTTER_HEIGHTS * boxes.usual_height:
        return [everything]
    above = [k for k in everything if boxes.middle[k] < top]
    below = [k for k in everything if boxes.middle[k] > bottom]
    between = [k for k in everything if top <= boxes.middle[k] <= bottom]
    centre = (boxes.left + boxes.right) / 2
    blocks = [above, [k for k in between if centre[k] < x], [k for k in between if centre[k] >= x], below]
    return [block for block in blocks if block]


def _try_places(boxes: FlatBoxes) -> NDArray[np.float64]:
    if len(boxes.left) < 2 * _FEWEST_ROWS_A_COLUMN:
        return np.empty(0)
    return np.linspace(boxes.left.min(), boxes.right.max(), _PLACES_TRIED)[1:-1]


def _measure_gutter(boxes: FlatBoxes, x: float) -> tuple[float, float, float, float]:
    """Return the width of the gutter at `x` (0: there is none), `x`, and top and bottom between boxes that cross it."""
    none = (0.0, x, 0.0, 0.0)
    is_left, is_right = boxes.right <= x, boxes.left >= x
    if min(is_left.sum(), is_right.sum()) < _FEWEST_ROWS_A_COLUMN:
        return none
    shared_top = max(boxes.middle[is_left].min(), boxes.middle[is_right].min())
    shared_bottom = min(boxes.middle[is_left].max(), boxes.middle[is_right].max())
    crossing = boxes.middle[~is_left & ~is_right]
    if ((crossing >= shared_top) & (crossing <= shared_bottom)).any():
        return none
    top = float(max(crossing[crossing < shared_top], default=-np.inf))
    bottom = float(min(crossing[crossing > shared_bottom], default=np.inf))
    inside = (boxes.middle > top) & (boxes.middle < bottom)
    if not _is_column(boxes, is_left & inside) or not _is_column(boxes, is_right & inside):
        return none
    width_px = boxes.left[is_right & inside].min() - boxes.right[is_left & inside].max()
    return float(width_px), x, top + 1e-6, bottom - 1e-6


def _is_column(boxes: FlatBoxes, chosen: NDArray[np.bool_]) -> bool:
    """Whether boxes are wide and many enough for a column: the numbers in a margin are none."""
    if chosen.sum() < _FEWEST_ROWS_A_COLUMN:
        return False
    share = np.median((boxes.right - boxes.left)[chosen]) / (boxes.right.max() - boxes.left.min())
    rows = 1 + int((np.diff(np.sort(boxes.middle[chosen])) > boxes.usual_height / 2).sum())
    return bool(share >= _LEAST_COLUMN_SHARE and rows >= _FEWEST_ROWS_A_COLUMN)
