"""How a page was seen: quads of its lines come in, the map that lays the page flat goes out.

Lines of writing on a sheet held slantwise run to one point (its vanishing point). Where that is clear, the map sends
the point to infinity, so that the lines are level and as far apart on the right as on the left; else it only turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad

_LEAST_WIDTH_HEIGHTS = 3.0
_FEWEST_LINES = 6
_LEAST_FAN = 0.05  # radians between the slopes of the first and the last line
_STRONG_FAN = 0.09
_SAME_TILT = 0.03
_MOST_SHRINKING = 0.6
_STEPS = 12
_ROOM = 0.12
_LONGEST_SIDE_PX = 4000


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """How a page was seen. `matrix`: float64, shape (3, 3), from page pixels to the page laid flat, about as large.

    `tilt`: radians by which the lines are turned clockwise. `fan`: radians by which the first line's slope and the last
    one's differ.
    """

    matrix: NDArray[np.float64]
    tilt: float
    fan: float

    @property
    def tilts(self) -> tuple[float, ...]:
        """How far lines are turned clockwise, in radians: one angle, or several where they fan out."""
        count = 1 + 2 * round(self.fan / (2 * _SAME_TILT))
        return tuple(self.tilt + self.fan * np.linspace(-0.5, 0.5, count)) if count > 1 else (self.tilt,)

    @property
    def is_strong(self) -> bool:
        """Whether the lines fan out so much that the page reads better laid flat (models/README.md)."""
        return self.fan >= _STRONG_FAN

    def flatten(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return points, shape (..., 2), laid flat."""
        return _map_points(points, self.matrix)


def measure_view(quads: Sequence[Quad]) -> View:
    """Return how the page with these quads was seen: turned by the median slope of the wide ones, and how slantwise."""
    corners = np.asarray(quads, dtype=np.float64).reshape(-1, 4, 2)
    along = (corners[:, 1] - corners[:, 0] + corners[:, 2] - corners[:, 3]) / 2
    across = (corners[:, 3] - corners[:, 0] + corners[:, 2] - corners[:, 1]) / 2
    widths, heights = np.linalg.norm(along, axis=1), np.linalg.norm(across, axis=1)
    is_wide = widths > _LEAST_WIDTH_HEIGHTS * heights
    slopes = np.arctan2(along[is_wide, 1], along[is_wide, 0])
    slope = float(np.median(slopes)) if len(slopes) else 0.0
    turn = np.array([[np.cos(slope), np.sin(slope), 0.0], [-np.sin(slope), np.cos(slope), 0.0], [0.0, 0.0, 1.0]])
    if len(slopes) < _FEWEST_LINES:
        return View(turn, slope, 0.0)
    centre = corners[is_wide].reshape(-1, 2).mean(axis=0)
    places = (corners[is_wide].mean(axis=1) - centre) @ turn[:2, :2].T
    level, shrinking = _fit_vanishing_point(places, np.tan(slopes - slope), widths[is_wide])
    fan = abs(shrinking) * float(np.ptp(places[:, 1]))
    reach = abs(shrinking) * float(np.abs((corners.reshape(-1, 2) - centre) @ turn[:2, :2].T).max())
    if fan < _LEAST_FAN or reach > _MOST_SHRINKING:
        return View(turn, slope, 0.0)
    there = np.array([[1.0, 0.0, -centre[0]], [0.0, 1.0, -centre[1]], [0.0, 0.0, 1.0]])
    lay = np.array([[1.0, 0.0, 0.0], [-level, 1.0, 0.0], [-shrinking, 0.0, 1.0]])
    return View(lay @ turn @ there, slope, fan)


def lay_flat(image: NDArray[np.uint8], view: View, quads: Sequence[Quad]) -> tuple[NDArray[np.uint8], View]:
    """Return the written part of the page laid flat, and the view whose matrix leads from the page to it."""
    import cv2

    corners = np.asarray(quads, dtype=np.float64).reshape(-1, 2)
    points = view.flatten(corners)
    low, high = points.min(axis=0), points.max(axis=0)
    room = _ROOM * (high - low).max()
    size = high - low + 2 * room
    scale = min(1.0, _LONGEST_SIDE_PX / float(size.max()))
    place = np.array([[scale, 0, scale * (room - low[0])], [0, scale, scale * (room - low[1])], [0, 0, 1.0]])
    matrix = place @ view.matrix
    width, height = (max(1, round(float(side) * scale)) for side in size)
    flat = cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, dtype=np.uint8), View(matrix, view.tilt, view.fan)


def lift_quads(quads: Sequence[Quad], view: View) -> list[Quad]:
    """Return quads found on the page laid flat in pixels of the page as it was seen."""
    back = np.linalg.inv(view.matrix)
    return [
        _map_points(np.asarray(quad, dtype=np.float64), np.asarray(back, dtype=np.float64)).astype(np.float32)
        for quad in quads
    ]


def _fit_vanishing_point(
    places: NDArray[np.float64], slopes: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[float, float]:
    """Return the slope at the centre, and by how much of its size the page shrinks for one pixel to the right.

    A line at (x, y) that runs to the point (1 / w, v / w) has the slope v + w (slope x - y). Least absolute deviations,
    by least squares weighted again and again, since a few quads lie askew.
    """
    rows = np.column_stack([np.ones(len(slopes)), slopes * places[:, 0] - places[:, 1]])
    trust = weights.copy()
    found = np.zeros(2)
    for _ in range(_STEPS):
        root = np.sqrt(trust)
        found = np.linalg.lstsq(rows * root[:, None], slopes * root, rcond=None)[0]
        trust = weights / (np.abs(slopes - rows @ found) + 1e-3)
    return float(found[0]), float(found[1])


def _map_points(points: NDArray[np.float64], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = points @ matrix[:, :2].T + matrix[:, 2]
    return np.asarray(raised[..., :2] / raised[..., 2:], dtype=np.float64)
