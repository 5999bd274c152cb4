"""The CSV file, read back."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.export import write_csv
from pipeline.export.csv_table import render_rows
from pipeline.records.report import Report


def test_the_file_reads_back_as_the_table(report: Report, tmp_path: Path) -> None:
    """One header and one row a piece, and the formula in a pattern's name is text."""
    write_csv(report, tmp_path / "review.csv")
    with (tmp_path / "review.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["piece"] for row in rows] == ["B12", "K07", "M31"]
    assert rows[1]["'=SUM(A1) (suggested)"] == "suggested"


def test_spreadsheets_know_it_as_unicode(report: Report, tmp_path: Path) -> None:
    """The file opens with the mark by which spreadsheets know UTF-8."""
    write_csv(report, tmp_path / "review.csv")
    assert (tmp_path / "review.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_numbers_stay_numbers_and_commas_stay_inside_cells() -> None:
    """Only strings are defused."""
    assert render_rows([("a,b", -1, "-1")]) == '"a,b",-1,\'-1\r\n'


def test_warnings_and_reasons_are_text_too(handed_report: Report, tmp_path: Path) -> None:
    """A reason that looks like a formula is defused; the warnings of a piece's patterns are the last column."""
    write_csv(handed_report, tmp_path / "review.csv")
    with (tmp_path / "review.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows[-1]["taken out of the set"] == "'=absent"
    assert rows[1]["warnings"].endswith("Follows the length.")
