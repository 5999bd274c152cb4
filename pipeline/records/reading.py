"""What an engine read on a page, and the transcript made of it: nothing downstream knows which engine it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the upright page image, in pixels; (x0, y0) is the upper left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


class WordRole(StrEnum):
    """Whose a word is: only the student's words become the text of a piece; the others are kept and shown.

    OUTSIDE are words that a box on the page leaves out: kept in the reading, but shown and counted nowhere.
    """

    STUDENT = "student"
    FORM = "form"
    TEACHER = "teacher"
    STRUCK = "struck"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the ink of a word may say: a text, and the log of how likely the frames are under it (natural log)."""

    text: str
    log_likelihood: float


@dataclass(frozen=True, slots=True)
class Word:
    """One word as read; `box` is None where the source has no image (typed files). `confidence` is in 0..1.

    `plain`: the letters as the model saw them one by one, without any word list; "" where they are those of `text`.
    `choices`: the texts that fit the ink best, the likeliest first, where there is more than one to choose from.
    `role`: whose it is.
    """

    text: str
    box: Box | None
    confidence: float
    plain: str = ""
    choices: tuple[Choice, ...] = ()
    role: WordRole = WordRole.STUDENT

    @property
    def seen(self) -> str:
        """The word letter by letter, before any word list had a say."""
        return self.plain or self.text


@dataclass(frozen=True, slots=True)
class Line:
    """Words in reading order, whoever wrote them. `starts_paragraph` is what the layout says (an indent or a gap)."""

    words: tuple[Word, ...]
    confidence: float
    starts_paragraph: bool = False

    @property
    def own(self) -> tuple[Word, ...]:
        """The words that are the student's."""
        return tuple(word for word in self.words if word.role is WordRole.STUDENT)

    @property
    def text(self) -> str:
        """The student's words, one space between."""
        return " ".join(word.text for word in self.own)


@dataclass(frozen=True, slots=True)
class PageLook:
    """How a page was taken and on what paper, whatever is written on it; shares of its pixels, 0..1.

    `grey_share`: neither black nor white (a scan of one bit has hardly any). `level_share`, `upright_share`: under long
    thin lines across or down the page (ruled paper has the first, squared paper both).
    """

    grey_share: float
    level_share: float
    upright_share: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All lines of one upright page in reading order.

    `engine` names the engine, `fingerprint` the engine with its version and settings (a cache key).
    `width_px`, `height_px` are the upright page image's (0 for typed pages without an image).
    `confidence` is in 0..1 (1.0 for a text layer or a typed file, and for a page with no ink on it).
    `needs_eyes` marks a page a person should look at. `cpu_seconds` is process time, model loading left out.
    `print_share`: how much of it is print rather than handwriting, 0..1, as far as its letters tell.
    `is_broken`: a black-and-white scan in which thin strokes came apart, so that letters are lost.
    `look`: how the page was taken; None where there is no picture, or none was measured.
    """

    engine: str
    fingerprint: str
    width_px: int
    height_px: int
    lines: tuple[Line, ...]
    confidence: float
    needs_eyes: bool
    cpu_seconds: float
    print_share: float = 0.0
    is_broken: bool = False
    look: PageLook | None = None


@dataclass(frozen=True, slots=True)
class TranscriptWord:
    """Where a word of the transcript stands: characters [start, end) of the text, and its place on the scan.

    `page` counts the piece's pages from 0, `line` the page's lines, `slot` the words of the line as they were read: two
    words that a teacher typed for one have one slot. `is_checked` once a teacher typed it, or said that it is right.
    `plain` is the letters as seen, "" where they are those of the text; `others` what else the ink may say.
    """

    start: int
    end: int
    page: int
    line: int
    box: Box | None
    confidence: float
    is_checked: bool = False
    plain: str = ""
    slot: int = 0
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AsideWord:
    """A word on a piece's pages that is not the student's: kept and shown, but no part of the text."""

    text: str
    page: int
    line: int
    slot: int
    box: Box | None
    role: WordRole


@dataclass(frozen=True, slots=True)
class Transcript:
    """A piece's text: lines joined by a newline, an empty line before a paragraph and between pages."""

    piece: str
    text: str
    words: tuple[TranscriptWord, ...]
    confidence: float
    needs_eyes: bool
    aside: tuple[AsideWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A place on a piece's page that shows (part of) an evidence span: one per line of the scan."""

    page: int
    line: int
    box: Box


@dataclass(frozen=True, slots=True)
class Correction:
    """What a teacher said about a line of the scan, or about one word of it (page, line and slot count from 0).

    text: what it says; None: what was read there is right. role: whose the words are. slot: None for the whole line.
    box: where that stands on the page: it is found again by it when the page is read anew; None for typed files.
    """

    page: int
    line: int
    text: str | None
    slot: int | None = None
    box: Box | None = None
    role: WordRole = WordRole.STUDENT
