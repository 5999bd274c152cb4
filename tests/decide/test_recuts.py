"""A stack cut anew is one decision: pieces make room for others, what was said of a page goes with it, undo undoes."""

from __future__ import annotations

from dataclasses import replace

from pipeline.decide import (
    collect_boxes,
    collect_corrections,
    collect_cuts,
    collect_page_changes,
    list_cut_away,
    write_box_change,
    write_correction,
    write_page_change,
    write_recut,
)
from pipeline.records.boxes import BoxChange, BoxKind, PageBox
from pipeline.records.pages import PageChange, PageHow
from pipeline.records.reading import Box, Correction
from pipeline.records.stack import Leaf, MovedPage, Recut, StackCut
from tests.decide.conftest import Diary

CUT = StackCut((Leaf(0), Leaf(1)), {0: "cut by you"}, {}, "")
JOINED = Recut("stack", CUT, ("A01", "B02"), ("C03",), (MovedPage("C03", 0, "A01", 0), MovedPage("C03", 1, "B02", 0)))
BACK = Recut(
    "stack",
    replace(CUT, starts={0: "", 1: "cut by you"}),
    ("C03",),
    ("A01", "B02"),
    (MovedPage("A01", 0, "C03", 0), MovedPage("B02", 0, "C03", 1)),
)


def test_pieces_make_room_and_undo_brings_them_back() -> None:
    """What a taken back cut made doesn't count either; cut back by hand, the old pieces count again."""
    diary = Diary()
    assert list_cut_away(diary.decisions) == frozenset()
    first = diary.decide("cut_anew", value=write_recut(JOINED))
    assert list_cut_away(diary.decisions) == {"A01", "B02"}
    assert collect_cuts(diary.decisions) == {"stack": CUT}
    undone = diary.undo(first)
    assert list_cut_away(diary.decisions) == {"C03"}
    assert collect_cuts(diary.decisions) == {}
    diary.undo(undone)
    diary.decide("cut_anew", value=write_recut(BACK))
    assert list_cut_away(diary.decisions) == {"C03"}
    assert collect_cuts(diary.decisions) == {"stack": BACK.cut}


def test_a_hidden_name_stays_hidden() -> None:
    """A box of first pages stays on a page that is a second one now, and a box taken off one page stays off it."""
    diary = Diary()
    name = PageBox("b1", BoxKind.NAME, 0.0, 0.0, 1.0, 0.1, only_page=0)
    wide = replace(name, id="b2", only_page=None)
    for box in (name, wide):
        diary.decide("draw_box", value=write_box_change(BoxChange(box)))
    diary.decide("remove_box", value=write_box_change(BoxChange(wide, "B02")))
    diary.decide("cut_anew", value=write_recut(JOINED))
    boxes = collect_boxes(diary.decisions)
    assert boxes.find_on("C03", 0) == (name, wide)
    assert boxes.find_on("C03", 1) == (name,)
    assert boxes.find_on("K07", 1) == (wide,)


def test_corrections_and_better_photos_go_with_their_page() -> None:
    """There and back again, with what was corrected in between."""
    diary = Diary()
    word = Correction(page=0, line=2, slot=1, text="water", box=Box(0, 0, 9, 9))
    diary.decide("correct", value=write_correction("B02", word))
    diary.decide("change_page", value=write_page_change(PageChange("A01", 0, "aa", PageHow.TURNED)))
    diary.decide("cut_anew", value=write_recut(JOINED))
    assert collect_corrections(diary.decisions)["C03"] == (replace(word, page=1),)
    assert collect_page_changes(diary.decisions)["C03", 0].picture == "aa"
    later = replace(word, page=1, line=5, text="cup")
    diary.decide("correct", value=write_correction("C03", later))
    diary.decide("cut_anew", value=write_recut(BACK))
    assert collect_corrections(diary.decisions)["B02"] == (word, replace(later, page=0))
