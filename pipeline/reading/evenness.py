"""Print or handwriting: a page's image and words in a row come in, how even their letters are goes out.

Type stands on its base line to a hundredth of its height, its tops keep to two levels, and its stems share one slant;
no hand is as even, not even a child's careful print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import Box, Word

_HEIGHT_PX = 48  # words are looked at in this height
_LARGEST_SCALE = 4.0
_LEAST_HEIGHT, _LEAST_AREA_PX = 0.28, 30  # of a letter: dots, commas and specks are none
_NEAR_PX = 0.05 * _HEIGHT_PX
_FEWEST_LETTERS = 10
_KEPT_SHARE = 0.65  # letters that do not hang below the line
_ANGLE_STEP, _LEAST_EDGE = 3, 60

# Chosen on lines of rendered worksheets, typed pages and real hands, none of them in a bench set of cursive.
_LEAST_EVEN, _LEAST_SUM, _MOST_UNEVEN, _LEAST_UPRIGHT = 0.75, 1.6, 0.0105, 0.1
_SURELY_UNEVEN = 0.02


class Origin(StrEnum):
    """How words came onto the sheet, as far as their letters tell."""

    PRINT = "print"
    HAND = "hand"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evenness:
    """How even the letters of words in a row are.

    letters: how many marks were taken for letters. foot: share of them that stand on the base line, 0..1.
    top: share that end at one of two levels. sway: median distance from the base line as a share of a word's height.
    upright: share of the edges that run in the commonest direction of the upright half circle (within 4.5 degrees).
    """

    letters: int
    foot: float
    top: float
    sway: float
    upright: float

    @property
    def origin(self) -> Origin:
        """Print or hand where there are letters enough and clearly one of them."""
        if self.letters < _FEWEST_LETTERS:
            return Origin.UNKNOWN
        least = min(self.foot, self.top)
        is_even = least >= _LEAST_EVEN and self.sway <= _MOST_UNEVEN
        if is_even and self.foot + self.top - 8 * self.sway >= _LEAST_SUM and self.upright >= _LEAST_UPRIGHT:
            return Origin.PRINT
        is_uneven = least < _LEAST_EVEN and self.sway > _SURELY_UNEVEN
        return Origin.HAND if is_uneven else Origin.UNKNOWN


def judge_words(image: NDArray[np.uint8], words: Sequence[Word]) -> Origin:
    """Return whether words in a row of an RGB image are print or handwriting; UNKNOWN where few or between the two."""
    evenness = measure_evenness(image, words)
    return evenness.origin if evenness else Origin.UNKNOWN


def measure_evenness(image: NDArray[np.uint8], words: Sequence[Word]) -> Evenness | None:
    """Return how even the letters of words in a row are, or None where there are fewer than four."""
    boxes = [word.box for word in words if word.box is not None]
    if not boxes:
        return None
    height = float(np.median([box.y1 - box.y0 for box in boxes]))
    scale = min(_LARGEST_SCALE, _HEIGHT_PX / max(1.0, height))
    looks = [_look_at_word(image, box, scale) for box in boxes]
    letters = np.concatenate([found for found, _ in looks])
    if len(letters) < 4:  # noqa: PLR2004 fewer make no line
        return None
    edges = np.sum([edge for _, edge in looks], axis=0)
    x, top, bottom = letters.T
    base = _fit_base(x, bottom)
    off = np.abs(bottom - base)
    return Evenness(
        letters=len(letters),
        foot=float((off <= _NEAR_PX).mean()),
        top=_measure_tops(base - top),
        sway=float(np.median(off)) / _HEIGHT_PX,
        upright=_measure_upright(edges),
    )


def _look_at_word(image: NDArray[np.uint8], box: Box, scale: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the letters (middle, top, bottom; shape (n, 3), in scaled pixels) and the edges by direction."""
    import cv2

    no_letters, no_edges = np.zeros((0, 3)), np.zeros(180 // _ANGLE_STEP)
    left, top = max(0, int(box.x0) - 2), max(0, int(box.y0) - 2)
    crop = image[top : max(0, int(box.y1) + 3), left : max(0, int(box.x1) + 3)]
    if min(crop.shape[:2]) < 5:  # noqa: PLR2004 nothing to see
        return no_letters, no_edges
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    grey = cv2.resize(cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY), None, fx=scale, fy=scale, interpolation=way)
    if not grey.size:
        return no_letters, no_edges
    _, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    stats = cv2.connectedComponentsWithStats(ink, connectivity=8)[2][1:]
    is_letter = (stats[:, 3] >= _LEAST_HEIGHT * _HEIGHT_PX) & (stats[:, 4] >= _LEAST_AREA_PX)
    x, y, width, height = (stats[is_letter, k].astype(np.float64) for k in range(4))
    letters = np.column_stack([left * scale + x + width / 2, top * scale + y, top * scale + y + height])
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    strength, angle = cv2.cartToPolar(across, down, angleInDegrees=True)
    steps = ((angle % 180) / _ANGLE_STEP).astype(np.int64).ravel() % len(no_edges)
    weights = np.where(strength < _LEAST_EDGE, 0, strength).ravel()
    return letters, np.asarray(np.bincount(steps, weights=weights, minlength=len(no_edges)), dtype=np.float64)


def _fit_base(x: NDArray[np.float64], bottom: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the height of the base line under each letter; letters far from it have less and less of a say."""
    kept = np.ones(len(x), dtype=np.bool_)
    base = np.full(len(x), np.median(bottom))
    for _ in range(4):
        if kept.sum() > 2 and np.ptp(x[kept]) > _HEIGHT_PX:  # noqa: PLR2004 a line needs more than two points
            slope, start = np.polyfit(x[kept] - x.mean(), bottom[kept], 1)
            base = start + slope * (x - x.mean())
        else:
            base = np.full(len(x), np.median(bottom[kept]))
        off = np.abs(bottom - base)
        kept = off <= max(1.5, float(np.quantile(off, _KEPT_SHARE)))
    return base


def _measure_tops(heights: NDArray[np.float64]) -> float:
    """Return the share of letters whose height is near one of the two commonest heights."""
    near = np.abs(heights[:, None] - heights[None, :]) <= _NEAR_PX
    first = near[int(near.sum(axis=1).argmax())]
    second = int((near & ~first).sum(axis=1).max())
    return float((first.sum() + second) / len(heights))


def _measure_upright(edges: NDArray[np.float64]) -> float:
    """Return the greatest share of edges in three neighbouring directions, among those of stems rather than bars."""
    shares = edges / max(1.0, float(edges.sum()))
    joined = shares + np.roll(shares, 1) + np.roll(shares, -1)
    third = len(shares) // 3
    return float(max(joined[:third].max(), joined[-third:].max()))
