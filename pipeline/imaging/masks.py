"""A page image and boxes in; the same image with nothing left of what was under them out."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.records.boxes import PageBox

MASK_RGB = (208, 208, 204)
"""A flat grey: neither paper nor ink, so that one sees that something is kept from sight."""
_EDGE_PX = 1


def mask_boxes(image: NDArray[np.uint8], boxes: Sequence[PageBox]) -> NDArray[np.uint8]:
    """Return `image` (RGB, uint8, (height, width, 3), whole page, any size) with flat grey in place of the boxes.

    Pixels that a box touches go too, and one more on every side: in a smaller picture ink runs into its neighbours.
    """
    height_px, width_px = image.shape[:2]
    masked = image.copy()
    for box in boxes:
        top, left = (max(0, math.floor(share) - _EDGE_PX) for share in (box.y0 * height_px, box.x0 * width_px))
        bottom, right = (math.ceil(share) + _EDGE_PX for share in (box.y1 * height_px, box.x1 * width_px))
        masked[top:bottom, left:right] = MASK_RGB
    return masked
