"""Images and boxes in, turned clockwise by quarters of a circle, out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import Box

_QUARTER_DEGREES = 90


def turn_image(image: NDArray[np.uint8], degrees: int) -> NDArray[np.uint8]:
    """Return `image` (RGB, uint8, (height, width, 3)) turned clockwise by 0, 90, 180 or 270 degrees.

    Raises ValueError for any other angle.
    """
    return np.ascontiguousarray(np.rot90(image, -_count_quarters(degrees)))


def turn_box(box: Box, size_px: tuple[int, int], degrees: int) -> Box:
    """Return where `box` lies after its image, of (width, height) `size_px`, was turned clockwise by `degrees`."""
    width_px, height_px = size_px
    for _ in range(_count_quarters(degrees)):
        box = Box(height_px - box.y1, box.x0, height_px - box.y0, box.x1)
        width_px, height_px = height_px, width_px
    return box


def _count_quarters(degrees: int) -> int:
    quarters, rest = divmod(degrees, _QUARTER_DEGREES)
    if rest:
        raise ValueError(f"a page is turned by quarters of a circle, not by {degrees} degrees")
    return quarters % 4
