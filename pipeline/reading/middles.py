"""Where the middle of a line runs: its quad and its ink come in, how far every pixel lies from that middle goes out.

Quads are straight and lines of writing wave: the middle is first the quad's, then bent to the ink.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad

_REACH = 0.6  # of the quad's height, above and below it
_END_REACH = 0.3  # of the quad's height, before and after it
_CORE = 0.1
_BIN_HEIGHTS = 2.0
_MOST_DEGREE = 3


@dataclass(frozen=True, slots=True, eq=False)
class Offsets:
    """How far the working pixels in `place` (rows, columns) lie from a line's middle.

    along: float32, how far along the line, in heights of its quad.
    down: float32, how far below the middle in working pixels; inf where the line does not reach.
    core_px: letters that stand on the line reach at least so far above and below the middle.
    """

    place: tuple[slice, slice]
    along: NDArray[np.float32]
    down: NDArray[np.float32]
    core_px: float


def widen_quad(quad: Quad, room: float) -> Quad:
    """Return the quad with `room` of its height added above and below."""
    down = (quad[3] - quad[0] + quad[2] - quad[1]) / 2 * room
    return np.asarray(quad + np.array([-down, -down, down, down]), dtype=np.float32)


def measure_offsets(corners: Quad, size: tuple[int, int]) -> Offsets:
    """Return the offsets from the straight middle of a quad; corners and size (height, width) in working pixels."""
    across = (corners[1] - corners[0] + corners[2] - corners[3]) / 2
    upright = (corners[3] - corners[0] + corners[2] - corners[1]) / 2
    width, height = max(1.0, float(np.linalg.norm(across))), max(1.0, float(np.linalg.norm(upright)))
    place = _find_window(widen_quad(corners, _REACH), _END_REACH * height, size)
    middle = corners.mean(axis=0)
    y, x = np.ogrid[place]
    dx, dy = x - middle[0], y - middle[1]
    along = (dx * across[0] + dy * across[1]) / width
    down = (dy * across[0] - dx * across[1]) / width
    is_far = (np.abs(down) > (0.5 + _REACH) * height) | (np.abs(along) > width / 2 + _END_REACH * height)
    down = np.where(is_far, np.inf, down).astype(np.float32)
    return Offsets(place, (along / height).astype(np.float32), down, _CORE * height)


def bend_offsets(offsets: Offsets, is_own: NDArray[np.bool_]) -> Offsets:
    """Return the offsets from the middle of the line's own ink; `is_own` has the shape of the offsets' window."""
    chosen = is_own & np.isfinite(offsets.down)
    along, down = offsets.along[chosen], offsets.down[chosen]
    if not along.size:
        return offsets
    bins = np.floor((along - along.min()) / _BIN_HEIGHTS).astype(np.int64)
    full, counts = np.unique(bins, return_counts=True)
    places = np.array([along[bins == k].mean() for k in full])
    middles = np.array([np.median(down[bins == k]) for k in full])
    degree = min(_MOST_DEGREE, (len(full) - 1) // 2)
    curve = np.polynomial.Polynomial.fit(places, middles, degree, domain=[-1, 1], w=np.sqrt(counts))
    return replace(offsets, down=(offsets.down - curve(offsets.along)).astype(np.float32))


def _find_window(corners: Quad, room: float, size: tuple[int, int]) -> tuple[slice, slice]:
    """Return the rows and columns around the corners, `room` wider, inside the page."""
    (x0, y0), (x1, y1) = corners.min(axis=0) - room, corners.max(axis=0) + room
    top, bottom = (int(np.clip(edge, 0, size[0])) for edge in (y0, np.ceil(y1)))
    left, right = (int(np.clip(edge, 0, size[1])) for edge in (x0, np.ceil(x1)))
    return slice(top, max(top, bottom)), slice(left, max(left, right))
