"""A report comes in; a CSV file of pieces by patterns, with what is to be minded of them, goes out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.export.files import write_whole
from pipeline.export.table import add_warnings, build_table, defuse_cell
from pipeline.records.report import Report


def write_csv(report: Report, out: Path) -> None:
    """Write the table of pieces by patterns to `out`; raises InputError or DiskFull where it can't be written."""
    write_whole(out, render_csv(report))


def render_csv(report: Report) -> bytes:
    """Return the table of pieces by patterns, UTF-8 with the mark by which spreadsheets know it."""
    table = add_warnings(build_table(report), report)
    return render_rows([table.header, *table.rows]).encode("utf-8-sig")


def render_rows(rows: Iterable[Sequence[object]]) -> str:
    """Return the rows as CSV text; every string is defused, numbers stay numbers."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([defuse_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue()
