"""What stands beside and between the lines: boxes of one column come in, notes in the margin and insertions go out.

Only what is clear is taken out of the order of the lines: a note stands wholly outside of the text's edges, and an
insertion is a short piece between two lines that are no farther apart than the others.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.reading.layout import FlatBoxes

_WIDE_SHARE = 0.4
_FEWEST_WIDE = 4
_FEWEST_FULL = 3
_LEAST_NOTE_HEIGHTS = 1.6  # of its own height: the number of an answer is narrower
_LEAST_GAP_HEIGHTS = 0.2
_LEAST_END_GAP_HEIGHTS = 1.2
_MOST_NOTES_SHARE = 0.5
_LEVEL_HEIGHTS = 0.3
_MOST_LEVEL_SHARE = 0.7
_MOST_LABELS = 3
_MOST_INSERTED_SHARE = 0.4
_MOST_INSERTED_HEIGHT = 1.05
_SMALL = 0.8
_BETWEEN = (0.22, 0.8)
_MOST_PITCHES = 1.3
_LEAST_OVER = 0.6


def find_notes(boxes: FlatBoxes, block: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the boxes that are notes in the left margin, and those in the right one, of a column's boxes.

    The numbers of answers and labels before most lines are no notes; what is above the text or under it is none either.
    """
    edges = _find_edges(boxes, block)
    if edges is None:
        return [], []
    left, right, wide = edges
    height = float(np.median(boxes.height[wide]))
    top, bottom = boxes.middle[wide].min() - height / 2, boxes.middle[wide].max() + height / 2
    is_beside = (boxes.middle > top) & (boxes.middle < bottom)
    is_note = is_beside & (boxes.right - boxes.left >= _LEAST_NOTE_HEIGHTS * boxes.height)
    lefts = [k for k in block if is_note[k] and boxes.right[k] <= left - _LEAST_GAP_HEIGHTS * height]
    rights = [k for k in block if is_note[k] and boxes.left[k] >= right and _stands_off(boxes, k, block, height)]
    return _leave_labels(boxes, lefts, wide), _leave_labels(boxes, rights, wide)


def find_insertions(boxes: FlatBoxes, rows: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the numbers of rows that were written in between two lines, each with the row below that it belongs to."""
    widths = np.array([boxes.right[list(row)].max() - boxes.left[list(row)].min() for row in rows])
    full = [number for number in range(len(rows)) if widths[number] >= _MOST_INSERTED_SHARE * widths.max()]
    if len(full) < _FEWEST_FULL:
        return {}
    middles = np.array([float(boxes.middle[list(row)].mean()) for row in rows])
    most_gap = _MOST_PITCHES * float(np.median(np.diff(middles[full])))
    usual_height = float(np.median(boxes.height[[k for n in full for k in rows[n]]]))
    found = {}
    for number in range(1, len(rows) - 1):
        above, below = middles[number - 1], middles[number + 1]
        share = (middles[number] - above) / max(below - above, 1.0)
        is_between = _BETWEEN[0] < share < _BETWEEN[1] and below - above <= most_gap
        height = boxes.height[list(rows[number])].max() / usual_height
        is_short = widths[number] < _MOST_INSERTED_SHARE * widths[number + 1] and height <= _MOST_INSERTED_HEIGHT
        around = rows[number + 1 : number + 2] if height <= _SMALL else (rows[number - 1], rows[number + 1])
        if is_between and is_short and _lies_over(boxes, rows[number], around):
            found[number] = number + 1
    return found


def _find_edges(boxes: FlatBoxes, block: Sequence[int]) -> tuple[float, float, list[int]] | None:
    """Return the left and the right edge of the text, and its wide boxes; None where there is too little of it."""
    if len(block) < _FEWEST_WIDE:
        return None
    numbers = np.array(block)
    widths = (boxes.right - boxes.left)[numbers]
    wide = numbers[widths >= _WIDE_SHARE * (boxes.right[numbers].max() - boxes.left[numbers].min())]
    if len(wide) < _FEWEST_WIDE:
        return None
    return float(np.quantile(boxes.left[wide], 0.1)), float(np.quantile(boxes.right[wide], 0.9)), wide.tolist()


def _stands_off(boxes: FlatBoxes, k: int, block: Sequence[int], height: float) -> bool:
    """Whether there is a gap before a box that is wider than those inside of lines."""
    level = [j for j in block if j != k and abs(boxes.middle[j] - boxes.middle[k]) < height / 2]
    before = [boxes.right[j] for j in level if boxes.left[j] < boxes.left[k]]
    return not before or bool(boxes.left[k] - max(before) >= _LEAST_END_GAP_HEIGHTS * height)


def _leave_labels(boxes: FlatBoxes, side: list[int], wide: Sequence[int]) -> list[int]:
    """Return what stands in a margin, or nothing where it belongs to the lines: most have some, or it is level."""
    height = float(np.median(boxes.height[list(wide)]))
    level = [k for k in side if np.abs(boxes.middle[list(wide)] - boxes.middle[k]).min() < _LEVEL_HEIGHTS * height]
    is_many = len(level) > _MOST_NOTES_SHARE * len(wide)
    are_labels = is_many or (len(side) >= _MOST_LABELS and len(level) > _MOST_LEVEL_SHARE * len(side))
    return [] if are_labels else side


def _lies_over(boxes: FlatBoxes, row: Sequence[int], others: Sequence[Sequence[int]]) -> bool:
    """Whether most of a row's width has boxes of each of the other rows above or below it."""
    left, right = boxes.left[list(row)].min(), boxes.right[list(row)].max()
    shared = [sum(max(0.0, min(right, boxes.right[k]) - max(left, boxes.left[k])) for k in other) for other in others]
    return bool(min(shared) >= _LEAST_OVER * max(1.0, right - left))
