"""A page image and a box in; the part of the image the box shows, with a margin, out."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import Box


def crop_box(image: NDArray[np.uint8], box: Box, margin_px: int) -> NDArray[np.uint8]:
    """Return what `box` shows of `image` (RGB, uint8, (height, width, 3)), `margin_px` wider on every side.

    Whole pixels are kept and the crop ends where the image ends; it is never empty: of a box outside the image the
    nearest row or column of pixels comes back. The crop is a copy.
    """
    top, bottom = _clamp(box.y0 - margin_px, box.y1 + margin_px, image.shape[0])
    left, right = _clamp(box.x0 - margin_px, box.x1 + margin_px, image.shape[1])
    return image[top:bottom, left:right].copy()


def _clamp(first: float, last: float, length: int) -> tuple[int, int]:
    start = min(max(math.floor(first), 0), length - 1)
    return start, max(min(math.ceil(last), length), start + 1)
