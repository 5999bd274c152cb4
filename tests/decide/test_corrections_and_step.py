"""Corrections come back in the order in which they were made; the latest next step is the one in force."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from pipeline.decide import choose_next_step, collect_corrections, write_correction
from pipeline.records.decisions import Grouping, NextStep
from pipeline.records.reading import Box, Correction, WordRole
from tests.decide.conftest import Diary


def correct(diary: Diary, piece: str, line: int, text: str) -> object:
    return diary.decide("correct", value=json.dumps({"piece": piece, "page": 0, "line": line, "text": text}))


def test_corrections_are_kept_in_their_order_by_piece() -> None:
    """Two lines of one piece, one corrected twice, and a line of another piece."""
    diary = Diary()
    correct(diary, "K07", 3, "the water gose")
    correct(diary, "B12", 0, "Becaus")
    correct(diary, "K07", 3, "the water goes")
    assert collect_corrections(diary.decisions) == {
        "B12": (Correction(0, 0, "Becaus"),),
        "K07": (Correction(0, 3, "the water gose"), Correction(0, 3, "the water goes")),
    }


def test_what_is_written_of_a_correction_is_read_again() -> None:
    """A word of a line, at its place, that is right and a teacher's; and a line of a typed file."""
    for said in (
        Correction(1, 2, None, 4, Box(10, 20, 30.5, 40), WordRole.TEACHER),
        Correction(0, 0, "“quoted” \\ ñ"),
    ):
        diary = Diary()
        diary.decide("correct", value=write_correction("K07", said))
        assert collect_corrections(diary.decisions) == {"K07": (said,)}


def test_an_undone_correction_gives_the_earlier_one_back() -> None:
    """Undo reaches corrections too."""
    diary = Diary()
    correct(diary, "K07", 3, "first")
    second = correct(diary, "K07", 3, "second")
    diary.undo(second)  # type: ignore[arg-type]
    assert collect_corrections(diary.decisions)["K07"] == (Correction(0, 3, "first"),)


def test_the_latest_next_step_is_the_one() -> None:
    """ONE next step: choosing again replaces it, undo gives the earlier one back, none is none."""
    diary = Diary()
    assert choose_next_step(diary.decisions) is None
    first = NextStep(("p",), Grouping.PAIR, "peer critique", "Ms. R", "2026-12-01", "they name a cause", "2026-12-15")
    second = NextStep(("p", "q"), Grouping.WHOLE_CLASS, "mini-lesson", "", "", "", "")
    for step in (first, second):
        last = diary.decide("choose_step", value=TypeAdapter(NextStep).dump_json(step).decode())
    assert choose_next_step(diary.decisions) == second
    diary.undo(last)
    assert choose_next_step(diary.decisions) == first
