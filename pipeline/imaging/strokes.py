"""A one-bit scan comes in; how far its strokes have come apart, as pencil's do without grey, goes out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BROKEN_FROM = 0.055
"""Measured on drawn pages through a drawn copier, 12 hands in pencil and in pen other than those it was chosen on: in
light copies, whose pencil visibly breaks up, 19 of 24 are above it, in middling ones 4 of 12, in dark ones none of 12;
of pen none of 48 (the highest: .032). No real copier's pages were at hand."""

_DARK = 128
_DUST_PX = 4
_LEAST_HEIGHT, _MOST_HEIGHT = 0.006, 0.06  # of a mark, as shares of the page's height: letters and words
_WIDEST = 6
_FEWEST_MARKS = 40


def measure_breaks(image: NDArray[np.uint8]) -> float:
    """Return what share of their ink the gaps of one pixel in letters and words come to: 0 where there is little ink.

    image: RGB, uint8, shape (height, width, 3). A gap is what a morphological closing with a cross of 3 pixels fills
    (Serra 1982). Dust, ruling and drawings are left out by their size.
    """
    import cv2

    ink = (image.mean(axis=2) < _DARK).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    is_mark = stats[:, cv2.CC_STAT_AREA] >= _DUST_PX
    is_mark[0] = False
    ink = is_mark[labels].astype(np.uint8)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3)))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    widths, heights = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    is_tall = (heights >= _LEAST_HEIGHT * len(ink)) & (heights <= _MOST_HEIGHT * len(ink))
    is_word = is_tall & (widths <= _WIDEST * heights)
    is_word[0] = False
    if is_word.sum() < _FEWEST_MARKS:
        return 0.0
    inked = np.bincount(labels[ink > 0], minlength=len(stats))[is_word].sum()
    return float(stats[is_word, cv2.CC_STAT_AREA].sum() / inked - 1)


def is_broken(image: NDArray[np.uint8]) -> bool:
    """Whether thin strokes of a one-bit scan have come apart, so that letters are lost; image as `measure_breaks`."""
    return measure_breaks(image) >= BROKEN_FROM
