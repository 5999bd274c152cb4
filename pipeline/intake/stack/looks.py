"""A side's small picture comes in; what a cut can rest on goes out: its ink, its code, its print, its hand.

All lengths are in px of a page of PAGE_PX. Ink is what is clearly darker than the paper around it; what shines
through from the other side of the sheet is paler than that.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PAGE_PX = (640, 452)
"""Height and width every side is brought to: A4, or letter squeezed by a few per cent."""
MAP_PX = (160, 113)
"""Height and width of the map in which sides are compared."""

Floats = NDArray[np.float32]
_DARKER = 0.17
_FULLY_DARK = 0.45
_EDGE_PX = (18, 24)  # the dark a lid lets in, and holes, lie within this of the edges
_DUST_PX = 6
_LINE_SHARE = 0.14
_CODE_SHARE = 0.16
_RULED_SHARE = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class SideLook:
    """What is seen of one side.

    ink_px: ink without dust, edges, holes and ruled lines, in px of PAGE_PX. code: what a large code on it says.
    layout: float32 of MAP_PX, ink against the mean of its row, so that ruling and lines of writing alone say nothing.
    ink: float32 of MAP_PX, the ink itself. rules: y of lines across the page, as shares of its height.
    hand: float32, colours and strokes of the ink and the paper, that pages of one child share.
    """

    ink_px: int
    code: str
    layout: Floats
    ink: Floats
    rules: tuple[float, ...]
    hand: Floats


def look_at_side(picture: NDArray[np.uint8]) -> SideLook:
    """Return what is seen of a side's small picture (RGB, uint8, (height, width, 3))."""
    import cv2

    page = np.asarray(cv2.resize(picture, PAGE_PX[::-1], interpolation=cv2.INTER_AREA), np.uint8)
    grey = np.asarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), np.uint8)
    dark = _measure_darkness(grey)
    lines = _find_lines(dark)
    ink = np.where(lines.any, 0, dark).astype(np.float32)
    _clear_edges(ink)
    strokes = _drop_dust(ink > 0)
    soft = np.asarray(cv2.resize(ink * strokes, MAP_PX[::-1], interpolation=cv2.INTER_AREA), np.float32)
    return SideLook(
        ink_px=int(strokes.sum()),
        code=_read_code(picture),
        layout=_level_rows(soft),
        ink=soft,
        rules=_place_rules(lines.across),
        hand=_describe_hand(page, strokes, lines),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """Long straight lines: across, down, and both, thickened by a pixel."""

    across: NDArray[np.bool_]
    down: NDArray[np.bool_]
    any: NDArray[np.bool_]


def _measure_darkness(grey: NDArray[np.uint8]) -> Floats:
    """Return 0 for paper to 1 for black, against the paper around each pixel."""
    import cv2

    paper = cv2.GaussianBlur(cv2.dilate(grey, np.ones((13, 13), np.uint8)), (0, 0), 6).astype(np.float32)
    darker = 1 - grey.astype(np.float32) / np.maximum(paper, 1)
    return np.asarray(np.clip((darker - _DARKER) / (_FULLY_DARK - _DARKER), 0, 1), np.float32)


def _find_lines(dark: Floats) -> _Lines:
    import cv2

    marks = (dark > 0).astype(np.uint8)
    tall = cv2.dilate(marks, np.ones((3, 1), np.uint8))
    wide = cv2.dilate(marks, np.ones((1, 3), np.uint8))
    across = cv2.morphologyEx(tall, cv2.MORPH_OPEN, np.ones((1, int(_LINE_SHARE * PAGE_PX[1])), np.uint8))
    down = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((int(_LINE_SHARE * PAGE_PX[0]), 1), np.uint8))
    return _Lines(across > 0, down > 0, np.asarray((across > 0) | (down > 0), np.bool_))


def _clear_edges(ink: Floats) -> None:
    rows, columns = _EDGE_PX
    ink[:rows], ink[-rows:] = 0, 0
    ink[:, :columns], ink[:, -columns:] = 0, 0


def _drop_dust(marks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    import cv2

    _, labels, stats, _ = cv2.connectedComponentsWithStats(marks.astype(np.uint8), connectivity=8)
    is_kept = stats[:, cv2.CC_STAT_AREA] >= _DUST_PX
    is_kept[0] = False
    return np.asarray(is_kept[labels], np.bool_)


def _level_rows(soft: Floats) -> Floats:
    """Return the map blurred a little, less its mean along each row and column stretch, of unit spread."""
    import cv2

    blurred = cv2.GaussianBlur(soft, (0, 0), 0.8)
    return np.asarray(blurred - cv2.blur(blurred, (41, 1)), np.float32)


def _place_rules(across: NDArray[np.bool_]) -> tuple[float, ...]:
    """Return where lines cross most of the page, as shares of its height."""
    covered = (across.mean(axis=1) > _RULED_SHARE).astype(np.int8)
    begins = np.flatnonzero(np.diff(covered, prepend=0) == 1)
    ends = np.flatnonzero(np.diff(covered, append=0) == -1)
    return tuple(float((a + b) / 2 / PAGE_PX[0]) for a, b in zip(begins, ends, strict=True))


def _read_code(picture: NDArray[np.uint8]) -> str:
    """Return what a large square code on the side says: a separator sheet's; small ones on a worksheet are no sign."""
    import zxingcpp

    for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
        corners = found.position
        width_px = abs(corners.top_right.x - corners.top_left.x) + abs(corners.top_right.y - corners.top_left.y)
        if width_px >= _CODE_SHARE * min(picture.shape[:2]):
            return str(found.text).strip()
    return ""


def _describe_hand(page: NDArray[np.uint8], strokes: NDArray[np.bool_], lines: _Lines) -> Floats:
    """Return colours of ink and paper (Lab), ruling, and the strokes' width, lean and height: 11 numbers."""
    import cv2

    lab = cv2.cvtColor(page, cv2.COLOR_RGB2LAB).astype(np.float32)
    paper = np.median(lab[::7, ::7].reshape(-1, 3), axis=0)
    if not strokes.any():
        return np.full(11, np.nan, np.float32)
    ink = lab[strokes].mean(axis=0) - paper
    depth = cv2.distanceTransform(strokes.astype(np.uint8), cv2.DIST_L2, 3)
    _, _, stats, _ = cv2.connectedComponentsWithStats(strokes.astype(np.uint8), connectivity=8)
    heights = stats[1:, cv2.CC_STAT_HEIGHT]
    grey = page.mean(axis=2, dtype=np.float32) * strokes
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    lean = float((across * down).sum() / max(1.0, float((across**2).sum())))
    told = [*ink, *paper, lines.across.mean() * 10, lines.down.mean() * 10, depth[strokes].mean(), lean]
    return np.array([*told, np.log(np.median(heights))], np.float32)
