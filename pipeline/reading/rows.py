"""Rows and paragraphs: quads around stretches of writing come in, rows in reading order go out.

Two rows of the page are never one row here: a stretch that is doubtful stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.detect import Quad
from pipeline.reading.layout import FlatBoxes, flatten_quads, split_at_fold, split_columns
from pipeline.reading.margins import find_insertions, find_notes
from pipeline.reading.spread import find_fold
from pipeline.reading.tilt import measure_view

_SAME_ROW_HEIGHTS = 0.5
_MOST_OVERLAP = 0.3
_INDENT_PITCHES = 0.75
_GAP_PITCHES = 1.6
_NEIGHBOURS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page: numbers of its quads from left to right.

    `inserted`: quads written in between this row and the one above, which belong into this one by their place.
    """

    quads: tuple[int, ...]
    starts_paragraph: bool
    inserted: tuple[int, ...] = ()


def find_rows(quads: Sequence[Quad], image: NDArray[np.uint8] | None = None) -> tuple[Row, ...]:
    """Return the page's rows in reading order; every quad is in exactly one, or inserted in one.

    A notebook that lies open is read page by page where its image (RGB, uint8) is given. Notes in the margin come after
    the column that they stand beside.
    """
    if not quads:
        return ()
    boxes = flatten_quads(quads)
    fold = None if image is None else find_fold(image, boxes, measure_view(quads))
    return tuple(row for page in split_at_fold(boxes, fold) for row in _read_page(boxes, page))


def _read_page(boxes: FlatBoxes, page: Sequence[int]) -> list[Row]:
    """Return the rows of one page: columns one after the other, each with its notes behind it."""
    rows: list[Row] = []
    for block in split_columns(boxes, page):
        notes = find_notes(boxes, block)
        beside = {k for side in notes for k in side}
        for part in ([k for k in block if k not in beside], *notes):
            rows += _read_block(boxes, part, is_note=part in notes)
    return rows


def _read_block(boxes: FlatBoxes, block: Sequence[int], *, is_note: bool) -> list[Row]:
    """Return the rows of a block from top to bottom; a note starts a paragraph of its own."""
    if not block:
        return []
    grouped = _group_rows(boxes, block)
    inserted = find_insertions(boxes, grouped)
    kept = [number for number in range(len(grouped)) if number not in inserted]
    starts = _find_starts(boxes, [grouped[number] for number in kept])
    into = {below: tuple(grouped[number]) for number, below in inserted.items()}
    return [
        Row(tuple(grouped[number]), start or (is_note and k == 0), into.get(number, ()))
        for k, (number, start) in enumerate(zip(kept, starts, strict=True))
    ]


def _group_rows(boxes: FlatBoxes, block: Sequence[int]) -> list[list[int]]:
    rows: list[list[int]] = []
    for k in sorted(block, key=lambda k: (boxes.middle[k], boxes.left[k])):
        home = next((row for row in rows if _fits(boxes, k, row)), None)
        if home is None:
            rows.append([k])
        else:
            home.append(k)
    rows.sort(key=lambda row: float(np.mean(boxes.middle[row])))
    return [sorted(row, key=lambda k: float(boxes.left[k])) for row in rows]


def _fits(boxes: FlatBoxes, k: int, row: Sequence[int]) -> bool:
    """Whether box `k` stands level with its nearest neighbour in the row, and over none of the row's boxes."""
    near = min(row, key=lambda j: max(boxes.left[j] - boxes.right[k], boxes.left[k] - boxes.right[j]))
    off = min(abs(boxes.middle[k] - boxes.middle[near]), abs(boxes.middle[k] - np.mean(boxes.middle[row])))
    if off >= _SAME_ROW_HEIGHTS * min(boxes.height[k], boxes.height[near]):
        return False
    return all(_overlap(boxes, k, j) < _MOST_OVERLAP for j in row)


def _overlap(boxes: FlatBoxes, k: int, j: int) -> float:
    """Share of the narrower box that lies above or below the other."""
    shared = min(boxes.right[k], boxes.right[j]) - max(boxes.left[k], boxes.left[j])
    return float(shared / max(1.0, min(boxes.right[k] - boxes.left[k], boxes.right[j] - boxes.left[j])))


def _find_starts(boxes: FlatBoxes, rows: Sequence[Sequence[int]]) -> list[bool]:
    """Whether each row starts a paragraph: it is indented against the rows around it, or has a larger gap above."""
    lefts = np.array([boxes.left[list(row)].min() for row in rows])
    middles = np.array([boxes.middle[list(row)].mean() for row in rows])
    gaps = np.diff(middles)
    pitch = float(np.median(gaps)) if len(gaps) else boxes.usual_height
    starts = []
    for k in range(len(rows)):
        around = [j for j in range(max(0, k - _NEIGHBOURS), min(len(rows), k + _NEIGHBOURS + 1)) if j != k]
        is_indented = bool(around) and lefts[k] - np.median(lefts[around]) > _INDENT_PITCHES * pitch
        has_gap = len(gaps) > 1 and k > 0 and gaps[k - 1] > _GAP_PITCHES * pitch
        starts.append(bool(is_indented or has_gap))
    return starts
