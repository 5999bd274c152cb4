"""Where a page has ink: an image comes in, a mask of what was written, drawn or printed goes out.

Ruled lines and specks are paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import Box

_WORKING_SIDE_PX = 1300
_BACKGROUND_PX = 41
_DARKER_BY = 22
_LONGEST_BAR_PX, _LONGEST_STEM_PX = 35, 50
_LONGEST_LONE_STEM_PX = 40
_SPECK_PX = 12
_LONGEST_DASH_PX = 25
_THIN_PX, _HAIR_PX = 4, 2
_LEVEL = 0.2  # about eleven degrees
_LEAST_SHARE_INSIDE = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """The marks on a page, at `scale` (working pixels for one pixel of the page).

    labels: int32, shape (height, width): 0 for paper, else the number of the mark (ink that hangs together).
    areas: int64, shape (marks + 1,): working pixels of each mark, 0 for the paper.
    """

    labels: NDArray[np.int32]
    areas: NDArray[np.int64]
    scale: float

    @property
    def mask(self) -> NDArray[np.bool_]:
        """Where there is ink, shape (height, width)."""
        return self.labels > 0

    @property
    def share(self) -> float:
        """Share of the page that is ink (0..1)."""
        return float(self.mask.mean())

    def measure_inside(self, box: Box) -> int:
        """Return how many working pixels of ink lie inside `box` (page pixels)."""
        return int(self.mask[self._slice(box)].sum())

    def measure_under(self, boxes: Sequence[Box]) -> int:
        """Return how many working pixels of ink lie inside at least one of the boxes."""
        covered = np.zeros_like(self.mask)
        for box in boxes:
            covered[self._slice(box)] = True
        return int((self.mask & covered).sum())

    def cut_quad(self, quad: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return the ink inside a quad (page pixels, shape (4, 2)) set straight: bool, at least one pixel a side.

        Marks that lie mostly outside are left out: they are the tails of other lines.
        """
        import cv2

        corners = quad.astype(np.float32) * np.float32(self.scale)
        width = max(1, round(float(np.linalg.norm(corners[1] - corners[0]))))
        height = max(1, round(float(np.linalg.norm(corners[3] - corners[0]))))
        target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
        turn = cv2.getPerspectiveTransform(corners, target)
        cut = cv2.warpPerspective(self.labels.astype(np.float32), turn, (width, height), flags=cv2.INTER_NEAREST)
        marks = np.asarray(cut, dtype=np.int32)
        inside = np.bincount(marks.ravel(), minlength=len(self.areas))
        return np.asarray((inside > _LEAST_SHARE_INSIDE * self.areas)[marks] & (marks > 0), dtype=np.bool_)

    def _slice(self, box: Box) -> tuple[slice, slice]:
        x0, y0, x1, y1 = (max(0, round(edge * self.scale)) for edge in (box.x0, box.y0, box.x1, box.y1))
        return slice(y0, y1), slice(x0, x1)


def find_ink(image: NDArray[np.uint8]) -> Ink:
    """Return what is darker than the paper around it (RGB, uint8), without long straight lines and specks."""
    import cv2

    scale = min(1.0, _WORKING_SIDE_PX / max(image.shape[:2]))
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    grey = cv2.cvtColor(cv2.resize(image, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    paper = cv2.medianBlur(grey, _BACKGROUND_PX)
    dark = (cv2.subtract(paper, grey) > _DARKER_BY).astype(np.uint8)
    return _label_marks(np.asarray(cv2.subtract(dark, _find_straight(dark)), dtype=np.uint8), scale)


def _find_straight(dark: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return what lies on level or upright straight lines: ruling, and now and then the bar of a letter."""
    import cv2

    flat, upright = np.ones((1, _LONGEST_BAR_PX), np.uint8), np.ones((_LONGEST_STEM_PX, 1), np.uint8)
    rows, columns = cv2.morphologyEx(dark, cv2.MORPH_OPEN, flat), cv2.morphologyEx(dark, cv2.MORPH_OPEN, upright)
    return np.asarray(cv2.dilate(cv2.max(rows, columns), np.ones((3, 3), np.uint8)), dtype=np.uint8)


def _label_marks(marks: NDArray[np.uint8], scale: float) -> Ink:
    """Return the marks without specks and without what is left of ruled lines: thin, and alone."""
    import cv2

    _, labels, stats, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
    width, height = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    area = stats[:, cv2.CC_STAT_AREA]
    is_flat = (width >= _LONGEST_DASH_PX) & (height <= _LEVEL * width)
    is_upright = (height >= _LONGEST_LONE_STEM_PX) & (width <= _LEVEL * height)
    is_thin = (area <= _THIN_PX * np.hypot(width, height)) & (is_flat | is_upright)
    is_kept = (area >= _SPECK_PX) & (np.minimum(width, height) > _HAIR_PX) & ~is_thin
    is_kept[0] = False
    numbers = np.where(is_kept, np.cumsum(is_kept), 0).astype(np.int32)
    areas = np.concatenate(([0], area[is_kept])).astype(np.int64)
    return Ink(np.asarray(numbers[labels], dtype=np.int32), areas, scale)
