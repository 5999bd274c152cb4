"""Readings of a piece's pages come in, its transcript goes out: the text, and the place on the scan of every word.

Lines are joined by a newline, with an empty line before a paragraph and between pages; a word broken over two lines
stays broken, as the child wrote it. Lines that are not the student's (a printed form, a teacher's ink, words struck
out) are left out, but keep their numbers. What a teacher typed for a line takes the place of what was read there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from pipeline.records.patterns import Evidence
from pipeline.records.reading import Box, Correction, Line, LineRole, Reading, Region, Transcript, TranscriptWord, Word


@dataclass(frozen=True, slots=True)
class _PlacedLine:
    """A line with where it stands (page and line from 0) and whether its words are a teacher's."""

    page: int
    number: int
    line: Line
    is_checked: bool


def build_transcript(piece: str, readings: Sequence[Reading], corrections: Sequence[Correction] = ()) -> Transcript:
    """Return the piece's transcript, pages in the order given; of two corrections of one line the later counts.

    `text[word.start:word.end]` is every word as read or typed. A corrected word has confidence 1.0. The transcript's
    confidence is the mean of its pages', and it needs eyes when one of them does.
    """
    typed = {(correction.page, correction.line): correction.text for correction in corrections}
    parts: list[str] = []
    words: list[TranscriptWord] = []
    length = 0
    for placed, gap in _separate(list(_place_lines(readings, typed))):
        parts.append(gap)
        length += len(gap)
        for k, word in enumerate(placed.line.words):
            space = " " if k else ""
            start = length + len(space)
            length = start + len(word.text)
            parts += [space, word.text]
            checked = placed.is_checked
            words.append(
                TranscriptWord(
                    start, length, placed.page, placed.number, word.box, word.confidence, checked, word.plain
                )
            )
    confidence = sum(reading.confidence for reading in readings) / len(readings) if readings else 1.0
    return Transcript(piece, "".join(parts), tuple(words), confidence, any(r.needs_eyes for r in readings))


def locate_evidence(transcript: Transcript, evidence: Evidence) -> tuple[Region, ...]:
    """Return one region for each line of the scan that the evidence touches, around the words it touches.

    None for evidence that is the whole piece, and for words without a place on a scan.
    """
    if evidence.is_whole_piece:
        return ()
    touched = (word for word in transcript.words if word.start < evidence.end and word.end > evidence.start)
    regions = []
    for (page, line), group in groupby(touched, key=lambda word: (word.page, word.line)):
        boxes = [word.box for word in group if word.box is not None]
        if boxes:
            regions.append(Region(page, line, _surround(boxes)))
    return tuple(regions)


def _place_lines(readings: Sequence[Reading], typed: dict[tuple[int, int], str]) -> Iterator[_PlacedLine]:
    """Yield the student's lines that have words, corrected where a teacher typed; an emptied line is gone."""
    for page, reading in enumerate(readings):
        for number, line in enumerate(reading.lines):
            text = typed.get((page, number))
            kept = line if text is None else _correct_line(line, text)
            if kept.words and kept.role is LineRole.STUDENT:
                yield _PlacedLine(page, number, kept, text is not None)


def _separate(lines: Sequence[_PlacedLine]) -> Iterator[tuple[_PlacedLine, str]]:
    """Yield each line with what stands before it: nothing, a newline, or an empty line."""
    before: _PlacedLine | None = None
    for placed in lines:
        if before is None:
            yield placed, ""
        elif placed.page != before.page or placed.line.starts_paragraph:
            yield placed, "\n\n"
        else:
            yield placed, "\n"
        before = placed


def _correct_line(line: Line, text: str) -> Line:
    """Return the line with the words typed; each stands where the read words stood that it took the place of."""
    new = text.split()
    old = [word.text for word in line.words]
    words: list[Word] = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            boxes = [word.box for word in line.words[old_start:old_end]]
        else:
            boxes = _spread(_find_room(line.words, old_start, old_end), new[new_start:new_end])
        words += [Word(word, box, 1.0) for word, box in zip(new[new_start:new_end], boxes, strict=True)]
    return Line(tuple(words), 1.0, line.starts_paragraph, line.role)


def _find_room(words: Sequence[Word], start: int, end: int) -> Box | None:
    """Return the place of the words [start, end), or of the neighbours between which a word was put in."""
    replaced = words[start:end] or words[max(0, start - 1) : start + 1]
    boxes = [word.box for word in replaced if word.box is not None]
    return _surround(boxes) if boxes else None


def _spread(room: Box | None, words: Sequence[str]) -> list[Box | None]:
    """Return a box for each word, side by side in the room, each as wide as its share of the characters."""
    if room is None:
        return [None] * len(words)
    step = (room.x1 - room.x0) / max(1, len(" ".join(words)))
    boxes: list[Box | None] = []
    x0 = room.x0
    for word in words:
        boxes.append(Box(x0, room.y0, x0 + step * len(word), room.y1))
        x0 += step * (len(word) + 1)
    return boxes


def _surround(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )
