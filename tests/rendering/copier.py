"""A written sheet comes in; the one-bit picture an office copier makes of it goes out."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.rendering.light import Picture

_FINER = 1.4


def copy_sheet(sheet: Picture, rng: np.random.Generator, darkness: float = 0.5) -> NDArray[np.bool_]:
    """Return the sheet in black and white, True for white, finer than it came, about 210 dots an inch for A4.

    What is paler than the copier's threshold is gone; pencil breaks up, ruling stays in pieces, dust turns black.
    darkness: 0 lets only ink through, 1 also the ruling.
    """
    height, width = round(sheet.shape[0] * _FINER), round(sheet.shape[1] * _FINER)
    grey = cv2.resize(sheet.mean(axis=2), (width, height), interpolation=cv2.INTER_CUBIC)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.normal(0, 0.6)), 1.0)
    grey = cv2.warpAffine(grey, turn, (width, height), borderValue=250.0)
    seen = cv2.GaussianBlur(grey, (0, 0), 0.9) + rng.normal(0, 9, (height, width))
    seen += cv2.resize(rng.normal(0, 5, (8, 6)).astype(np.float32), (width, height))
    seen[rng.random((height, width)) < 2e-5] = 0
    return np.asarray(seen > 158 + 50 * darkness, bool)
