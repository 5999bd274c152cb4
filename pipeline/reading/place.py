"""Where words stand: a line's quad, its ink and the words read in it come in, a box on the page for each goes out.

The model only says in which frames it recognised a letter. The gaps between words, and how high a word is, are seen in
the ink; where there is none to go by, the frames and the quad count.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.decode import Span
from pipeline.reading.detect import Quad
from pipeline.reading.middles import widen_quad
from pipeline.reading.share import Share
from pipeline.records.reading import Box

_ROOM = 0.6  # letters reach over the detector's quads, and lines are not as straight
_ROOM_FOR_GAPS = 0.15
_LEAST_RUN_SHARE = 0.15
_NEAR_SHARE = 0.1
_WHOLE_SHARE = 0.75


def place_words(share: Share, quad: Quad, spans: Sequence[Span]) -> tuple[Box, ...]:
    """Return the box of each word, upright in page pixels, in the order of the spans; `share` is the line's ink."""
    if not spans:
        return ()
    strip = share.cut(quad, _ROOM)
    inset = round(len(strip) * (_ROOM - _ROOM_FOR_GAPS) / (1 + 2 * _ROOM))
    limits = _split_at_gaps((strip[inset : len(strip) - inset] > 0).sum(axis=0), spans)
    wide = widen_quad(quad, _ROOM)
    areas = np.maximum(1, np.bincount(strip.ravel()))
    return tuple(_surround(wide, _tighten(_take_marks(strip, areas, limit), limit)) for limit in limits)


def _take_marks(strip: NDArray[np.int32], areas: NDArray[np.int_], limit: tuple[int, int]) -> NDArray[np.bool_]:
    """Return the ink of the word in the columns [left, right): whole marks, where most of one is in or out.

    areas: pixels of each mark in the strip, shape (marks + 1,).
    """
    left, right = limit
    share = np.bincount(strip[:, left:right].ravel(), minlength=len(areas)) / areas
    share[0] = 0.0
    taken = np.asarray((share >= _WHOLE_SHARE)[strip], dtype=np.bool_)
    is_cut = (share > 1 - _WHOLE_SHARE) & (share < _WHOLE_SHARE)
    if is_cut.any():
        taken[:, left:right] |= is_cut[strip[:, left:right]]
    return taken


def _split_at_gaps(profile: NDArray[np.int_], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the columns [left, right) that belong to each word; between two words lies the widest gap in the ink."""
    width = len(profile)
    cuts = [
        _find_gap(profile, round(before.last * width), round(after.first * width) + 1)
        for before, after in pairwise(spans)
    ]
    lefts = [round(spans[0].start * width), *cuts]
    rights = [*cuts, round(spans[-1].end * width)]
    return [(left, max(left + 1, right)) for left, right in zip(lefts, rights, strict=True)]


def _find_gap(profile: NDArray[np.int_], start: int, end: int) -> int:
    """Return the middle of the widest stretch of least ink in the columns [start, end)."""
    window = profile[start : max(start + 1, end)]
    if not window.size:
        return start
    runs = _find_runs(window == window.min())
    left, right = max(runs, key=lambda run: run[1] - run[0])
    return start + (left + right) // 2


def _tighten(marks: NDArray[np.bool_], limit: tuple[int, int]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the word as shares of the strip's sides."""
    height, width = marks.shape
    runs = _keep_runs(marks.sum(axis=1))
    if not runs:
        inset = _ROOM / (1 + 2 * _ROOM)
        return limit[0] / width, inset, limit[1] / width, 1 - inset
    top, bottom = runs[0][0], runs[-1][1]
    columns = np.flatnonzero(marks[top:bottom].any(axis=0))
    return columns[0] / width, top / height, (columns[-1] + 1) / width, bottom / height


def _keep_runs(profile: NDArray[np.int_]) -> list[tuple[int, int]]:
    """Return the runs of rows with ink that are the word's: the fullest, and those near it (dots, accents, commas).

    A thin run at an edge is what reaches in from another line.
    """
    runs = _find_runs(profile > 0)
    if not runs:
        return []
    weights = [int(profile[start:end].sum()) for start, end in runs]
    top, bottom = runs[int(np.argmax(weights))]
    near = _NEAR_SHARE * len(profile)
    kept = []
    for (start, end), weight in zip(runs, weights, strict=True):
        is_at_edge = start == 0 or end == len(profile)
        is_near = max(start - bottom, top - end) <= near
        if is_near and (not is_at_edge or weight >= _LEAST_RUN_SHARE * sum(weights)):
            kept.append((start, end))
    return kept


def _find_runs(is_set: NDArray[np.bool_]) -> list[tuple[int, int]]:
    steps = np.diff(np.concatenate(([0], is_set.astype(np.int8), [0])))
    return list(zip(np.flatnonzero(steps == 1).tolist(), np.flatnonzero(steps == -1).tolist(), strict=True))


def _surround(quad: Quad, sides: tuple[float, float, float, float]) -> Box:
    """Return the upright box around a part of the quad, given as shares of its sides."""
    left, top, right, bottom = sides
    corners = np.array(
        [_find_point(quad, x, y) for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]
    )
    (x0, y0), (x1, y1) = corners.min(axis=0), corners.max(axis=0)
    return Box(float(x0), float(y0), float(x1), float(y1))


def _find_point(quad: Quad, across: float, down: float) -> NDArray[np.float64]:
    upper = quad[0] + (quad[1] - quad[0]) * across
    lower = quad[3] + (quad[2] - quad[3]) * across
    return np.asarray(upper + (lower - upper) * down, dtype=np.float64)
