"""A piece's page with its lines and marks comes in; the scan beside its transcript, corrections and circles go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pipeline.records.patterns import Ring
from pipeline.records.reading import WordRole
from pipeline.views.components.said import find_heard, load_component, take_said

BoxOnPage = tuple[float, float, float, float]
KEY = "scan"


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word beside the scan. `look` is "this", "green" or "rose" where it is evidence, else "".

    `slot` counts the words of its line as they were read; `others`: what else the ink may say; `role`: whose it is.
    """

    text: str
    is_doubtful: bool
    look: str = ""
    slot: int = 0
    box: BoxOnPage | None = None
    others: tuple[str, ...] = ()
    role: WordRole = WordRole.STUDENT


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line beside the scan; `number` counts the page's lines from 0, `box` is None where no scan shows it.

    `text` is the student's part of it; `words` are everybody's.
    """

    number: int
    text: str
    words: tuple[ShownWord, ...]
    box: BoxOnPage | None
    starts_paragraph: bool
    is_checked: bool


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A marker's stroke on the scan, with the pattern's name as its title."""

    box: BoxOnPage
    look: str
    title: str


@dataclass(frozen=True, slots=True)
class ShownRing:
    """A place circled on the page, its corners as shares of the page's sides, with its pattern's number and name."""

    box: BoxOnPage
    sign: str
    title: str


@dataclass(frozen=True, slots=True)
class RingTag:
    """A pattern that a circle can be evidence of: `key` is the number that says so, "" where it has none.

    `is_on`: the piece is in it.
    """

    id: str
    name: str
    key: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page: `picture` is a data address or "" for typed text; boxes are in a frame of `size` (width, height).

    `rings` are circled on it already, `tags` are the patterns that a new circle can be evidence of.
    """

    key: str
    piece: str
    page: int
    picture: str
    size: tuple[int, int]
    alt: str
    lines: tuple[ShownLine, ...]
    marks: tuple[ShownMark, ...]
    rings: tuple[ShownRing, ...] = ()
    tags: tuple[RingTag, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a teacher said of a word (or of a whole line, `slot` None): its text (None: as read), and whose it is."""

    page: int
    line: int
    slot: int | None
    text: str | None
    role: WordRole


@dataclass(frozen=True, slots=True)
class Circled:
    """A place a teacher circled, and the id of the pattern it shows, or the name of one begun with it."""

    ring: Ring
    pattern: str
    name: str


OnSaid = Callable[[str, Said], None]
OnCircled = Callable[[str, Circled], None]


def show_scan(page: ShownPage, on_said: OnSaid, on_circled: OnCircled) -> None:
    """Show a page; the callbacks get one after the other what the teacher says of words, and circles, by piece."""
    width, height = page.size
    shown = {**asdict(page), "size": {"width": max(1, width), "height": max(1, height)}, "heard": find_heard(KEY)}

    def tell() -> None:
        for entry in take_said(KEY):
            pass_on(entry, on_said, on_circled)

    component = load_component("scan", "keyboard", "said", "sheet", "wordbox", "lines", "circle", "scan")
    component(key=KEY, data=shown, on_said_change=tell)


def pass_on(entry: Mapping[str, Any], on_said: OnSaid, on_circled: OnCircled) -> None:
    """Pass on what an entry says, and of which piece: an entry may come late, when another one is shown."""
    piece, page = str(entry["piece"]), int(entry["page"])
    if "ring" in entry:
        ring = Ring(page, *map(float, entry["ring"]))
        on_circled(piece, Circled(ring, str(entry["pattern"]), str(entry["name"])))
    else:
        on_said(piece, Said(page, int(entry["line"]), entry["slot"], entry["text"], WordRole(entry["role"])))
