"""Where a page has ink: an image comes in, a mask of what was written, drawn or printed goes out.

Ruled lines and specks are paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.paper import tell_drawn
from pipeline.records.reading import Box

WORKING_SIDE_PX = 1300
PAPER_PX = 41
"""The paper's light at a place is the median of so many working pixels around it, each way."""
DARKER_BY = 22
_LONGEST_BAR_PX, _LONGEST_STEM_PX = 35, 50
_LONGEST_LONE_STEM_PX = 40
_SPECK_PX = 12
_RULING_PX = 9
_LONGEST_DASH_PX = 25
_THIN_PX, _HAIR_PX = 4, 2
_FRAME = 0.06
_LEVEL = 0.2  # about eleven degrees


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """The marks on a page, at `scale` (working pixels for one pixel of the page).

    labels: int32, shape (height, width): 0 for paper, else the number of the mark (ink that hangs together).
    areas: int64, shape (marks + 1,): working pixels of each mark, 0 for the paper.
    boxes: int32, shape (marks + 1, 4): left, top, width and height of each mark in working pixels, 0 for the paper.
    drawn: bool, shape (marks + 1,): which marks are more than the paper's own remains (paper.py); None: all of them.
    """

    labels: NDArray[np.int32]
    areas: NDArray[np.int64]
    boxes: NDArray[np.int32]
    scale: float
    drawn: NDArray[np.bool_] | None = None

    def find_mark(self, mark: int) -> tuple[slice, slice]:
        """Return the rows and columns of working pixels that a mark lies in."""
        x, y, width, height = (int(edge) for edge in self.boxes[mark])
        return slice(y, y + height), slice(x, x + width)

    @property
    def mask(self) -> NDArray[np.bool_]:
        """Where there is ink, shape (height, width)."""
        return self.labels > 0

    @property
    def share(self) -> float:
        """Share of the page that is ink (0..1)."""
        return float(self.mask.mean())

    @property
    def drawn_mask(self) -> NDArray[np.bool_]:
        """Where somebody wrote or drew, shape (height, width)."""
        return self.mask if self.drawn is None else self.drawn[self.labels]

    def measure_inside(self, box: Box) -> int:
        """Return how many working pixels of ink lie inside `box` (page pixels)."""
        return int(self.mask[self._slice(box)].sum())

    def measure_under(self, boxes: Sequence[Box]) -> int:
        """Return how many working pixels of ink lie inside at least one of the boxes."""
        covered = np.zeros_like(self.mask)
        for box in boxes:
            covered[self._slice(box)] = True
        return int((self.mask & covered).sum())

    @property
    def width_px(self) -> float:
        """The page's width in its own pixels."""
        return float(self.labels.shape[1] / self.scale)

    def measure_outside(self, boxes: Sequence[Box]) -> int:
        """Return how many working pixels of ink lie in none of the boxes."""
        return int(self.mask.sum()) - self.measure_under(boxes)

    def measure_drawn_outside(self, boxes: Sequence[Box]) -> int:
        """Return how many working pixels that somebody wrote or drew lie in none of the boxes."""
        left = self.drawn_mask.copy()
        for box in boxes:
            left[self._slice(box)] = False
        return int(left.sum())

    def measure_unread(self, boxes: Sequence[Box], least_px: float = 0.0) -> float:
        """Return the share of what somebody wrote or drew that lies in none of the boxes; 0.0 on a blank page.

        Marks that are shorter than `least_px` (page pixels) both ways don't count, nor does the outermost part of the
        picture: the desk around a photographed sheet.
        """
        is_large = self.boxes[:, 2:].max(axis=1) >= least_px * self.scale
        rows, columns = (round(_FRAME * side) for side in self.labels.shape)
        everything = self.drawn_mask & is_large[self.labels]
        everything[:rows], everything[len(everything) - rows :] = False, False
        everything[:, :columns], everything[:, everything.shape[1] - columns :] = False, False
        left = everything.copy()
        for box in boxes:
            left[self._slice(box)] = False
        return float(left.sum() / everything.sum()) if everything.any() else 0.0

    def _slice(self, box: Box) -> tuple[slice, slice]:
        x0, y0, x1, y1 = (max(0, round(edge * self.scale)) for edge in (box.x0, box.y0, box.x1, box.y1))
        return slice(y0, y1), slice(x0, x1)


def find_ink(image: NDArray[np.uint8], tilts: Sequence[float] = (0.0,)) -> Ink:
    """Return what is darker than the paper around it (RGB, uint8), without long straight lines and specks.

    `tilts`: how far ruled lines may be turned clockwise, in radians.
    """
    import cv2

    scale = min(1.0, WORKING_SIDE_PX / max(image.shape[:2]))
    grey = cv2.cvtColor(scale_image(image, scale), cv2.COLOR_RGB2GRAY)
    paper = cv2.medianBlur(grey, PAPER_PX)
    dark = (cv2.subtract(paper, grey) > DARKER_BY).astype(np.uint8)
    straight = _find_straight(dark, tilts)
    ink = _label_marks(_join_over(dark * (straight == 0), dark * (straight > 0)), scale)
    return replace(ink, drawn=tell_drawn(ink.labels, ink.areas, ink.boxes, np.asarray(grey, dtype=np.uint8)))


def scale_image(image: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    """Return the image in working pixels."""
    import cv2

    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def relabel_ink(ink: Ink, chosen: NDArray[np.bool_]) -> Ink:
    """Return the ink inside `chosen` (bool, the shape of `ink.labels`), its marks numbered anew."""
    part = _label_marks((ink.mask & chosen).astype(np.uint8), ink.scale)
    drawn = np.bincount(part.labels[ink.drawn_mask], minlength=len(part.areas)) > 0
    drawn[0] = False
    return replace(part, drawn=np.asarray(drawn, dtype=np.bool_))


def _join_over(marks: NDArray[np.uint8], ruling: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the marks with their strokes joined where ruling that was taken out ran through them."""
    import cv2

    joined = cv2.morphologyEx(marks, cv2.MORPH_CLOSE, np.ones((_RULING_PX, 1), np.uint8))
    return np.asarray(cv2.max(marks, cv2.min(joined, ruling)), dtype=np.uint8)


def _find_straight(dark: NDArray[np.uint8], tilts: Sequence[float]) -> NDArray[np.uint8]:
    """Return what lies on straight lines along or across the tilts: ruling, and now and then the bar of a letter."""
    import cv2

    straight = np.zeros_like(dark)
    for tilt in tilts:
        bar, stem = _draw_line(_LONGEST_BAR_PX, tilt), _draw_line(_LONGEST_STEM_PX, tilt + np.pi / 2)
        is_slanted = min(bar.shape) > 1
        # A thin slanted line has steps that the pattern's own need not meet.
        rows = cv2.dilate(dark, np.ones((3, 1), np.uint8)) if is_slanted else dark
        columns = cv2.dilate(dark, np.ones((1, 3), np.uint8)) if is_slanted else dark
        for thick, line in ((rows, bar), (columns, stem)):
            found = cv2.min(dark, cv2.morphologyEx(thick, cv2.MORPH_OPEN, line))
            straight = np.asarray(cv2.max(straight, found), dtype=np.uint8)
    return np.asarray(cv2.dilate(straight, np.ones((3, 3), np.uint8)), dtype=np.uint8)


def _draw_line(length_px: int, angle: float) -> NDArray[np.uint8]:
    """Return a straight line of ones through the middle, cut as narrow as it is."""
    import cv2

    reach = np.array([np.cos(angle), np.sin(angle)]) * (length_px - 1) / 2
    half = np.round(np.abs(reach)).astype(int)
    line = np.zeros((2 * half[1] + 1, 2 * half[0] + 1), np.uint8)
    ends = [tuple(int(k) for k in np.round(half + way * reach)) for way in (-1, 1)]
    return np.asarray(cv2.line(line, ends[0], ends[1], 1), dtype=np.uint8)


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
    boxes = np.concatenate((np.zeros((1, 4), np.int32), stats[is_kept, : cv2.CC_STAT_AREA])).astype(np.int32)
    return Ink(np.asarray(numbers[labels], dtype=np.int32), areas, boxes, scale)
