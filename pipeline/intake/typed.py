"""A typed file comes in; its text as lines without boxes, or the photos it holds instead of text, go out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.intake import reasons
from pipeline.intake.errors import refuse
from pipeline.intake.formats import Format
from pipeline.intake.odt import read_odt
from pipeline.intake.plain import decode_text
from pipeline.intake.webtext import read_web_text
from pipeline.intake.word import read_docx
from pipeline.records.reading import Line, Word

MOST_TEXT_BYTES = 5_000_000
MOST_RTF_BYTES = 50_000_000

_LINE_END = re.compile(r"\r\n?|[\n\f\v\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b\u2060\ufeff\xad]")
_INDENT = re.compile(r"(\t| {2,})\S")
_LONGEST_WRAPPED_LINE = 120


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed file's lines in order and, where it holds no text but photos, the names of those parts in order."""

    lines: tuple[Line, ...]
    photos: tuple[str, ...]


def read_typed(path: Path, kind: Format) -> Typed:
    """Return what the typed file at `path` holds. Raises PageRefused where it is damaged, harmful or protected."""
    if kind is Format.TEXT:
        return Typed(compose_lines(split_paragraphs(decode_text(_read_bytes(path, MOST_TEXT_BYTES)))), ())
    if kind is Format.WEB_TEXT:
        return Typed(compose_lines(read_web_text(decode_text(_read_bytes(path, MOST_TEXT_BYTES)))), ())
    if kind is Format.RTF:
        return Typed(compose_lines(_read_rtf(path)), ())
    paragraphs, photos = read_docx(path) if kind is Format.DOCX else read_odt(path)
    lines = compose_lines(paragraphs)
    return Typed(lines, () if lines else photos)


def compose_lines(paragraphs: Sequence[str]) -> tuple[Line, ...]:
    """Return one Line for each line of each paragraph; lines without a word are left out.

    Words have no box and confidence 1.0; text is composed (NFC) and freed of invisible characters.
    """
    lines: list[Line] = []
    for paragraph in paragraphs:
        starts = True
        for written in _LINE_END.split(paragraph):
            words = _INVISIBLE.sub("", unicodedata.normalize("NFC", written)).split()
            if words:
                lines.append(Line(tuple(Word(word, None, 1.0) for word in words), 1.0, starts))
                starts = False
    return tuple(lines)


def split_paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of plain text, their lines joined by newlines.

    A paragraph begins after an empty line, at an indented line, and after a line so long that nobody broke it by hand
    to wrap it.
    """
    paragraphs: list[list[str]] = [[]]
    for line in _LINE_END.split(text):
        before = paragraphs[-1][-1] if paragraphs[-1] else ""
        if not line.strip() or _INDENT.match(line) or len(before) > _LONGEST_WRAPPED_LINE:
            paragraphs.append([])
        paragraphs[-1].append(line)
    return tuple("\n".join(paragraph) for paragraph in paragraphs)


def _read_bytes(path: Path, most_bytes: int) -> bytes:
    with path.open("rb") as file:
        content = file.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise refuse(path.name, reasons.TOO_MUCH_TEXT)
    return content


def _read_rtf(path: Path) -> tuple[str, ...]:
    from striprtf.striprtf import rtf_to_text

    source = _read_bytes(path, MOST_RTF_BYTES).decode("latin-1")
    paragraphs = tuple(
        str(rtf_to_text(source, errors="replace")).split("\n")  # type: ignore[no-untyped-call]  # striprtf has no types
    )
    if r"\pict" in source and not any(paragraph.strip() for paragraph in paragraphs):
        raise refuse(path.name, reasons.ONLY_PICTURES)
    return paragraphs
