"""What a child crossed out: a stretch of writing and its words come in, the words a stroke runs through go out.

A stroke counts where it is long and straight, as thick and as dark as the pen's own, runs through the middle of letters
and ends with them: what runs on to a side is ruling, what has its letters above it is an underline, and what has them
below it is the bar of a t.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad
from pipeline.reading.recognise import cut_strip
from pipeline.records.reading import Box

_HEIGHT_PX = 48  # strips are looked at in this height
_LEAST_HEIGHT_PX = 24  # letters of smaller ones run together
_ROOM_HEIGHTS = 1.5
_OVERSHOOT_HEIGHTS = 0.8
_LEAST_LENGTH_HEIGHTS = 1.15
_SLOPES = tuple(np.linspace(-0.2, 0.2, 15).tolist())
_PAPER_PX = 31
_LEAST_CONTRAST = 25
_DARK_SHARE = 0.5  # of the writing's own darkness
_DARK_PERCENTILE = 75
_LEAST_THICKNESS = 0.8  # of the pen's width: straight ways through the letters of cursive are thinner
_THICKEST = 0.9
_NEAR_HEIGHTS = 0.4
_TOUCH_PX = 3
_LEAST_ABOVE, _MOST_ABOVE = 0.2, 0.87
_LEAST_CROSSINGS = 1.6  # letters' strokes that run through, for one height of the stroke's length
_LEAST_COVER = 0.7
_PALEST_PERCENTILE, _LEAST_ALONG = 10, 0.7  # of the writing's own darkness
_ON_HEIGHTS, _FEWEST_ON_PX, _PALE_SHARE, _ON_SHARE = 1.2, 12, 0.3, 0.7


@dataclass(frozen=True, slots=True)
class Strike:
    """A stroke through writing, from `start` to `end` along its quad: shares of its width."""

    start: float
    end: float


def find_strikes(image: NDArray[np.uint8], quad: Quad) -> tuple[Strike, ...]:
    """Return the strokes through the writing in a quad of the page (RGB, uint8), in no order."""
    import cv2

    strip = cut_strip(image, _widen_sides(quad, _ROOM_HEIGHTS))
    if strip is None or strip.shape[0] < _LEAST_HEIGHT_PX:
        return ()
    size = (max(1, round(strip.shape[1] * _HEIGHT_PX / strip.shape[0])), _HEIGHT_PX)
    grey = cv2.cvtColor(cv2.resize(strip, size, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    depth, level = _measure_depth(np.asarray(grey, dtype=np.uint8))
    dark = (depth > level).astype(np.uint8)
    room, pen_px = round(_ROOM_HEIGHTS * _HEIGHT_PX), _measure_pen(dark)
    width = max(1, size[0] - 2 * room)
    strokes = [stroke for stroke in _find_strokes(dark) if _runs_through(dark, stroke, pen_px)]
    ends = [_find_ends(stroke) for stroke in strokes if _is_drawn(depth, stroke, level)]
    over = _OVERSHOOT_HEIGHTS * _HEIGHT_PX
    inside = [(left, right) for left, right in ends if left >= room - over and right <= room + width + over]
    return tuple(Strike((left - room) / width, (right - room) / width) for left, right in inside)


def find_struck(strikes: Sequence[Strike], quad: Quad, boxes: Sequence[Box | None]) -> tuple[int, ...]:
    """Return the numbers of the words (their boxes upright in page pixels) that are crossed out over most of them."""
    if not strikes:
        return ()
    places = [None if box is None else _place_along(quad, box) for box in boxes]
    return tuple(
        k for k, place in enumerate(places) if place is not None and _measure_cover(strikes, *place) >= _LEAST_COVER
    )


def _measure_cover(strikes: Sequence[Strike], start: float, end: float) -> float:
    """Return the greatest share of [start, end) that one of the strokes covers."""
    length = max(1e-6, end - start)
    return max(min(end, strike.end) - max(start, strike.start) for strike in strikes) / length


def _place_along(quad: Quad, box: Box) -> tuple[float, float]:
    """Return where a word starts and ends along its quad, from the upright box around it."""
    across = (quad[1] - quad[0] + quad[2] - quad[3]) / 2
    width = max(1.0, float(np.linalg.norm(across)))
    cosine, sine = float(across[0]) / width, abs(float(across[1])) / width
    middle = np.array([box.x0 + box.x1, box.y0 + box.y1]) / 2 - quad.mean(axis=0)
    centre = 0.5 + float(middle @ across) / width**2
    # An upright box around a turned one is w cos + h sin wide and w sin + h cos high.
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    turned = cosine**2 - sine**2
    length = (wide * cosine - high * sine) / turned if turned > 1 / 2 else wide
    half = max(length, wide / 2) / width / 2
    return centre - half, centre + half


def _widen_sides(quad: Quad, room: float) -> Quad:
    """Return the quad with `room` of its height added on its left and on its right."""
    across = (quad[1] - quad[0] + quad[2] - quad[3]) / 2
    height = float(np.linalg.norm(quad[3] - quad[0] + quad[2] - quad[1])) / 2
    out = across / max(1.0, float(np.linalg.norm(across))) * height * room
    return np.asarray(quad + np.array([-out, out, out, -out]), dtype=np.float32)


def _measure_depth(grey: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], float]:
    """Return how much darker than its paper the strip is, and what is half as dark as its writing: more than ruling."""
    import cv2

    paper = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((_PAPER_PX, _PAPER_PX), np.uint8))
    depth = np.asarray(cv2.subtract(paper, grey), dtype=np.uint8)
    writing = depth[depth > _LEAST_CONTRAST]
    level = float(np.percentile(writing, _DARK_PERCENTILE)) if writing.size else 0.0
    return depth, max(_LEAST_CONTRAST, _DARK_SHARE * level)


def _measure_pen(dark: NDArray[np.uint8]) -> float:
    """Return the pen's width in pixels: a stroke of width w keeps (w - 2) / w when a pixel is taken off all around."""
    import cv2

    inner = float(cv2.erode(dark, np.ones((3, 3), np.uint8)).sum()) / max(1, int(dark.sum()))
    return 2 / (1 - min(_THICKEST, inner))


def _find_strokes(dark: NDArray[np.uint8]) -> Iterator[NDArray[np.bool_]]:
    """Yield the long strokes, nearly level and straight: bool, the strip's shape."""
    import cv2

    length = round(_LEAST_LENGTH_HEIGHTS * _HEIGHT_PX)
    whole = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))  # a pencil leaves gaps
    strokes = np.zeros_like(dark)
    for slope in _SLOPES:
        reach = round(abs(slope) * length / 2)
        line = np.zeros((2 * reach + 1, length), np.uint8)
        ends = (0, 2 * reach) if slope > 0 else (2 * reach, 0)
        cv2.line(line, (0, ends[0]), (length - 1, ends[1]), 1)
        inner = cv2.erode(whole, line)
        if inner.any():
            strokes = np.asarray(cv2.max(strokes, cv2.dilate(inner, line[::-1, ::-1])), dtype=np.uint8)
    count, labels = cv2.connectedComponents(strokes, connectivity=8)
    for number in range(1, count):
        yield np.asarray(labels == number)


def _find_ends(stroke: NDArray[np.bool_]) -> tuple[int, int]:
    """Return a stroke's first column, and the one behind its last."""
    columns = np.flatnonzero(stroke.any(axis=0))
    return int(columns[0]), int(columns[-1]) + 1


def _is_drawn(depth: NDArray[np.uint8], stroke: NDArray[np.bool_], level: float) -> bool:
    """Whether a stroke was drawn: it is dark all along, and doesn't go on beside the letters as a paler line.

    Blurred letters run together with pale gaps; ink that runs along ruling goes on as ruling.
    """
    rows, columns = np.nonzero(stroke)
    line = np.polynomial.Polynomial.fit(columns, rows, 1)

    def look(places: NDArray[np.int64]) -> NDArray[np.uint8]:
        middle = np.round(line(places)).astype(np.int64).clip(1, len(depth) - 2)
        return np.asarray(np.max([depth[middle + step, places] for step in (-1, 0, 1)], axis=0))

    left, right = _find_ends(stroke)
    if np.percentile(look(np.arange(left, right)), _PALEST_PERCENTILE) < _LEAST_ALONG / _DARK_SHARE * level:
        return False
    reach = round(_ON_HEIGHTS * _HEIGHT_PX)
    for beside in (np.arange(max(0, left - reach), left), np.arange(right, min(depth.shape[1], right + reach))):
        along = look(beside)
        pale = along[along <= level]  # what is darker is the next word
        if len(pale) >= _FEWEST_ON_PX and (pale >= _PALE_SHARE * level).mean() > _ON_SHARE:
            return False
    return True


def _runs_through(dark: NDArray[np.uint8], stroke: NDArray[np.bool_], pen_px: float) -> bool:
    """Whether the stroke is as thick as the pen's, and letters reach out both above and below it."""
    left, right = _find_ends(stroke)
    part, ink = stroke[:, left:right], dark[:, left:right] > 0
    rows = np.arange(len(dark))[:, None]
    top, bottom = np.where(part, rows, len(dark)).min(axis=0), np.where(part, rows, -1).max(axis=0)
    if part.sum() / (right - left) < _LEAST_THICKNESS * pen_px:
        return False
    near = _NEAR_HEIGHTS * _HEIGHT_PX
    above = int((ink & (rows < top) & (rows > top - near)).sum())
    below = int((ink & (rows > bottom) & (rows < bottom + near)).sum())
    touches_above = (ink & (rows < top) & (rows >= top - _TOUCH_PX)).any(axis=0)
    touches_below = (ink & (rows > bottom) & (rows <= bottom + _TOUCH_PX)).any(axis=0)
    crossings = int((np.diff((touches_above & touches_below).astype(np.int8), prepend=0) == 1).sum())
    is_crossed = crossings >= _LEAST_CROSSINGS * (right - left) / _HEIGHT_PX
    return is_crossed and _LEAST_ABOVE <= above / max(1, above + below) <= _MOST_ABOVE
