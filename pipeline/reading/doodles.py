"""Drawings that look like letters: the page's strips as read come in, which of them are writing goes out.

A lamp in a circuit is read as X, an arrow as V, waves as wwww, each with belief enough. None of it is text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.reading.detect import Quad
from pipeline.reading.ink import Ink
from pipeline.reading.stripread import Nature, StripRead
from pipeline.records.reading import Box

_FEW_LETTERS = 3
_FEW_LETTERS_BELIEF = 0.9
_OUTGROWN = 2.5
_MOST_UNREAD = 0.5
_FEWEST_ALIKE, _ALIKE_FROM, _ALIKE_SHARE = 2, 6, 0.85


def leave_out_doodles(reads: Sequence[StripRead], quads: Sequence[Quad], ink: Ink) -> list[StripRead]:
    """Return the strips, those that are drawings marked as such.

    A drawing is a strip without letters or digits, or of the same letter over and over; and one of at most three
    letters that hang together with much more ink than the strip's own, or that stand alone on a page and are not
    believed in by 0.9, or are alone amid ink that nobody could read.
    """
    sorted_out = [_mark(read, is_doodle=_is_pattern(_spell(read))) for read in reads]
    sorted_out = [_mark(read, is_doodle=_is_outgrown(read, quad)) for read, quad in zip(sorted_out, quads, strict=True)]
    kept = [read for read in sorted_out if read.is_writing]
    if any(len(_spell(read)) > _FEW_LETTERS for read in kept):
        return sorted_out
    is_amid = ink.measure_unread([box for read in kept for box in read.boxes]) > _MOST_UNREAD
    return [_mark(read, is_doodle=is_amid or read.belief < _FEW_LETTERS_BELIEF) for read in sorted_out]


def _mark(read: StripRead, *, is_doodle: bool) -> StripRead:
    return replace(read, nature=Nature.DRAWING) if is_doodle and read.is_writing else read


def _spell(read: StripRead) -> str:
    """Return the strip's letters and digits."""
    return "".join(sign for word in read.words for sign in word.text.lower() if sign.isalnum())


def _is_pattern(letters: str) -> bool:
    """Whether there is no letter, or one over and over. Digits may repeat: 1000, 22."""
    if not letters:
        return True
    letter, count = Counter(letters).most_common(1)[0]
    if letter.isdigit() or len(letters) < _FEWEST_ALIKE:
        return False
    return count == len(letters) or (len(letters) >= _ALIKE_FROM and count >= _ALIKE_SHARE * len(letters))


def _is_outgrown(read: StripRead, quad: Quad) -> bool:
    """Whether few letters take far more room than the strip in which they were seen."""
    if not read.boxes or len(_spell(read)) > _FEW_LETTERS:
        return False
    (x0, y0), (x1, y1) = quad.min(axis=0), quad.max(axis=0)
    return bool(_measure_area(_join_boxes(read.boxes)) > _OUTGROWN * (x1 - x0) * (y1 - y0))


def _join_boxes(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _measure_area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)
