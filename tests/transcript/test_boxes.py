"""Boxes one can draw: around others, in a row, one over the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records.reading import Box, Word
from pipeline.transcript.boxes import measure_cover, spread_words, surround, surround_words

UNIT = Box(0, 0, 10, 10)


@st.composite
def draw_box(draw: st.DrawFn) -> Box:
    """Draw a box of at least a pixel."""
    x, y = draw(st.integers(-50, 50)), draw(st.integers(-50, 50))
    return Box(x, y, x + draw(st.integers(1, 60)), y + draw(st.integers(1, 60)))


def test_a_box_around_boxes_reaches_from_edge_to_edge() -> None:
    """Left, top, right and bottom each from the box that reaches furthest."""
    assert surround([Box(10, 5, 20, 30), Box(0, 8, 15, 40), Box(12, 2, 50, 9)]) == Box(0, 2, 50, 40)


@given(st.lists(draw_box(), min_size=1, max_size=5))
def test_a_box_around_boxes_is_the_smallest(boxes: list[Box]) -> None:
    """All of them lie in it, each of its sides is one's side, and around it there is nothing more."""
    around = surround(boxes)
    for box in boxes:
        assert around.x0 <= box.x0 < box.x1 <= around.x1
        assert around.y0 <= box.y0 < box.y1 <= around.y1
    for side in ("x0", "y0", "x1", "y1"):
        assert getattr(around, side) in {getattr(box, side) for box in boxes}
    assert surround([around, *boxes]) == around


def test_words_without_a_place_are_passed_over() -> None:
    """The box is around those that have one; there is none where no word has."""
    nowhere = Word("typed", None, 1.0)
    assert surround_words([nowhere, Word("a", UNIT, 1.0), Word("b", Box(30, 5, 40, 15), 1.0)]) == Box(0, 0, 40, 15)
    assert surround_words([nowhere]) is None
    assert surround_words([]) is None


def test_words_share_a_room_by_their_letters() -> None:
    """Ten characters with the space between: a tenth of the room for each."""
    assert spread_words(Box(100, 0, 200, 20), ["some", "thing"]) == [Box(100, 0, 140, 20), Box(150, 0, 200, 20)]
    assert spread_words(UNIT, ["something"]) == [UNIT]


def test_words_without_a_room_have_no_place() -> None:
    """As many as there are words; no words take no room."""
    assert spread_words(None, ["some", "thing"]) == [None, None]
    assert spread_words(UNIT, []) == []


@given(draw_box(), st.lists(st.text("abc", min_size=1, max_size=8), min_size=1, max_size=6))
def test_words_fill_a_room_from_side_to_side(room: Box, words: list[str]) -> None:
    """Side by side, none over another, as high as the room, from its left to its right edge."""
    boxes = [box for box in spread_words(room, words) if box is not None]
    assert len(boxes) == len(words)
    assert {(box.y0, box.y1) for box in boxes} == {(room.y0, room.y1)}
    assert (boxes[0].x0, boxes[-1].x1) == (room.x0, pytest.approx(room.x1))
    assert all(one.x0 < one.x1 < other.x0 for one, other in pairwise(boxes))


@pytest.mark.parametrize(
    ("other", "cover"),
    [
        (UNIT, 1),
        (Box(5, 0, 15, 10), 1 / 2),
        (Box(0, 5, 10, 15), 1 / 2),
        (Box(5, 5, 15, 15), 1 / 4),
        (Box(0, 0, 20, 20), 1),
        (Box(3, 3, 5, 5), 1),
        (Box(8, 2, 12, 4), 1 / 2),
        (Box(6, -40, 60, 40), 4 / 10),
        (Box(10, 0, 20, 10), 0),
        (Box(0, 10, 10, 20), 0),
        (Box(40, 40, 50, 50), 0),
    ],
)
def test_a_cover_is_how_much_of_the_smaller_box_lies_in_the_other(other: Box, cover: float) -> None:
    """A box inside another 1, however much larger that is; half a box aside a half; edges that touch share nothing."""
    assert measure_cover(UNIT, other) == pytest.approx(cover)


@given(draw_box(), draw_box())
def test_two_boxes_cover_each_other_alike(one: Box, other: Box) -> None:
    """Between 0 and 1, whichever is named first; 1 only where one of them lies in the other."""
    cover = measure_cover(one, other)
    assert 0 <= cover <= 1
    assert measure_cover(other, one) == cover
    assert (cover == 1) is (surround([one, other]) in {one, other})
