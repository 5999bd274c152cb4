"""Pictures that are not sharp: a page comes in, the same page with its strokes made sharper goes out.

How steep the edges of strokes are, beside how dark they get, tells how far a lens was out of focus or a hand shook.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.ink import DARKER_BY, WORKING_SIDE_PX, scale_image

_PAPER_PX, _STROKE_PX = 25, 7
_FEWEST_INK_PX = 200
# Scans and photos of the tests lay at 0.38 and above, the same out of focus by a twelfth of a hundredth of the longer
# side at 0.32 and below, by twice that at 0.20 and below (models/README.md).
_SHARP_FROM, _FAR_OUT_BELOW = 0.34, 0.22
_SIGMA_PX = 0.42  # working pixels, over the steepness
_AMOUNT, _AMOUNT_FAR_OUT = 1.5, 3.0


def sharpen_page(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a page (RGB, uint8) made sharper by an unsharp mask as wide as it is blurred; a sharp one as it is."""
    import cv2

    steepness = measure_steepness(image)
    if steepness is None or steepness >= _SHARP_FROM:
        return image
    amount = _AMOUNT if steepness >= _FAR_OUT_BELOW else _AMOUNT_FAR_OUT
    sigma_px = _SIGMA_PX / steepness * max(1.0, max(image.shape[:2]) / WORKING_SIDE_PX)
    blurred = cv2.GaussianBlur(image, (0, 0), sigma_px)
    return np.asarray(cv2.addWeighted(image, 1 + amount, blurred, -amount, 0), dtype=np.uint8)


def measure_steepness(image: NDArray[np.uint8]) -> float | None:
    """Return how much of their darkness strokes take on within a working pixel (median); None without ink."""
    import cv2

    grey = cv2.cvtColor(scale_image(image, min(1.0, WORKING_SIDE_PX / max(image.shape[:2]))), cv2.COLOR_RGB2GRAY)
    paper = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((_PAPER_PX, _PAPER_PX), np.uint8))
    depth = cv2.subtract(paper, grey).astype(np.float32)
    is_ink = depth > DARKER_BY
    if is_ink.sum() < _FEWEST_INK_PX:
        return None
    slope = cv2.magnitude(*(cv2.Sobel(depth, cv2.CV_32F, *way, ksize=3, scale=1 / 8) for way in ((1, 0), (0, 1))))
    around = np.ones((_STROKE_PX, _STROKE_PX), np.uint8)
    return float(np.median((cv2.dilate(slope, around) / np.maximum(cv2.dilate(depth, around), 1.0))[is_ink]))
