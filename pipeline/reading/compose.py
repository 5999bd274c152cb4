"""From strips to lines: the page's rows and what was read in their quads come in, lines in reading order go out.

Words written in between two lines go into the lower one at their place; words crossed out become a line of their own,
which is kept and shown but is not the student's text.
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
from pipeline.records.reading import Line, LineRole, Word

_CARETS = frozenset("^ʌ∧")
_FEWEST_WORDS = 10
_MOST_STRUCK = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class SeenStrip:
    """A quad, what was read in it, and the numbers of its words that are crossed out."""

    quad: Quad
    read: StripRead
    struck: tuple[int, ...] = ()

    @property
    def kept(self) -> StripRead:
        """What is not crossed out."""
        return self._take([k for k in range(len(self.read.words)) if k not in self.struck])

    @property
    def left_out(self) -> StripRead:
        """What is crossed out."""
        return self._take(self.struck)

    def _take(self, chosen: Sequence[int]) -> StripRead:
        if len(chosen) == len(self.read.words):
            return self.read
        return replace(self.read, words=tuple(self.read.words[k] for k in chosen), seen=None)


def doubt_strikes(strips: Sequence[SeenStrip]) -> list[SeenStrip]:
    """Return the strips; without what is crossed out where that would be much of the page: it is dark ruling then."""
    words, struck = sum(len(strip.read.words) for strip in strips), sum(len(strip.struck) for strip in strips)
    if words >= _FEWEST_WORDS and struck > _MOST_STRUCK * words:
        return [replace(strip, struck=()) for strip in strips]
    return list(strips)


def compose_lines(rows: Sequence[Row], strips: Sequence[SeenStrip]) -> tuple[Line, ...]:
    """Return the page's lines; `strips` are those of all quads, by the numbers that the rows give."""
    lines: list[Line] = []
    for row in rows:
        base, above = [strips[k] for k in row.quads], [strips[k] for k in row.inserted]
        line = join_strips([strip.kept for strip in base], starts_paragraph=row.starts_paragraph)
        added = join_strips([strip.kept for strip in above], starts_paragraph=False)
        out = join_strips([strip.left_out for strip in (*above, *base)], starts_paragraph=False)
        if line is not None and added is not None:
            line, added = _insert_words(line, added, base[0].quad), None
        struck = None if out is None else replace(out, role=LineRole.STRUCK)
        lines += [part for part in (added, line, struck) if part is not None]
    return tuple(lines)


def _insert_words(line: Line, added: Line, quad: Quad) -> Line:
    """Return the line with the added words at the caret, or else at the gap between words that is nearest to them."""
    words = list(line.words)
    carets = [k for k, word in enumerate(words) if set(word.text) <= _CARETS]
    if carets:
        at = carets[0]
        words = [word for k, word in enumerate(words) if k not in carets]
    else:
        at = _find_gap(words, added.words, quad)
    count = len(line.words) + len(added.words)
    confidence = (line.confidence * len(line.words) + added.confidence * len(added.words)) / count
    return replace(line, words=(*words[:at], *added.words, *words[at:]), confidence=confidence)


def _find_gap(words: Sequence[Word], added: Sequence[Word], quad: Quad) -> int:
    """Return before which of the words the middle of the added ones stands, measured along the line."""
    across = quad[1] - quad[0]
    along = across / max(1.0, float(np.linalg.norm(across)))
    ends = [_place(word, along) for word in words]
    middle = float(np.mean([_place(word, along)[1] for word in added]))
    starts = [start for start, _, _ in ends]
    gaps = [starts[0], *((a[2] + b[0]) / 2 for a, b in pairwise(ends)), ends[-1][2]]
    return int(np.argmin([abs(gap - middle) for gap in gaps]))


def _place(word: Word, along: Quad) -> tuple[float, float, float]:
    """Return where a word starts, has its middle and ends along a line."""
    if word.box is None:
        return 0.0, 0.0, 0.0
    box = word.box
    middle = float(np.array([box.x0 + box.x1, box.y0 + box.y1]) @ along) / 2
    half = (box.x1 - box.x0) * float(abs(along[0])) / 2
    return middle - half, middle, middle + half
