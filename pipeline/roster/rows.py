"""The text of a list comes in, a table or one name a line; its rows of cells go out."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

Rows = tuple[tuple[str, ...], ...]

_DELIMITERS = ("\t", ";", "|", ",")
"""In the order in which they are believed: a comma stands inside names too ("Lee, Ann")."""

_ROWS_AGREE = 0.7
_NUMBERING = re.compile(r"^\s*(?:[0-9]{1,3}\s*[.)]|[-*\u2022\u2013])\s+")
_SAID_DELIMITER = re.compile(r"sep=(.)\s*$", re.IGNORECASE)


def split_rows(text: str) -> Rows:
    """Return the rows that hold anything, cells as they stand (a space after a comma stays); numbering is left out."""
    lines = [_NUMBERING.sub("", line) for line in text.replace("\0", "").splitlines()]
    lines = [line for line in lines if line.strip(" ,;|\t")]
    said = _SAID_DELIMITER.fullmatch(lines[0]) if lines else None
    if said:
        return _parse(lines[1:], said[1])
    for delimiter in _DELIMITERS:
        rows = _parse(lines, delimiter)
        if _is_table(rows):
            return rows
    return tuple((line,) for line in lines)


def _parse(lines: list[str], delimiter: str) -> Rows:
    try:
        return tuple(tuple(row) for row in csv.reader(io.StringIO("\n".join(lines)), delimiter=delimiter) if any(row))
    except csv.Error:  # a cell longer than any name
        return ()


def _is_table(rows: Rows) -> bool:
    """Whether most rows have the same number of cells, more than one."""
    if not rows:
        return False
    width, count = Counter(map(len, rows)).most_common(1)[0]
    return width > 1 and count >= _ROWS_AGREE * len(rows)
