"""Which marks on a page are only paper: marks and the light come in, whether each was drawn or written goes out.

Remains of squared ruling, specks, punched holes and the edge of a sheet on a desk are no ink that anyone put there.
They do no harm under writing; they matter where nothing was read, and where one asks how much was not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_SPECK_SIDE_PX, _SPECK_PX = 7, 25
_HAIR_AREA = 1.5  # pixels for each pixel of width and height together
_STRAIGHT_PX, _STRAIGHT_SHARE = 7, 0.8
_STEP_PX, _STEP = 30, 30
_HOLE_SIDES_PX, _HOLE_ZONE, _DISC_SHARE = (16, 50), 0.14, 0.65
_BLUR_SHRINK, _BLUR_PX = 4, 13


def tell_drawn(
    labels: NDArray[np.int32], areas: NDArray[np.int64], boxes: NDArray[np.int32], grey: NDArray[np.uint8]
) -> NDArray[np.bool_]:
    """Return which marks somebody drew or wrote, shape (marks + 1,), False for the paper (0).

    labels, areas, boxes: as in Ink. grey: the page at the working scale, uint8, the shape of `labels`.
    """
    width, height = boxes[:, 2], boxes[:, 3]
    is_speck = (np.maximum(width, height) <= _SPECK_SIDE_PX) | (areas < _SPECK_PX)
    is_hair = (areas <= _HAIR_AREA * (width + height)) & (_measure_straight(labels, len(areas)) >= _STRAIGHT_SHARE)
    drawn = ~(is_speck | is_hair | _find_steps(boxes, grey) | _find_holes(labels, areas, boxes))
    drawn[0] = False
    return np.asarray(drawn, dtype=np.bool_)


def _measure_straight(labels: NDArray[np.int32], count: int) -> NDArray[np.float64]:
    """Return the share of each mark that lies on short level or upright lines."""
    import cv2

    mask = (labels > 0).astype(np.uint8)
    flat, upright = np.ones((1, _STRAIGHT_PX), np.uint8), np.ones((_STRAIGHT_PX, 1), np.uint8)
    straight = cv2.max(cv2.morphologyEx(mask, cv2.MORPH_OPEN, flat), cv2.morphologyEx(mask, cv2.MORPH_OPEN, upright))
    on_lines = np.bincount(labels[straight > 0], minlength=count)
    return np.asarray(on_lines / np.maximum(1, np.bincount(labels.ravel(), minlength=count)))


def _find_steps(boxes: NDArray[np.int32], grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return which marks lie where the light changes at once: along the edge of a sheet on a desk."""
    import cv2

    height, width = grey.shape
    small = cv2.resize(
        grey, (max(1, width // _BLUR_SHRINK), max(1, height // _BLUR_SHRINK)), interpolation=cv2.INTER_AREA
    )
    light = cv2.medianBlur(small, _BLUR_PX).astype(np.int16)
    x = boxes[:, 0] + boxes[:, 2] // 2
    y = boxes[:, 1] + boxes[:, 3] // 2

    def look(columns: NDArray[np.int32], rows: NDArray[np.int32]) -> NDArray[np.int16]:
        within = (
            (rows // _BLUR_SHRINK).clip(0, light.shape[0] - 1),
            (columns // _BLUR_SHRINK).clip(0, light.shape[1] - 1),
        )
        return np.asarray(light[within])

    across = np.abs(look(x - _STEP_PX, y) - look(x + _STEP_PX, y))
    down = np.abs(look(x, y - _STEP_PX) - look(x, y + _STEP_PX))
    return np.asarray(np.maximum(across, down) > _STEP)


def _find_holes(labels: NDArray[np.int32], areas: NDArray[np.int64], boxes: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return which marks are discs, or rings with nothing in them, beside the left or right edge: punched holes."""
    shortest, longest = _HOLE_SIDES_PX
    zone = _HOLE_ZONE * labels.shape[1]
    holes = np.zeros(len(boxes), dtype=np.bool_)
    for mark, (x, y, width, height) in enumerate(boxes):
        is_sized = shortest <= width <= longest and shortest <= height <= longest
        if is_sized and min(x, labels.shape[1] - x - width) < zone and max(width, height) < 1.3 * min(width, height):
            inside = labels[y + height // 4 : y + height - height // 4, x + width // 4 : x + width - width // 4]
            holes[mark] = not inside.any() or areas[mark] >= _DISC_SHARE * width * height
    return holes
