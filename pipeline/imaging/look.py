"""A page's picture in, how it was taken and on what paper out: shades of grey, thin straight lines across and down."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import PageLook

SIDE_PX = 1000
PLAIN_WITHIN = 8
"""Grey values this near to black or white are what a scanner of one bit gives."""

DARKER_BY, PAPER_PX = 5, 31
_LONG_PX, _THICK_PX = 61, 3
"""Longer than any stroke of a hand; so thick that a line may rise by three pixels on the way."""


def measure_look(image: NDArray[np.uint8]) -> PageLook:
    """Return what the picture of a page looks like apart from what is written on it (RGB, uint8)."""
    import cv2

    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    is_plain = (grey <= PLAIN_WITHIN) | (grey >= np.iinfo(np.uint8).max - PLAIN_WITHIN)
    scale = SIDE_PX / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    darker = (cv2.medianBlur(small, PAPER_PX).astype(np.int16) - small >= DARKER_BY).astype(np.uint8)
    level, upright = (_measure_lines(darker, is_level=is_level) for is_level in (True, False))
    return PageLook(round(float(1 - is_plain.mean()), 4), level, upright)


def _measure_lines(marks: NDArray[np.uint8], *, is_level: bool) -> float:
    """Return the share of the page that lies under long thin lines."""
    import cv2

    across, along = (_THICK_PX, 1), (1, _LONG_PX)
    thick = cv2.dilate(marks, np.ones(across if is_level else across[::-1], np.uint8))
    lines = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones(along if is_level else along[::-1], np.uint8))
    return round(float((lines > 0).mean()), 4)
