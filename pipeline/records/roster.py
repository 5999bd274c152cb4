"""Who is in a class: students by their codes, their names apart from them, and which piece is whose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A student as a list tells: `ids` are what a platform calls them (numbers, a login), in no order."""

    given: str
    family: str
    ids: tuple[str, ...] = ()
    section: str = ""

    @property
    def full(self) -> str:
        """The name as one says it."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """A class of students; its class sets are answers of the same students on different days."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Student:
    """A student of a class without a name: `code` is the same in every class set of the class.

    `id` counts within the home; `is_listed`: whether the latest list still has them.
    """

    id: int
    code: str
    section: str
    is_listed: bool = True


class MatchHow(StrEnum):
    """How it is known whose piece it is."""

    FILE_NAME = "file_name"
    PLATFORM_ID = "platform_id"
    LABEL = "label"
    ORDER = "order"
    HAND = "hand"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Match:
    """A piece and its student (None: nobody on the list). Matches of one `batch` were made, and are undone, at once."""

    piece: str
    student: int | None
    how: MatchHow
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """A class with its students in the order of the list; `names` by the student's id, {} where they were forgotten."""

    school_class: SchoolClass
    students: tuple[Student, ...]
    names: Mapping[int, RosterEntry]

    @property
    def listed(self) -> tuple[Student, ...]:
        """The students the latest list has."""
        return tuple(student for student in self.students if student.is_listed)


@dataclass(frozen=True, slots=True)
class PieceSign:
    """What may tell whose piece it is: the name of its file, a label that came with it, and the words it opens with."""

    piece: str
    stem: str
    label: str = ""
    opening: str = ""
