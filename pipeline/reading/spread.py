"""Open notebooks: a lying page and the boxes of its writing come in, where its two pages meet goes out.

Between two pages no line of writing crosses, and a dark valley runs from top to bottom: the shadow of the fold, the gap
between two sheets, or the margin line of the right one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.layout import FlatBoxes
from pipeline.reading.tilt import View

_SIDE_PX = 480
_LEAST_ASPECT = 1.1
_MIDDLE = (0.3, 0.7)  # of the page's width
_LEAST_GAP_HEIGHTS = 1.0
_ROOM_HEIGHTS = 0.5
_BANDS = 8
_FEWEST_BANDS = 7
_PAPER_PERCENTILE = 60  # more than half of a column is paper, whatever is written on it
_REACH = 0.07  # of the width: how far on either side the paper is looked at
_NEAR_PX = 4
_LEAST_DEPTH = 0.06  # of the paper's brightness
_MOST_STRAY = 0.03  # of the width: how crooked a fold may be


def find_fold(image: NDArray[np.uint8], boxes: FlatBoxes, view: View) -> float | None:
    """Return how far right two pages meet, in the boxes' pixels (the page laid flat), or None for a single page.

    Only a page (RGB, uint8) that is wider than high is looked at.
    """
    height, width = image.shape[:2]
    if width < _LEAST_ASPECT * height or not len(boxes.left):
        return None
    middle = view.flatten(np.array([[share * width, height / 2] for share in _MIDDLE]))[:, 0]
    gap = _find_gap(boxes, float(middle.min()), float(middle.max()))
    if gap is None:
        return None
    flat, low_x, scale = _lay_flat(image, boxes, view)
    columns = (round((gap[0] - low_x) * scale), round((gap[1] - low_x) * scale))
    bands = [_find_valley(band, columns) for band in np.array_split(flat, _BANDS)]
    found = [(k, x) for k, x in enumerate(bands) if x is not None]
    if len(found) < _FEWEST_BANDS:
        return None
    at, places = np.array([k for k, _ in found]), np.array([x for _, x in found])
    stray = np.abs(places - np.polyval(np.polyfit(at, places, 1), at))
    return None if stray.max() > _MOST_STRAY * _SIDE_PX else low_x + float(np.median(places)) / scale


def _find_gap(boxes: FlatBoxes, first: float, last: float) -> tuple[float, float] | None:
    """Return the left and right end of the widest gap in [first, last] that no box reaches into."""
    order = np.argsort(boxes.left)
    ends = np.maximum.accumulate(boxes.right[order])[:-1]
    gaps = [(max(end, first), min(start, last)) for end, start in zip(ends, boxes.left[order][1:], strict=True)]
    left, right = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
    return (float(left), float(right)) if right - left >= _LEAST_GAP_HEIGHTS * boxes.usual_height else None


def _lay_flat(image: NDArray[np.uint8], boxes: FlatBoxes, view: View) -> tuple[NDArray[np.uint8], float, float]:
    """Return the written part of the page in grey and small, how far right it starts, and its scale."""
    import cv2

    room = _ROOM_HEIGHTS * boxes.usual_height
    low_x, high_x = float(boxes.left.min()) - room, float(boxes.right.max()) + room
    low_y, high_y = float(boxes.middle.min()) - room, float(boxes.middle.max()) + room
    scale = _SIDE_PX / (high_x - low_x)
    place = np.array([[scale, 0, -scale * low_x], [0, scale, -scale * low_y], [0, 0, 1.0]]) @ view.matrix
    size = (_SIDE_PX, max(_BANDS, round((high_y - low_y) * scale)))
    shrunk = cv2.warpPerspective(image, place, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.cvtColor(shrunk, cv2.COLOR_RGB2GRAY), dtype=np.uint8), low_x, scale


def _find_valley(band: NDArray[np.uint8], columns: tuple[int, int]) -> float | None:
    """Return the column of the deepest dark valley of a band of the page inside the columns given, or None."""
    profile = np.percentile(band, _PAPER_PERCENTILE, axis=0)
    reach = round(_REACH * _SIDE_PX)
    places = range(max(columns[0], _NEAR_PX + 1), min(columns[1], len(profile) - _NEAR_PX - 1))
    depths = [
        min(
            np.median(profile[max(0, x - reach) : x - _NEAR_PX + 1]),
            np.median(profile[x + _NEAR_PX : x + reach + 1]),
        )
        - profile[x]
        for x in places
    ]
    if not depths or max(depths) < _LEAST_DEPTH * float(np.percentile(profile, 80)):
        return None
    return float(places[int(np.argmax(depths))])
