"""Which ink on a page is a teacher's: a page and its ink come in, its marks in the two inks, apart, go out.

Students write in black, blue or pencil, teachers who answer them in red, green or purple. What tells inks apart is how
much of the paper's red, green and blue light each takes away (Beer and Lambert): black takes of all three alike, blue
little of the blue, red little of the red, green little of the green. A page written in one colour is all the student's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.ink import PAPER_PX, Ink, relabel_ink, scale_image

_DARKNESS = 8.0  # added to light before its logarithm is taken: sensors are noisy in the dark
_SMOOTH_PX = 5
_HALF_PAPER_PX = PAPER_PX // 4 * 2 + 1
_MOST_RED, _MOST_GREEN = 0.7, 0.68  # light of that colour taken away, as a share of what is taken most
_GREEN_OVER_BLUE = 0.1
_LEAST_TAKEN = 1e-6
_LEAST_AREA_PX, _LEAST_SHARE, _MOST_SHARE = 150, 0.004, 0.45
_LEAST_MARK_PX = 40
_WHOLE, _MOSTLY = 0.7, 0.5
_EDGE_PX = 5


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One person's writing on a page: the image (RGB, uint8) with the other's marks painted over, and its ink.

    `is_part`: there is another side.
    """

    image: NDArray[np.uint8]
    ink: Ink
    is_part: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """A page's writing by whose it is; `teacher` is None where all is in one ink."""

    student: Side
    teacher: Side | None = None


def part_inks(image: NDArray[np.uint8], ink: Ink) -> Sides:
    """Return the page (RGB, uint8) with the student's and the teacher's ink apart.

    A teacher's ink is coloured, clearly there in marks of their own, and less than the student's. Lenses give dark
    strokes coloured edges: those are parts of marks.
    """
    small = scale_image(image, ink.scale)
    paper = _find_paper(small)
    is_coloured = _find_coloured(small, paper, ink)
    drawn = is_coloured & ink.drawn_mask
    area, whole, everything = int(drawn.sum()), _measure_whole(ink, drawn), int(ink.mask.sum())
    is_there = whole >= max(_LEAST_AREA_PX, _LEAST_SHARE * everything, _MOSTLY * area)
    if not is_there or area > _MOST_SHARE * everything:
        return Sides(Side(image, ink))
    theirs, own = relabel_ink(ink, is_coloured), relabel_ink(ink, ~is_coloured)
    return Sides(
        student=Side(_paint_over(image, paper, is_coloured), own, is_part=True),
        teacher=Side(_paint_over(image, paper, ink.mask & ~is_coloured), theirs, is_part=True),
    )


def _find_paper(small: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the colour of the paper around each working pixel; at half the size it takes a quarter as long."""
    import cv2

    halved = max(1, small.shape[1] // 2), max(1, small.shape[0] // 2)
    half = cv2.resize(small, halved, interpolation=cv2.INTER_AREA)
    channels = [cv2.medianBlur(np.ascontiguousarray(half[:, :, k]), _HALF_PAPER_PX) for k in range(3)]
    size = (small.shape[1], small.shape[0])
    return np.asarray(cv2.resize(np.stack(channels, axis=-1), size), dtype=np.uint8)


def _find_coloured(small: NDArray[np.uint8], paper: NDArray[np.uint8], ink: Ink) -> NDArray[np.bool_]:
    """Return where there is red, purple or green ink, dots and all."""
    import cv2

    logs = np.log(np.arange(256, dtype=np.float32) + _DARKNESS)
    taken = np.maximum(cv2.LUT(paper, logs) - cv2.LUT(small, logs), 0.0)
    taken[~ink.mask] = 0.0
    red, green, blue = cv2.split(cv2.blur(taken, (_SMOOTH_PX, _SMOOTH_PX)))
    most = np.maximum(cv2.max(cv2.max(red, green), blue), _LEAST_TAKEN)
    is_green = (green < _MOST_GREEN * most) & (blue > green + _GREEN_OVER_BLUE * most) & (red > green)
    return np.asarray(ink.mask & ((red < _MOST_RED * most) | is_green), dtype=np.bool_)


def _measure_whole(ink: Ink, is_coloured: NDArray[np.bool_]) -> int:
    """Return the area in working pixels of the marks that are coloured through and through."""
    coloured = np.bincount(ink.labels[is_coloured], minlength=len(ink.areas))
    return int(ink.areas[(coloured >= _WHOLE * ink.areas) & (ink.areas >= _LEAST_MARK_PX)].sum())


def _paint_over(image: NDArray[np.uint8], paper: NDArray[np.uint8], mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the image with the paper's own light where `mask` (working pixels) is set, and a little around it."""
    import cv2

    size = (image.shape[1], image.shape[0])
    wide = cv2.dilate(mask.astype(np.uint8), np.ones((_EDGE_PX, _EDGE_PX), np.uint8))
    cover = cv2.resize(wide, size, interpolation=cv2.INTER_NEAREST) > 0
    light = cv2.resize(paper, size, interpolation=cv2.INTER_LINEAR)
    return np.asarray(np.where(cover[:, :, None], light, image), dtype=np.uint8)
