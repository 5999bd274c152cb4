"""The XLSX workbook, read back with another library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from pipeline.export import write_xlsx
from pipeline.records.report import Report


@pytest.fixture
def book(report: Report, tmp_path: Path) -> Workbook:
    write_xlsx(report, tmp_path / "review.xlsx")
    return openpyxl.load_workbook(tmp_path / "review.xlsx")


def read_rows(book: Workbook, sheet: str) -> list[list[object]]:
    """A sheet's cells, row by row, empty ones as ""."""
    return [[cell if cell is not None else "" for cell in row] for row in book[sheet].iter_rows(values_only=True)]


def test_it_has_three_sheets(book: Workbook) -> None:
    """Pieces by patterns, the patterns, the next step."""
    assert book.sheetnames == ["Pieces by patterns", "Patterns", "Next step"]


def test_a_formula_in_a_name_is_text(book: Workbook) -> None:
    """No cell of the workbook is a formula or a link, and the name stands as the teacher typed it."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert "=SUM(A1)" in {cell.value for cell in cells}


def test_patterns_say_how_many_of_how_many(book: Workbook) -> None:
    """Counts are numbers, with the words of what they count beside them."""
    header, confirmed, suggested, *_ = read_rows(book, "Patterns")
    row = dict(zip(header, confirmed, strict=True))
    assert (row["n"], row["of"], row["count"]) == (2, 3, "2 checked by you, of 3 handed in")
    assert (row["mark"], row["pieces"], row["kind"]) == ("success", "K07 B12", "shared idea")
    assert dict(zip(header, suggested, strict=True))["status"] == "suggested"


def test_the_counts_stand_under_the_patterns(book: Workbook) -> None:
    """What was suggested, confirmed, renamed and set aside, and what still needs a person."""
    under = [row[0] for row in read_rows(book, "Patterns")[4:]]
    assert under == [
        "1 suggested",
        "1 confirmed",
        "3 renamed",
        "1 not a pattern",
        "1 not sorted yet",
        "1 needs your eyes",
        "1 couldn't be opened",
    ]


def test_the_next_step_is_there(book: Workbook) -> None:
    """What was chosen, for whom, and when it is checked."""
    step = dict(row[:2] for row in read_rows(book, "Next step"))
    assert step["what we saw"] == "Water leaves through the leaves"
    assert (step["for"], step["what we do"], step["check on"]) == (
        "small or strategy group",
        "mini-lesson",
        "2026-12-08",
    )


def test_without_a_next_step_it_says_so(report: Report, tmp_path: Path) -> None:
    """Not chosen yet is an answer."""
    write_xlsx(replace(report, next_step=None), tmp_path / "review.xlsx")
    assert read_rows(openpyxl.load_workbook(tmp_path / "review.xlsx"), "Next step")[1][0] == "not chosen yet"


def test_a_very_long_task_fits_into_its_cell(report: Report, tmp_path: Path) -> None:
    """A worksheet's cell holds 32,767 characters; a longer text is cut, not lost as a whole."""
    long = replace(report, collection=replace(report.collection, task="word " * 10_000))
    write_xlsx(long, tmp_path / "review.xlsx")
    step = dict(row[:2] for row in read_rows(openpyxl.load_workbook(tmp_path / "review.xlsx"), "Next step"))
    assert str(step["task"]).startswith("word word")


def test_what_was_circled_has_a_sheet_with_pictures(circled_report: Report, tmp_path: Path) -> None:
    """Pattern, code and the words written down, as text, and the picture beside them."""
    write_xlsx(circled_report, tmp_path / "review.xlsx")
    book = openpyxl.load_workbook(tmp_path / "review.xlsx")
    assert read_rows(book, "Circled")[1][:3] == ["Water leaves through the leaves", "K07", "=so hot"]
    assert book["Circled"]["C2"].data_type == "s"
    assert len(book["Circled"]._images) == 1


def test_a_model_answer_has_a_sheet_of_its_own(compared: Report, tmp_path: Path) -> None:
    """One row a piece, by code, and under it how far the comparison goes."""
    write_xlsx(compared, tmp_path / "review.xlsx")
    rows = read_rows(openpyxl.load_workbook(tmp_path / "review.xlsx"), "Against the model answer")
    assert rows[:2] == [["piece", "model answer: =Water leaves."], ["B12", "shares this idea"]]
    assert "no mark" in str(rows[-1][0])
