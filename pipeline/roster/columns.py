"""Rows of a list come in; what each column holds, and which row is the header, go out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.roster.headers import Column, find_column
from pipeline.roster.rows import Rows

_FIRST_ROWS = 8
_NAMES = {Column.NAME, Column.GIVEN, Column.FAMILY}
_MOST = 0.8
_LIKE_A_NAME = re.compile(r"[^\W\d_][^\d@_/\\]*")
_FEWEST_A_SECTION = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds, its header ("" without one), and the number of the first row below the header."""

    roles: tuple[Column, ...]
    headers: tuple[str, ...]
    first_row: int


def find_columns(rows: Rows) -> Columns:
    """Return the columns by the header where one of the first rows is one, else by what the cells look like."""
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows[:_FIRST_ROWS]):
        roles = [find_column(cell) for cell in row]
        if _NAMES.intersection(roles):
            padded = (*row, *[""] * (width - len(row)))
            roles += [Column.NOTHING] * (width - len(row))
            return Columns(_settle(roles), tuple(cell.strip() for cell in padded), number + 1)
    return Columns(_guess(rows, width), ("",) * width, 0)


def _settle(roles: Sequence[Column]) -> tuple[Column, ...]:
    """Keep one column of each kind of name and of section; half a name without its other half is a whole one."""
    settled: list[Column] = []
    for role in roles:
        is_again = role in settled and role is not Column.ID
        settled.append(Column.NOTHING if is_again else role)
    if {Column.GIVEN, Column.FAMILY} <= set(settled):
        return tuple(Column.NOTHING if role is Column.NAME else role for role in settled)
    if Column.NAME in settled:
        return tuple(Column.NOTHING if role in {Column.GIVEN, Column.FAMILY} else role for role in settled)
    return tuple(Column.NAME if role in {Column.GIVEN, Column.FAMILY} else role for role in settled)


def _guess(rows: Rows, width: int) -> tuple[Column, ...]:
    """Columns without a header: names by their letters, numbers by being different, sections by coming again."""
    cells = [[row[k].strip() if k < len(row) else "" for row in rows] for k in range(width)]
    roles = [Column.NOTHING] * width
    for k in range(width):
        if _is_section(cells[k]):
            roles[k] = Column.SECTION
        elif _is_id(cells[k]):
            roles[k] = Column.ID
    named = [k for k in range(width) if roles[k] is not Column.ID and _look_like_names(cells[k])]
    named = [k for k in named if roles[k] is not Column.SECTION] or named
    _give_names(rows, roles, named)
    return _settle(roles)


def _give_names(rows: Rows, roles: list[Column], named: Sequence[int]) -> None:
    """One column of names is whole names; of two the first is the given one, unless a comma and a space part them."""
    if len(named) == 1 or (named and _are_whole([row[named[0]] for row in rows if named[0] < len(row)])):
        roles[named[0]] = Column.NAME
    elif named:
        first, second = named[:2]
        spaced = sum(row[second].startswith(" ") for row in rows if second < len(row))
        is_turned = spaced > len(rows) / 2
        roles[first], roles[second] = (Column.FAMILY, Column.GIVEN) if is_turned else (Column.GIVEN, Column.FAMILY)


def _look_like_names(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(bool(_LIKE_A_NAME.fullmatch(cell)) for cell in filled) >= _MOST * len(cells)


def _are_whole(cells: Sequence[str]) -> bool:
    return sum(" " in cell.strip() for cell in cells) >= _MOST * len(cells)


def _is_id(cells: Sequence[str]) -> bool:
    """Whether all are different, have a digit or an @, and don't simply count the rows."""
    filled = [cell for cell in cells if cell]
    told = [cell for cell in filled if "@" in cell or any(sign.isdigit() for sign in cell)]
    is_counting = filled == [str(number) for number in range(1, len(filled) + 1)]
    return len(filled) > 1 and len(told) >= _MOST * len(filled) and len(set(filled)) == len(filled) and not is_counting


def _is_section(cells: Sequence[str]) -> bool:
    counts = Counter(cell for cell in cells if cell)
    few = max(1, len(cells) // 4)
    return 0 < len(counts) <= few and min(counts.values()) >= _FEWEST_A_SECTION
