"""How far writing leans: a strip comes in, its slant and the strip set upright go out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_WORKING_HEIGHT_PX = 64
_BACKGROUND_PX = 21
_DARKER_BY = 20
_LEAST, _MOST, _STEPS = -0.3, 0.9, 25
_PART_TAKEN_BACK = 0.6  # letters that lean a little are what the recogniser has seen most


def set_upright(strip: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the strip (RGB, uint8) with most of its slant taken back; wider by what the shear needs."""
    import cv2

    shear = _PART_TAKEN_BACK * measure_slant(strip)
    height, width = strip.shape[:2]
    room = int(abs(shear) * height / 2) + 1
    matrix = np.array([[1, shear, room - shear * height / 2], [0, 1, 0]], dtype=np.float32)
    upright = cv2.warpAffine(strip, matrix, (width + 2 * room, height), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(upright, dtype=np.uint8)


def measure_slant(strip: NDArray[np.uint8]) -> float:
    """Return how far the writing leans to the right, as the tangent of the angle.

    The shear for which the ink gathers in the fewest columns (after Vinciarelli and Luettin 2001).
    """
    import cv2

    grey = cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY)
    scale = min(1.0, _WORKING_HEIGHT_PX / grey.shape[0])
    size = (max(8, int(grey.shape[1] * scale)), max(8, int(grey.shape[0] * scale)))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(small, _BACKGROUND_PX)
    ink = np.clip(cv2.subtract(paper, small).astype(np.float32) - _DARKER_BY, 0, None)
    slants = np.linspace(_LEAST, _MOST, _STEPS)
    gathered = [_measure_columns(ink, float(slant)) for slant in slants]
    return float(slants[int(np.argmax(gathered))])


def _measure_columns(ink: NDArray[np.float32], shear: float) -> float:
    import cv2

    height, width = ink.shape
    matrix = np.array([[1, shear, -shear * height / 2], [0, 1, 0]], dtype=np.float32)
    return float((cv2.warpAffine(ink, matrix, (width, height)).sum(axis=0) ** 2).sum())
