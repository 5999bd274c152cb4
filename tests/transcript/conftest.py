"""Readings, and what teachers said about them, in a notation one can check by eye.

A sign before a word says whose it is: "#Name" is a form's, "*Good" a teacher's, "~wos" is crossed out.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records.reading import Box, Correction, Line, Reading, Transcript, Word, WordRole
from pipeline.transcript.correct import Slot

LETTER_PX, HEIGHT_PX, PITCH_PX = 10, 20, 30
SIGNS = {"#": WordRole.FORM, "*": WordRole.TEACHER, "~": WordRole.STRUCK}
_SIGN_OF = {role: sign for sign, role in SIGNS.items()}


def read_line(text: str, y: float = 0, *, starts_paragraph: bool = False, has_boxes: bool = True) -> Line:
    """Return a line at height `y` in which every letter and space is ten pixels wide; signs take no room."""
    words, x = [], 0
    for part in text.split():
        role = SIGNS.get(part[0], WordRole.STUDENT)
        told = part if role is WordRole.STUDENT else part[1:]
        box = Box(x, y, x + LETTER_PX * len(told), y + HEIGHT_PX) if has_boxes else None
        words.append(Word(told, box, 0.6, role=role))
        x += LETTER_PX * (len(told) + 1)
    return Line(tuple(words), 0.6, starts_paragraph)


def make_page(lines: Sequence[Line]) -> Reading:
    """Return the lines as an engine's reading of a page."""
    return Reading("none", "none 1", 500, 500, tuple(lines), 0.9, needs_eyes=False, cpu_seconds=0.0)


def read_page(*texts: str, has_boxes: bool = True) -> Reading:
    """Return a page with these lines, thirty pixels from one to the next."""
    return make_page([read_line(text, PITCH_PX * k, has_boxes=has_boxes) for k, text in enumerate(texts)])


def say_word(reading: Reading, line: int, slot: int, text: str | None, role: WordRole = WordRole.STUDENT) -> Correction:
    """Return what a teacher says about a word of the page, with the place where it stands."""
    return Correction(0, line, text, slot, reading.lines[line].words[slot].box, role)


def show_slots(lines: Sequence[Sequence[Slot]]) -> list[str]:
    """Return every line's slots with a stroke between, signs before words: "#Name | Maria Lopez"."""
    return [" | ".join(" ".join(map(_show_word, slot.words)) for slot in slots) for slots in lines]


def show_aside(transcript: Transcript) -> list[str]:
    """Return the words beside the text, signs before them."""
    return [_SIGN_OF[word.role] + word.text for word in transcript.aside]


def spell_words(transcript: Transcript) -> list[str]:
    """Return every word as its offsets cut it out of the text."""
    return [transcript.text[word.start : word.end] for word in transcript.words]


def _show_word(word: Word) -> str:
    return _SIGN_OF.get(word.role, "") + word.text
