"""What the exports say of a class: n of N for each section, and who is missing, by codes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from pipeline.export import write_pdf, write_xlsx
from pipeline.export.table import build_table
from pipeline.export.wording import say_missing, say_sections
from pipeline.records.report import Report


@pytest.fixture
def class_report(report: Report) -> Report:
    """The three pieces are from two sections, and one of four on the list is missing."""
    sections = {"B12": "Period 1", "K07": "Period 2", "M31": "Period 2"}
    return replace(report, sections=sections, listed=4, missing=("TU2",))


def test_each_section_counts_of_its_own(class_report: Report) -> None:
    """As counted in tables; on paper one or two are not counted out."""
    suggested = class_report.patterns[0]
    assert say_sections(suggested, class_report) == "Period 1: 0 of 1 · Period 2: 2 of 2"
    large = replace(class_report, sections={**class_report.sections, "A01": "Period 2"})
    printed = "Period 1: fewer than 3 handed in · Period 2: 1 or 2 of 3"
    assert say_sections(suggested, large, is_printed=True) == printed


def test_without_sections_and_a_list_nothing_is_said(report: Report) -> None:
    """Most classes have one period."""
    assert say_sections(report.patterns[0], report) == ""
    assert say_missing(report) == ""
    assert "section" not in build_table(report).header


def test_the_table_has_the_section_beside_the_code(class_report: Report) -> None:
    """So that any other program can count by it."""
    table = build_table(class_report)
    assert table.header[:2] == ("piece", "section")
    assert [row[:2] for row in table.rows] == [("B12", "Period 1"), ("K07", "Period 2"), ("M31", "Period 2")]


def test_the_workbook_says_sections_and_who_is_missing(class_report: Report, tmp_path: Path) -> None:
    """By codes."""
    write_xlsx(class_report, tmp_path / "review.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "review.xlsx")["Patterns"].iter_rows(values_only=True))
    assert rows[0][-1] == "by section"
    assert rows[1][-1] == "Period 1: 1 of 1 · Period 2: 1 of 2"
    assert rows[-1][:3] == ("3 of 4 on the class's list handed in", "missing:", "TU2")


def test_the_page_says_both_with_care(class_report: Report, tmp_path: Path) -> None:
    """One page still, with how many of the list handed in."""
    write_pdf(class_report, tmp_path / "review.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "review.pdf")
    told = " ".join(document[0].get_textpage().get_text_range().split())
    assert len(document) == 1
    document.close()
    assert "3 of 4 on the class's list handed in" in told
    assert "Period 1: fewer than 3 handed in · Period 2: fewer than 3 handed in" in told
