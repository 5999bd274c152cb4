"""A file's or folder's name comes in; the part number it ends in, and whether the rest can be a student's, go out.

Cameras, scanners and class folders number different students' work one after the other: their names say nothing about
which files belong together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.intake.files import normalise_name
from pipeline.intake.namewords import CONTAINERS, GENERIC, MACHINES

_PAGE_WORD = r"(?:page|pages|pag|pg|p|part|pt|sheet|side|seite|blatt|página|pagina|hoja|feuille)"
_GAP = r"[\s_.,#\-\u2013]"
_OF = r"(?:\s?(?:of|von|de)\s?[0-9]{1,3})?"
_SEPARATED = re.compile(rf"(?P<name>.*?){_GAP}+(?:{_PAGE_WORD}{_GAP}*)?(?P<number>[0-9]{{1,3}}){_OF}")
_ALONE = re.compile(rf"(?P<name>){_PAGE_WORD}?{_GAP}*(?P<number>[0-9]{{1,3}}){_OF}")
_GLUED = re.compile(r"(?P<name>.*[^\W\d_]{3})(?P<number>[0-9]{1,2})")
_YEAR_FIRST = (
    r"(?:19|20)[0-9]{2}[-_. ]?[0-9]{2}(?:[-_. ]?[0-9]{2})?"
    r"(?:[-_ t.]*[0-9]{2}[.:_-]?[0-9]{2}(?:[.:_-]?[0-9]{2,5})?)?"
)
_DAY_FIRST = r"[0-9]{1,2}[-_.][0-9]{1,2}[-_.](?:19|20)?[0-9]{2}"
_DATE = re.compile(rf"(?<![0-9])(?:{_YEAR_FIRST}|{_DAY_FIRST})(?![0-9])")
_WORDS = re.compile(r"[^\W\d_]+")
_CLASS_CODE = re.compile(r"[0-9]{1,2}[\s_-]?[a-z]")


@dataclass(frozen=True, slots=True)
class Part:
    """A name that ends in a part number: `name` is what stands before it, for comparing; `written`, as it is."""

    name: str
    written: str
    number: int


def find_part(stem: str) -> Part | None:
    """Return the name and part number that a file's stem ends in ("anna_2", "Anna p. 2", "anna2", "2"), or None.

    A number in brackets is a browser's or Drive's mark for another file of the same name, never a part.
    """
    lower = normalise_name(stem)
    for form in (_ALONE, _SEPARATED, _GLUED):
        match = form.fullmatch(lower)
        if match:
            name = match["name"].strip(" _.,#-\u2013")
            written = stem[: len(name)] if normalise_name(stem[: len(name)]) == name else name
            return Part(name, written, int(match["number"]))
    return None


def may_be_student(name: str) -> bool:
    """Whether `name` can tell one student from another: a name or a code, not a camera's, a class's or a date."""
    lower = _DATE.sub(" ", normalise_name(name))
    words = _WORDS.findall(lower)
    if words and words[0] in MACHINES:
        return False
    if any(_is_telling(word) for word in words):
        return True
    return not MACHINES.union(CONTAINERS).intersection(words) and _may_be_code(lower, words)


def _is_telling(word: str) -> bool:
    return len(word) > 1 and word not in MACHINES | CONTAINERS | GENERIC


def _may_be_code(lower: str, words: list[str]) -> bool:
    """Whether a name without a telling word ("101", "k07", "student 4", "s") can be a code; "7b" is a class."""
    if _CLASS_CODE.fullmatch(lower.strip()):
        return False
    return any(sign.isdigit() for sign in lower) or (bool(words) and GENERIC.isdisjoint(words))


def is_machine_name(name: str) -> bool:
    """Whether a camera, a phone or a scanner gives such a `name`: a word of theirs first, or nothing but a date."""
    lower = _DATE.sub(" ", normalise_name(name))
    words = _WORDS.findall(lower)
    return words[0] in MACHINES if words else lower != normalise_name(name)
