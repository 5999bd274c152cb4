"""A page image and boxes in; the part of it that a box shows, or the page with the boxes blanked, out."""

from __future__ import annotations

import math
from collections.abc import Sequence

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


def blank_boxes(image: NDArray[np.uint8], boxes: Sequence[Box]) -> NDArray[np.uint8]:
    """Return the image with the paper's colour over what stands in `boxes`, a quarter of their height wider around.

    Tails and dots of handwriting leave the boxes of words. The image comes back itself where there is no box.
    """
    if not boxes:
        return image
    blanked = image.copy()
    for box in boxes:
        margin = (box.y1 - box.y0) / 4
        top, bottom = _clamp(box.y0 - margin, box.y1 + margin, image.shape[0])
        left, right = _clamp(box.x0 - margin, box.x1 + margin, image.shape[1])
        blanked[top:bottom, left:right] = np.median(image[top:bottom, left:right], axis=(0, 1))
    return blanked


def _clamp(first: float, last: float, length: int) -> tuple[int, int]:
    start = min(max(math.floor(first), 0), length - 1)
    return start, max(min(math.ceil(last), length), start + 1)
