"""Boxes decide which words of a page are the student's text; what was read is never thrown away."""

from __future__ import annotations

from pipeline.records.boxes import BoxKind, PageBox, SetBoxes
from pipeline.records.reading import Correction, Reading
from pipeline.transcript import build_transcript, leave_out_boxed
from pipeline.transcript.boxes import surround_words
from tests.transcript.conftest import read_page

PAGE = read_page("Mia Lopez", "the water goes", "well done")
TOP = PageBox("a", BoxKind.NAME, 0.0, 0.0, 1.0, 0.05)
MIDDLE = PageBox("b", BoxKind.QUESTION, 0.0, 0.055, 1.0, 0.105)
BOTTOM = PageBox("c", BoxKind.IGNORE, 0.0, 0.11, 1.0, 0.17)


def _read(*boxes: PageBox, pages: tuple[Reading, ...] = (PAGE,), said: tuple[Correction, ...] = ()) -> str:
    transcript = build_transcript("K07", leave_out_boxed({"K07": pages}, SetBoxes(boxes))["K07"], said)
    assert not transcript.aside
    return transcript.text


def test_words_under_a_name_are_no_text() -> None:
    """Neither the text nor what stands beside it has them; without the box they are back."""
    assert _read() == "Mia Lopez\nthe water goes\nwell done"
    assert _read(TOP) == "the water goes\nwell done"


def test_words_in_a_passed_over_part_are_no_text() -> None:
    """What a teacher stamped there is not the student's."""
    assert _read(TOP, BOTTOM) == "the water goes"


def test_only_the_question_counts_where_there_is_one() -> None:
    """Also on pages that the question is not on."""
    assert _read(MIDDLE) == "the water goes"
    assert _read(PageBox("b", BoxKind.QUESTION, 0.0, 0.055, 1.0, 0.105, only_page=0), pages=(PAGE, PAGE)) == (
        "the water goes"
    )


def test_a_name_partly_under_a_box_is_a_name() -> None:
    """The part that shows would tell whose it is; a passed-over part needs to hold more of a word."""
    partly = (0.0, 0.0, 1.0, 0.012)
    assert _read(PageBox("a", BoxKind.NAME, *partly)) == "the water goes\nwell done"
    assert _read(PageBox("a", BoxKind.IGNORE, *partly)).startswith("Mia Lopez")


def test_what_was_typed_over_a_name_goes_with_it() -> None:
    """A line corrected before the box was drawn does not bring the name back."""
    box = surround_words(PAGE.lines[0].words)
    whole = Correction(0, 0, "Mia Lopez", None, box)
    word = Correction(0, 0, "Mja", 0, PAGE.lines[0].words[0].box)
    assert _read(TOP, said=(whole, word)) == "the water goes\nwell done"


def test_typed_pages_have_no_boxes() -> None:
    """Words without a place stay as they are."""
    typed = read_page("typed at home", has_boxes=False)
    assert _read(TOP, MIDDLE, pages=(typed,)) == "typed at home"
