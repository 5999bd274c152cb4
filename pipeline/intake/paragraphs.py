"""Placed words, line by line, come in; lines that know where a paragraph begins go out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.records.reading import Box, Line, Word

_GAP_PITCHES = 1.35
_INDENT_HEIGHTS = 1.2
_SPACE_HEIGHTS = 0.8
_LINES_AROUND = 3


def mark_paragraphs(lines: Sequence[Sequence[Word]]) -> tuple[Line, ...]:
    """Return `lines` as they are, each marked where a paragraph begins.

    A paragraph begins at the first line, after a gap of 1.35 usual line pitches, after a step back up the page (a new
    column), where a line is indented by 1.2 line heights against the lines above and below it, and where the line above
    ends although the next word would have fitted on it.
    """
    boxes = [_bound(words) for words in lines]
    pitch_px = _find_pitch(boxes)
    begins = [
        index == 0
        or _is_apart(boxes[index - 1], box, pitch_px)
        or _is_indented(boxes, index)
        or _had_room(boxes, index, lines[index][0].box)
        for index, box in enumerate(boxes)
    ]
    return tuple(Line(tuple(words), 1.0, starts) for words, starts in zip(lines, begins, strict=True))


def _bound(words: Sequence[Word]) -> Box | None:
    boxes = [word.box for word in words if word.box]
    if not boxes:
        return None
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _find_pitch(boxes: Sequence[Box | None]) -> float:
    steps = [below.y1 - above.y1 for above, below in pairwise(boxes) if above and below and below.y1 > above.y1]
    return median(steps) if steps else 0.0


def _is_apart(above: Box | None, box: Box | None, pitch_px: float) -> bool:
    if above is None or box is None:
        return False
    step_px = box.y1 - above.y1
    return step_px > _GAP_PITCHES * pitch_px or box.y1 < above.y0


def _is_indented(boxes: Sequence[Box | None], index: int) -> bool:
    near = [boxes[at] for at in (index - 1, index + 1) if at < len(boxes)]
    box = boxes[index]
    if box is None:
        return False
    indent_px = _INDENT_HEIGHTS * (box.y1 - box.y0)
    return all(other is not None and box.x0 - other.x0 > indent_px for other in near)


def _had_room(boxes: Sequence[Box | None], index: int, first_word: Box | None) -> bool:
    """Whether the line's first word would have fitted on the line above, judged by the widest line around."""
    above, box = boxes[index - 1], boxes[index]
    if above is None or box is None or first_word is None:
        return False
    around = boxes[max(0, index - _LINES_AROUND) : index + _LINES_AROUND + 1]
    right_px = max(other.x1 for other in around if other and other.x0 < box.x1 and other.x1 > box.x0)
    space_px = _SPACE_HEIGHTS * (box.y1 - box.y0)
    return above.x1 + space_px + (first_word.x1 - first_word.x0) < right_px
