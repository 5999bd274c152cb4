"""A class list comes in (any program's table, or one name a line); its students, and how it was understood, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import BadTable
from pipeline.records.roster import RosterEntry
from pipeline.roster.columns import find_columns
from pipeline.roster.decode import decode_list
from pipeline.roster.headers import NOBODY, Column
from pipeline.roster.people import fold, split_name
from pipeline.roster.rows import split_rows

MOST_BYTES = 2_000_000
MOST_STUDENTS = 2_000
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class RosterReading:
    """A list as it was understood: `headers` and `roles` of its columns, its students in their order.

    `doubts` are sentences that name nobody; `twice` the names that stand there more than once, each kept.
    """

    headers: tuple[str, ...]
    roles: tuple[Column, ...]
    entries: tuple[RosterEntry, ...]
    doubts: tuple[str, ...]
    twice: tuple[str, ...]


def read_roster(given: bytes | str, roles: Sequence[Column] = ()) -> RosterReading:
    """Return the students of a list; `roles` say what its columns hold where the teacher has put that right.

    Raises BadTable where it is too long for a class list, or no student can be found in it.
    """
    if len(given) > MOST_BYTES:
        raise BadTable("This is too long for a class list.", "Choose the list of one class.")
    rows = split_rows(decode_list(given) if isinstance(given, bytes) else given)
    columns = find_columns(rows)
    chosen = tuple(roles) if len(roles) == len(columns.roles) else columns.roles
    entries = [_read_row(row, chosen) for row in rows[columns.first_row :]]
    students = tuple(entry for entry in entries if entry.full and fold(entry.full) not in NOBODY)
    if not students:
        raise BadTable("No student was found in this list.", "It needs a column of names, or one name a line.")
    if len(students) > MOST_STUDENTS:
        raise BadTable("These are more students than a class has.", "Choose the list of one class.")
    left_out = len(entries) - len(students)
    return RosterReading(columns.headers, chosen, students, _find_doubts(students, left_out), _find_twice(students))


def _read_row(row: Sequence[str], roles: Sequence[Column]) -> RosterEntry:
    cells: dict[Column, list[str]] = {}
    for cell, role in zip(row, roles, strict=False):
        if cell.strip():
            cells.setdefault(role, []).append(" ".join(cell.split())[:LONGEST_NAME])
    given, family = " ".join(cells.get(Column.GIVEN, ())), " ".join(cells.get(Column.FAMILY, ()))
    if not given and not family:
        given, family = split_name(" ".join(cells.get(Column.NAME, ())))
    section = " ".join(cells.get(Column.SECTION, ()))
    return RosterEntry(given, family, tuple(cells.get(Column.ID, ())), section)


def _find_doubts(students: Sequence[RosterEntry], left_out: int) -> tuple[str, ...]:
    alone = sum(not student.family for student in students)
    doubts = []
    if left_out:
        rows = "1 row names no student and is" if left_out == 1 else f"{left_out} rows name no student and are"
        doubts.append(f"{rows} left out.")
    if alone:
        doubts.append(f"{alone} of {len(students)} have one name only; files are matched to it with more doubt.")
    return tuple(doubts)


def _find_twice(students: Sequence[RosterEntry]) -> tuple[str, ...]:
    counts = Counter(fold(student.full) for student in students)
    return tuple(dict.fromkeys(student.full for student in students if counts[fold(student.full)] > 1))
