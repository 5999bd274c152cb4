"""Boxes follow from decisions alone: drawn for all pages, moved on one, taken back by one undo."""

from __future__ import annotations

from dataclasses import replace

from pipeline.decide import collect_boxes, write_box_change
from pipeline.records.boxes import BoxChange, BoxKind, PageBox
from tests.decide.conftest import Diary

NAME = PageBox("b1", BoxKind.NAME, 0.0, 0.0, 1.0, 0.1)
LOWER = replace(NAME, y0=0.2, y1=0.3)


def _say(box: PageBox, piece: str = "", page: int = 0) -> str:
    return write_box_change(BoxChange(box, piece, page))


def test_a_box_is_on_all_pages_until_it_is_moved_on_one() -> None:
    """On the page where it was moved it stands elsewhere; on the others it stays."""
    diary = Diary()
    diary.decide("draw_box", value=_say(NAME))
    diary.decide("move_box", value=_say(LOWER, "K07", 1))
    boxes = collect_boxes(diary.decisions)
    assert boxes.find_on("K07", 0) == boxes.find_on("B12", 1) == (NAME,)
    assert boxes.find_on("K07", 1) == (LOWER,)
    assert boxes.is_moved("b1", "K07", 1)


def test_a_box_can_be_missing_from_one_page_or_from_all() -> None:
    """Removed on one page it stays on the others; removed for all it is gone, and undo brings each back."""
    diary = Diary()
    diary.decide("draw_box", value=_say(NAME))
    here = diary.decide("remove_box", value=_say(NAME, "K07"))
    assert collect_boxes(diary.decisions).find_on("K07", 0) == ()
    assert collect_boxes(diary.decisions).find_on("B12", 0) == (NAME,)
    diary.undo(here)
    assert collect_boxes(diary.decisions).find_on("K07", 0) == (NAME,)
    everywhere = diary.decide("remove_box", value=_say(NAME))
    assert collect_boxes(diary.decisions).drawn == ()
    diary.undo(everywhere)
    assert collect_boxes(diary.decisions).drawn == (NAME,)


def test_moving_it_everywhere_forgets_single_pages() -> None:
    """Who moves a box for the whole class set means every page."""
    diary = Diary()
    diary.decide("draw_box", value=_say(NAME))
    diary.decide("move_box", value=_say(replace(NAME, x0=0.5), "K07"))
    diary.decide("move_box", value=_say(LOWER))
    assert collect_boxes(diary.decisions).find_on("K07", 0) == (LOWER,)


def test_a_box_of_one_page_number_is_on_no_other() -> None:
    """A name on every first page hides nothing of the second."""
    diary = Diary()
    first = replace(NAME, only_page=0)
    diary.decide("draw_box", value=_say(first))
    boxes = collect_boxes(diary.decisions)
    assert (boxes.find_on("K07", 0), boxes.find_on("K07", 1)) == ((first,), ())
