"""Whose line each mark is: a page's ink and the quads of its lines come in, the ink that belongs to each goes out.

A quad cuts off what hangs below it, while tails and stems of the lines around it reach in. So a mark belongs as a whole
to the line whose middle it crosses, and only marks that hang together over two lines are divided between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad
from pipeline.reading.ink import Ink
from pipeline.reading.middles import Offsets, bend_offsets, measure_offsets, widen_quad

_HAIR_SHARE = 0.6  # of the pen's width: thinner strokes are what is left of ruling
_THICKEST = 0.9
_TAIL_PX = 12
_LEAST_INK_PX = 30


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """The marks of one line, cut out of the page's ink (working pixels) with the upper left corner at (left, top).

    labels: int32, shape (height, width): 0 for paper and for other lines' ink, else the number of the mark.
    """

    labels: NDArray[np.int32]
    left: int
    top: int
    scale: float

    @property
    def is_empty(self) -> bool:
        """Whether the line has next to no ink."""
        return int((self.labels > 0).sum()) < _LEAST_INK_PX

    def cut(self, quad: Quad, room: float) -> NDArray[np.int32]:
        """Return the marks inside a quad (page pixels) set straight, `room` of its height added above and below."""
        import cv2

        corners = widen_quad(quad, room) * np.float32(self.scale)
        width = max(1, round(float(np.linalg.norm(corners[1] - corners[0]))))
        height = max(1, round(float(np.linalg.norm(corners[3] - corners[0]))))
        if not self.labels.size:
            return np.zeros((height, width), dtype=np.int32)
        target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
        turn = cv2.getPerspectiveTransform(corners - np.array([self.left, self.top], dtype=np.float32), target)
        cut = cv2.warpPerspective(self.labels.astype(np.float32), turn, (width, height), flags=cv2.INTER_NEAREST)
        return np.asarray(cut, dtype=np.int32)


def share_ink(ink: Ink, quads: Sequence[Quad]) -> tuple[Share, ...]:
    """Return the ink of each quad, in the order of the quads; ink far from all of them is nobody's."""
    straight = [measure_offsets(quad * np.float32(ink.scale), ink.labels.shape) for quad in quads]
    owners = np.where(ink.mask, _find_nearest(ink, straight), 0)
    bent = [bend_offsets(line, owners[line.place] == number) for number, line in enumerate(straight, start=1)]
    settled = _settle_marks(ink, _find_nearest(ink, bent), _find_crossings(ink, bent))
    return tuple(_cut_share(ink, line, settled[line.place] == number) for number, line in enumerate(bent, start=1))


def _find_nearest(ink: Ink, lines: Sequence[Offsets]) -> NDArray[np.int32]:
    """Return for each working pixel the number (from 1) of the line whose middle is nearest; 0: none in reach."""
    nearest = np.full(ink.labels.shape, np.inf, dtype=np.float32)
    owners = np.zeros(ink.labels.shape, dtype=np.int32)
    for number, line in enumerate(lines, start=1):
        distance = np.abs(line.down)
        is_nearer = distance < nearest[line.place]
        nearest[line.place][is_nearer] = distance[is_nearer]
        owners[line.place][is_nearer] = number
    return owners


def _find_crossings(ink: Ink, lines: Sequence[Offsets]) -> NDArray[np.int32]:
    """Return the number of the line where a mark crosses a line's core from top to bottom, 0 elsewhere."""
    crossings = np.zeros(ink.labels.shape, dtype=np.int32)
    for number, line in enumerate(lines, start=1):
        labels, cores = ink.labels[line.place], line.down / line.core_px
        upper, lower = labels[(cores > -1) & (cores < -1 / 2)], labels[(cores > 1 / 2) & (cores < 1)]
        crossing = np.intersect1d(upper, lower)
        crossings[line.place][(np.abs(cores) < 1) & np.isin(labels, crossing[crossing > 0])] = number
    return crossings


def _settle_marks(ink: Ink, owners: NDArray[np.int32], crossings: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return whose each pixel is: the line's that its mark crosses, or the nearest's where the mark crosses none."""
    crossed, near = _count_pixels(ink, crossings), _count_pixels(ink, owners)
    crossed[:, 0] = 0
    lines = (crossed > 0).sum(axis=1)
    best = np.where(lines > 0, crossed.argmax(axis=1), near.argmax(axis=1))
    best[0] = 0
    settled: NDArray[np.int32] = np.asarray(best[ink.labels], dtype=np.int32)
    for mark in np.flatnonzero(lines > 1):
        place = ink.find_mark(int(mark))
        is_mark = ink.labels[place] == mark
        settled[place][is_mark] = _divide_mark(is_mark, crossings[place])[is_mark]
    return settled


def _count_pixels(ink: Ink, numbers: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return how many pixels of each mark have each number, shape (marks + 1, greatest number + 1)."""
    step = int(numbers.max()) + 1
    pairs = ink.labels.astype(np.int64) * step + numbers
    return np.asarray(np.bincount(pairs.ravel(), minlength=step * len(ink.areas)).reshape(-1, step), dtype=np.int64)


def _divide_mark(is_mark: NDArray[np.bool_], crossings: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return for each pixel of a mark the line it crosses that is nearest along the mark's own strokes.

    The first of the lines has a start: where two lines touch, it is mostly a tail of the upper one that comes down.
    """
    lines = np.where(is_mark, crossings, 0)
    first = np.where(lines == lines[lines > 0].min(), lines, 0)
    for _ in range(_TAIL_PX):
        first = _grow(first, is_mark & (lines == 0))
    lines = np.maximum(lines, first)
    while True:
        grown = _grow(lines, is_mark)
        if (grown == lines).all():
            return grown
        lines = grown


def _grow(numbers: NDArray[np.int32], is_open: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the numbers with every open pixel that has none given its neighbours'."""
    import cv2

    near = cv2.dilate(numbers.astype(np.float32), np.ones((3, 3), np.uint8))
    return np.asarray(np.where(is_open & (numbers == 0), near, numbers), dtype=np.int32)


def _cut_share(ink: Ink, line: Offsets, is_own: NDArray[np.bool_]) -> Share:
    """Return the line's ink without hairs."""
    import cv2

    rows, columns = line.place
    labels = ink.labels[line.place]
    if not is_own.any():
        return Share(np.zeros_like(labels), columns.start, rows.start, ink.scale)
    own = is_own.astype(np.uint8)
    inner = min(_THICKEST, float(cv2.erode(own, np.ones((3, 3), np.uint8)).sum() / own.sum()))
    hair_px = max(1, int(_HAIR_SHARE * 2 / (1 - inner)))  # a stroke of width w keeps (w - 2) / w
    kept = cv2.morphologyEx(own, cv2.MORPH_OPEN, np.ones((hair_px, hair_px), np.uint8))
    return Share(np.where(kept > 0, labels, 0).astype(np.int32), columns.start, rows.start, ink.scale)
