"""A class set's readings come in; where a line for the name stands on most first pages goes out.

A form's header ("Name: ____ Date: ____ Period __") is known by its words, misread at most by a letter or two, and by
standing at the same height on most pages. Headers never feed patterns, and the name beside the word is a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from rapidfuzz.distance import Levenshtein

from pipeline.form.places import fold_word
from pipeline.records.boxes import BoxKind, PageBox
from pipeline.records.reading import Box, Line, Reading

NAME_WORDS = frozenset({"name", "names", "nombre", "nombres", "nom", "prenom", "prénom"})
OTHER_WORDS = frozenset(
    {
        "student",
        "estudiante",
        "élève",
        "date",
        "period",
        "class",
        "grade",
        "hour",
        "teacher",
        "block",
        "section",
        "fecha",
        "clase",
        "grado",
        "classe",
    }
)
HEADER_ID = "header"
_TOP_SHARE = 0.25
_LEAST_PAGES, _LEAST_SHARE = 3, 0.6
_SAME_PLACE = 0.04
_SAME_WORD, _FEWEST_ASKED = 0.75, 2
_ROOM_ABOVE, _ROOM_BELOW = 1.0, 0.4
"""Of a line's height: what is written on a line by hand stands higher than its print, and hangs below it (ours)."""


@dataclass(frozen=True, slots=True)
class _Header:
    """Where a page's header line stands, in shares of the page's height."""

    top: float
    bottom: float


def propose_name_box(readings: Mapping[str, Sequence[Reading]]) -> PageBox | None:
    """Return a name box over the header line of most first pages, as wide as the page; None where there is none.

    It takes three pages at least, and six in ten of those with a picture, with the line at the same height.
    """
    pages = [there[0] for there in readings.values() if there and there[0].height_px]
    headers = [header for page in pages for header in list(_find_headers(page))[:1]]
    if not headers:
        return None
    middle = median(header.top for header in headers)
    same = [header for header in headers if abs(header.top - middle) <= _SAME_PLACE]
    if len(same) < max(_LEAST_PAGES, _LEAST_SHARE * len(pages)):
        return None
    height = median(header.bottom - header.top for header in same)
    top = max(0.0, min(header.top for header in same) - _ROOM_ABOVE * height)
    bottom = min(1.0, max(header.bottom for header in same) + _ROOM_BELOW * height)
    is_on_first = any(len(there) > 1 for there in readings.values())
    return PageBox(HEADER_ID, BoxKind.NAME, 0.0, top, 1.0, bottom, only_page=0 if is_on_first else None)


def _find_headers(page: Reading) -> Iterator[_Header]:
    for line in page.lines:
        boxes = [word.box for word in line.words if word.box is not None]
        if boxes and _is_at_top(boxes, page) and _asks_name(line):
            yield _Header(min(box.y0 for box in boxes) / page.height_px, max(box.y1 for box in boxes) / page.height_px)


def _is_at_top(boxes: Sequence[Box], page: Reading) -> bool:
    return max(box.y1 for box in boxes) <= _TOP_SHARE * page.height_px


def _asks_name(line: Line) -> bool:
    """Whether a line begins by asking for a name, or asks for two of date, period, class and the like."""
    cores = [core for core in (fold_word(word.text) for word in line.words) if core]
    asks = sum(_is_like(core, OTHER_WORDS) for core in cores)
    begins = bool(cores) and _is_like(cores[0], NAME_WORDS)
    return begins or asks >= _FEWEST_ASKED or (asks > 0 and _has_name(cores))


def _has_name(cores: Sequence[str]) -> bool:
    return any(_is_like(core, NAME_WORDS) for core in cores)


def _is_like(core: str, words: frozenset[str]) -> bool:
    return any(Levenshtein.normalized_similarity(core, word) >= _SAME_WORD for word in words)
