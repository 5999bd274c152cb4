"""The table of pieces by patterns: codes, what is checked, and nothing a spreadsheet would run."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.export.table import RUNS, add_warnings, build_table, defuse_cell
from pipeline.records.report import Report


def test_confirmed_patterns_come_first_and_set_aside_ones_never(report: Report) -> None:
    """A column a pattern that is not set aside, confirmed ones first, each with its status."""
    assert build_table(report).header == (
        "piece",
        "Water leaves through the leaves (confirmed)",
        "=SUM(A1) (suggested)",
        "not sorted yet",
        "needs your eyes",
    )


def test_every_piece_has_a_row_that_says_who_counted_it(report: Report) -> None:
    """Checked by a person, suggested by the machine, or in no pattern: nobody is left out."""
    assert build_table(report).rows == (
        ("B12", "checked", "", "", ""),
        ("K07", "checked", "suggested", "", ""),
        ("M31", "", "suggested", "yes", "yes"),
    )


def test_patterns_of_one_name_keep_a_column_each(report: Report) -> None:
    """The second of two equal names is numbered."""
    confirmed = report.patterns[1]
    twice = replace(report, patterns=(confirmed, replace(confirmed, id="c2"), replace(confirmed, id="c3")))
    name = "Water leaves through the leaves (confirmed)"
    assert build_table(twice).header[1:4] == (name, f"{name} #2", f"{name} #3")


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1", "\u200b=1", "\x00=1", " =1", "\u00a0=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_starts_a_formula(text: str) -> None:
    """What a spreadsheet would run gets an apostrophe first, invisible signs before it or not."""
    assert defuse_cell(text).startswith("'")


@given(st.text())
def test_a_defused_cell_never_starts_a_formula(text: str) -> None:
    """Whatever the text is."""
    assert not defuse_cell(text).startswith(RUNS)


def test_plain_words_stay_as_they_are() -> None:
    """Words, codes and signs inside a text are not touched."""
    assert defuse_cell("a=b, 3 - 1 é") == "a=b, 3 - 1 é"
    assert defuse_cell("Rosa\u00a0Parks,\u202f10\u00a0%") == "Rosa Parks, 10 %"


def test_what_was_circled_and_written_down_is_in_the_row(circled_report: Report) -> None:
    """A column of captions stands last where there are any."""
    table = build_table(circled_report)
    assert table.header[-1] == "words the teacher wrote down"
    assert table.rows[1] == ("K07", "checked, circled", "suggested", "", "", "=so hot")


def test_each_idea_of_a_model_answer_has_a_column(compared: Report) -> None:
    """Behind all others: what each piece does with it, in the words of the screen."""
    table = build_table(compared)
    assert table.header[-1] == "model answer: =Water leaves."
    assert [row[-1] for row in table.rows] == ["shares this idea", "says otherwise", "not there"]
    assert {len(row) for row in table.rows} == {len(table.header)}


def test_how_it_was_handed_in_and_what_was_taken_out_is_in_the_row(handed_report: Report) -> None:
    """Late, the draft and the reason; a piece that doesn't count has its reason and nothing else."""
    table = build_table(handed_report)
    assert table.header[-2:] == ("handed in", "taken out of the set")
    assert [(row[0], *row[-2:]) for row in table.rows] == [
        ("B12", "late", ""),
        ("K07", "draft 2 of 2", ""),
        ("M31", "", ""),
        ("K07-2", "", "newer draft"),
        ("T40", "", "=absent"),
    ]
    assert all(set(row[1:-1]) == {""} for row in table.rows[3:])


def test_warnings_stand_beside_the_pieces_they_are_of(handed_report: Report) -> None:
    """Named by their pattern; without any there is no such column."""
    plain = build_table(handed_report)
    warned = add_warnings(plain, handed_report)
    told = "=SUM(A1) (suggested): =Follows the length."
    assert warned.header[-1] == "warnings"
    assert [row[-1] for row in warned.rows] == ["", told, told, "", ""]
    quiet = tuple(replace(pattern, warnings=()) for pattern in handed_report.patterns)
    assert add_warnings(plain, replace(handed_report, patterns=quiet)) == plain
