"""Readings of a piece's pages come in, its transcript goes out: the text, and the place on the scan of every word.

Lines are joined by a newline, with an empty line before a paragraph and between pages; a word broken over two lines
stays broken, as the child wrote it. Words that are not the student's (a printed form's, a teacher's, those crossed out)
are left out, but keep their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records.reading import Correction, Line, Reading, Transcript, TranscriptWord, Word, WordRole
from pipeline.transcript.correct import Slots, fill_slots


@dataclass(frozen=True, slots=True)
class _PlacedLine:
    """The student's words of a line, each with its slot and whether it is checked; page and line count from 0.

    `gap` is what stands before it in the text.
    """

    page: int
    number: int
    gap: str
    words: tuple[tuple[int, Word, bool], ...]


def build_transcript(piece: str, readings: Sequence[Reading], corrections: Sequence[Correction] = ()) -> Transcript:
    """Return the piece's transcript, pages in the order given, corrections in the order in which they were made.

    `text[word.start:word.end]` is every word as read or typed. A typed word has confidence 1.0. The transcript's
    confidence is the mean of its pages', and it needs eyes when one of them does.
    """
    parts: list[str] = []
    words: list[TranscriptWord] = []
    length = 0
    for line in _place_lines(readings, corrections):
        for k, (slot, word, is_checked) in enumerate(line.words):
            gap = " " if k else line.gap
            start = length + len(gap)
            length = start + len(word.text)
            parts += [gap, word.text]
            words.append(_place_word(word, (start, length), line, slot, is_checked=is_checked))
    confidence = sum(reading.confidence for reading in readings) / len(readings) if readings else 1.0
    return Transcript(piece, "".join(parts), tuple(words), confidence, any(r.needs_eyes for r in readings))


def _place_word(word: Word, span: tuple[int, int], line: _PlacedLine, slot: int, *, is_checked: bool) -> TranscriptWord:
    return TranscriptWord(
        start=span[0],
        end=span[1],
        page=line.page,
        line=line.number,
        box=word.box,
        confidence=1.0 if is_checked else word.confidence,
        is_checked=is_checked,
        plain=word.plain,
        slot=slot,
        others=tuple(choice.text for choice in word.choices if choice.text != word.text),
    )


def _place_lines(readings: Sequence[Reading], corrections: Sequence[Correction]) -> Iterator[_PlacedLine]:
    """Yield the lines that have words of the student's; an emptied line is gone."""
    is_first = True
    for page, reading in enumerate(readings):
        mine = [correction for correction in corrections if correction.page == page]
        is_apart = True  # what comes next is set apart: another page, or behind a printed line
        for number, (line, slots) in enumerate(zip(reading.lines, fill_slots(reading, mine), strict=True)):
            words = tuple(_list_own(slots))
            if words:
                gap = "\n\n" if is_apart or line.starts_paragraph else "\n"
                yield _PlacedLine(page, number, "" if is_first else gap, words)
                is_first = is_apart = False
            elif _is_printed(line):
                is_apart = True


def _list_own(slots: Slots) -> Iterator[tuple[int, Word, bool]]:
    for number, slot in enumerate(slots):
        for word in slot.words:
            if word.role is WordRole.STUDENT:
                yield number, word, slot.is_checked


def _is_printed(line: Line) -> bool:
    return any(word.role is WordRole.FORM for word in line.words)
