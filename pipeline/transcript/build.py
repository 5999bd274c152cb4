"""Readings of a piece's pages come in, its transcript goes out: the text, and the place on the scan of every word.

Lines are joined by a newline, with an empty line before a paragraph and between pages; a word broken over two lines
stays broken, as the child wrote it. Words that are not the student's (a printed form's, a teacher's, those crossed out)
are no part of the text, but stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.records.reading import (
    AsideWord,
    Correction,
    Line,
    Reading,
    Transcript,
    TranscriptWord,
    Word,
    WordRole,
)
from pipeline.transcript.correct import Slots, fill_slots


@dataclass(frozen=True, slots=True)
class _PlacedLine:
    """A line of a page with what a teacher said about its words; page and number count from 0."""

    page: int
    number: int
    line: Line
    slots: Slots

    def list_words(self, *, is_own: bool) -> Iterator[tuple[int, Word, bool]]:
        """Yield the student's words, or the others, each with its slot and whether it is checked."""
        for number, slot in enumerate(self.slots):
            for word in slot.words:
                if (word.role is WordRole.STUDENT) is is_own:
                    yield number, word, slot.is_checked


def build_transcript(piece: str, readings: Sequence[Reading], corrections: Sequence[Correction] = ()) -> Transcript:
    """Return the piece's transcript, pages in the order given, corrections in the order in which they were made.

    `text[word.start:word.end]` is every word as read or typed. A typed word has confidence 1.0. The transcript's
    confidence is the mean of its pages', and it needs eyes when one of them does.
    """
    lines = list(_place_lines(readings, corrections))
    parts: list[str] = []
    words: list[TranscriptWord] = []
    length = 0
    for line, before in _separate(lines):
        for k, found in enumerate(line.list_words(is_own=True)):
            gap = " " if k else before
            start = length + len(gap)
            length = start + len(found[1].text)
            parts += [gap, found[1].text]
            words.append(_place_word(line, found, (start, length)))
    confidence = sum(reading.confidence for reading in readings) / len(readings) if readings else 1.0
    needs_eyes = any(reading.needs_eyes for reading in readings)
    return Transcript(piece, "".join(parts), tuple(words), confidence, needs_eyes, tuple(_list_aside(lines)))


def _place_word(line: _PlacedLine, found: tuple[int, Word, bool], span: tuple[int, int]) -> TranscriptWord:
    slot, word, is_checked = found
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
    for page, reading in enumerate(readings):
        mine = [correction for correction in corrections if correction.page == page]
        for number, (line, slots) in enumerate(zip(reading.lines, fill_slots(reading, mine), strict=True)):
            yield _PlacedLine(page, number, line, slots)


def _separate(lines: Sequence[_PlacedLine]) -> Iterator[tuple[_PlacedLine, str]]:
    """Yield the lines that have words of the student's, each with what stands before it; an emptied line is gone.

    A page, a paragraph, and what stands behind a printed line begin behind an empty line.
    """
    before: _PlacedLine | None = None
    is_apart = False
    for placed in lines:
        is_apart = is_apart or placed.line.starts_paragraph or (before is not None and before.page != placed.page)
        if not any(placed.list_words(is_own=True)):
            others = placed.list_words(is_own=False)
            is_apart = is_apart or any(word.role is WordRole.FORM for _, word, _ in others)
            continue
        yield placed, "" if before is None else "\n\n" if is_apart else "\n"
        before, is_apart = placed, False


def _list_aside(lines: Sequence[_PlacedLine]) -> Iterator[AsideWord]:
    for line in lines:
        for slot, word, _ in line.list_words(is_own=False):
            yield AsideWord(word.text, line.page, line.number, slot, word.box, word.role)
