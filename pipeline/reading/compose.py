"""From strips to lines: the page's rows and what was read in their quads come in, lines in reading order go out.

Words written in between two lines go into the lower one at their place. Words that are not the student's stay where
they stand in their line; a line may be nobody's but the teacher's or the form's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from pipeline.reading.confidence import join_strips
from pipeline.reading.detect import Quad
from pipeline.reading.rows import Row
from pipeline.reading.stripread import StripRead
from pipeline.records.reading import Line, Word

_CARETS = frozenset("^ʌ∧")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a word starts, has its middle and ends along a line, in pixels."""

    start: float
    middle: float
    end: float


def compose_lines(rows: Sequence[Row], quads: Sequence[Quad], reads: Sequence[StripRead]) -> tuple[Line, ...]:
    """Return the page's lines; `quads` and `reads` are by the numbers that the rows give."""
    lines: list[Line] = []
    for row in rows:
        line = join_strips([reads[k] for k in row.quads], starts_paragraph=row.starts_paragraph)
        added = join_strips([reads[k] for k in row.inserted], starts_paragraph=False)
        if line is not None and added is not None:
            line, added = _insert_words(line, added, quads[row.quads[0]]), None
        lines += [part for part in (added, line) if part is not None]
    return tuple(lines)


def join_sides(student: StripRead, teacher: StripRead, quad: Quad) -> StripRead:
    """Return what was read of one quad in two inks as one strip, its words in the order in which they stand."""
    if not (student.is_writing and teacher.is_writing):
        return teacher if teacher.is_writing else student
    words = sorted((*student.words, *teacher.words), key=lambda word: place_word(word, quad).middle)
    return replace(student, words=tuple(words), seen=None)


def place_word(word: Word, quad: Quad) -> Span:
    """Return where a word stands along the line of a quad; at 0 where it has no place."""
    if word.box is None:
        return Span(0.0, 0.0, 0.0)
    across = quad[1] - quad[0]
    along = across / max(1.0, float(np.linalg.norm(across)))
    box = word.box
    middle = float(np.array([box.x0 + box.x1, box.y0 + box.y1]) @ along) / 2
    half = (box.x1 - box.x0) * float(abs(along[0])) / 2
    return Span(middle - half, middle, middle + half)


def _insert_words(line: Line, added: Line, quad: Quad) -> Line:
    """Return the line with the added words at the caret, or else at the gap between words that is nearest to them."""
    words = list(line.words)
    carets = [k for k, word in enumerate(words) if set(word.text) <= _CARETS]
    if carets:
        at = carets[0]
        words = [word for k, word in enumerate(words) if k not in carets]
    else:
        at = _find_gap(words, added.words, quad)
    own = len(line.own), len(added.own)
    confidence = (line.confidence * own[0] + added.confidence * own[1]) / max(1, sum(own))
    return replace(line, words=(*words[:at], *added.words, *words[at:]), confidence=confidence)


def _find_gap(words: Sequence[Word], added: Sequence[Word], quad: Quad) -> int:
    """Return before which of the words the middle of the added ones stands, measured along the line."""
    spans = [place_word(word, quad) for word in words]
    middle = float(np.mean([place_word(word, quad).middle for word in added]))
    gaps = [spans[0].start, *((a.end + b.start) / 2 for a, b in pairwise(spans)), spans[-1].end]
    return int(np.argmin([abs(gap - middle) for gap in gaps]))
