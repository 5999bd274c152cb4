"""Ten lines and what stands beside them; five lines and what stands between two of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.reading.margins import find_insertions, find_notes
from tests.reading.strokes import Place, place_boxes

LINES: list[Place] = [(200, 900, 60 * k) for k in range(1, 11)]
FULL: list[Place] = [(0, 800, 60 * k) for k in range(5)]
ROWS = [[0], [1], [2], [5], [3], [4]]
"""The five lines with a piece more between the third and the fourth."""


def find_beside(*places: Place) -> tuple[list[int], list[int]]:
    """Return which of the places beside the ten lines are notes: numbers from 10, in the left and the right margin."""
    boxes = place_boxes([*LINES, *places])
    return find_notes(boxes, range(len(boxes.left)))


def find_between(place: Place, height: float, lines: list[Place] = FULL) -> dict[int, int]:
    """Return whether a piece, fourth of the rows, was written in between the third and the fourth line."""
    return find_insertions(place_boxes([*lines, place], [height]), ROWS)


def test_lines_alone_have_no_notes() -> None:
    """Lines of text are no notes, a short last one neither."""
    assert find_beside() == find_beside((200, 350, 660)) == ([], [])


def test_notes_in_the_margins_are_found() -> None:
    """A note on the left and one on the right leave the lines, level with one or not."""
    assert find_beside((20, 170, 180), (960, 1100, 200), (30, 180, 400)) == ([10, 12], [11])


def test_the_number_of_an_answer_is_no_note() -> None:
    """What is narrower than one and a half of its heights is a number or a bullet."""
    assert find_beside((120, 170, 180)) == ([], [])


@pytest.mark.parametrize("lines", [(1, 4, 7), range(1, 11)], ids=["three", "all"])
def test_labels_level_with_lines_are_no_notes(lines: Sequence[int]) -> None:
    """Names before what each of them says, or a score behind it, belong to their lines, level but for a hair."""
    assert find_beside(*[(20, 170, 60 * k + 8) for k in lines]) == ([], [])
    assert find_beside(*[(960, 1100, 60 * k - 8) for k in lines]) == ([], [])


def test_remarks_between_lines_are_notes_however_many() -> None:
    """Three that stand level with no line are notes; among six labels nobody can tell, so all stay."""
    remarks: list[Place] = [(20, 170, 60 * k + 28) for k in (1, 4, 7)]
    assert find_beside(*remarks) == ([10, 11, 12], [])
    assert find_beside(*remarks, *[(20, 170, 60 * k) for k in range(1, 7)]) == ([], [])


def test_two_notes_that_happen_to_be_level_stay_notes() -> None:
    """Labels are three or more."""
    assert find_beside((20, 170, 120), (20, 170, 420)) == ([10, 11], [])


@pytest.mark.parametrize(("outside", "inside"), [(35, 45), (625, 615)], ids=["above", "below"])
def test_above_and_below_the_text_is_no_margin(outside: float, inside: float) -> None:
    """A heading and a signature keep their places, however far to a side: the text ends half a line off its lines."""
    assert find_beside((20, 170, outside), (960, 1100, outside)) == ([], [])
    assert find_beside((20, 170, inside), (960, 1100, inside)) == ([10], [11])


def test_what_touches_the_text_is_no_note() -> None:
    """On the left a note keeps clear of where the lines begin, by a fifth of their height."""
    assert find_beside((20, 194, 200)) == find_beside((20, 240, 200)) == ([], [])
    assert find_beside((20, 190, 200)) == ([10], [])


def test_the_end_of_a_long_line_is_no_note() -> None:
    """What runs on behind its line after a gap as between words belongs to it; after a wide gap it is a note."""
    assert find_beside((920, 1040, 180)) == find_beside((940, 1060, 180)) == ([], [])
    assert find_beside((960, 1080, 180)) == ([], [10])


def test_a_gap_is_seen_in_the_line_itself() -> None:
    """A note close behind the text's edge stands off where its own line is short, and where it has none."""
    boxes = place_boxes([*LINES[:2], (200, 700, 180), *LINES[3:], (920, 1040, 180), (920, 1040, 330)])
    assert find_notes(boxes, range(12)) == ([], [10, 11])


def test_too_few_lines_have_no_margin() -> None:
    """Of three lines nobody knows where the text begins, of four one does; of words strewn over a page nobody."""
    boxes = place_boxes([(20, 170, 120), *LINES])
    assert find_notes(boxes, range(4)) == ([], [])
    assert find_notes(boxes, range(5)) == ([0], [])
    strewn = place_boxes([(100 * k, 100 * k + 90, 60 * k) for k in range(10)])
    assert find_notes(strewn, range(10)) == ([], [])


def test_the_other_column_is_no_note() -> None:
    """Only the boxes of the column are looked at."""
    boxes = place_boxes([*LINES, (960, 1700, 180), (20, 170, 200)])
    assert find_notes(boxes, [*range(10), 11]) == ([11], [])


@pytest.mark.parametrize("height", [24, 40], ids=["small", "as large as the lines"])
@pytest.mark.parametrize("middle", [136, 150, 165])
def test_a_short_piece_between_two_lines_was_inserted(middle: float, height: float) -> None:
    """It belongs to the line below it, nearer though it may stand to the one above."""
    assert find_between((300, 420, middle), height) == {3: 4}


@pytest.mark.parametrize(
    ("place", "height"),
    [
        ((300, 640, 150), 24),
        ((300, 420, 150), 44),
        ((300, 420, 130), 24),
        ((300, 420, 171), 24),
        ((740, 880, 150), 24),
    ],
    ids=["long", "tall", "level with the line above", "level with the line below", "beside the lines"],
)
def test_what_is_no_insertion(place: Place, height: float) -> None:
    """A long piece, one in larger letters, a part of a line that stands askew, and what lies over no words."""
    assert find_between(place, height) == {}


def test_small_words_behind_the_end_of_the_line_above_go_into_the_line_below() -> None:
    """Words as large as the line's own that run on under a short line are a line; small ones were put in."""
    short = [*FULL[:2], (0, 340, 120), *FULL[3:]]
    assert find_between((350, 470, 150), 24, short) == {3: 4}
    assert find_between((350, 470, 150), 40, short) == {}


@pytest.mark.parametrize("height", [24, 40], ids=["small", "as large as the lines"])
def test_over_the_end_of_the_line_below_nothing_is_inserted(height: float) -> None:
    """What has no word of the line below under it does not belong into it."""
    short = [*FULL[:3], (0, 340, 180), *FULL[4:]]
    assert find_between((350, 470, 150), height, short) == {}


def test_a_short_line_is_a_line() -> None:
    """The end of a paragraph is as far from its neighbours as all lines; a little room more is made by a writer."""
    assert find_between((0, 120, 180), 24, [*FULL[:3], (0, 800, 240), (0, 800, 300)]) == {}
    assert find_between((0, 120, 165), 24, [*FULL[:3], (0, 800, 195), (0, 800, 255)]) == {3: 4}


def test_nothing_is_inserted_above_the_first_line_or_below_the_last() -> None:
    """An insertion has a line on either side."""
    boxes = place_boxes([*FULL, (300, 420, -30), (300, 420, 270)], [24, 24])
    assert find_insertions(boxes, [[5], [0], [1], [2], [3], [4], [6]]) == {}


def test_two_lines_show_no_pitch() -> None:
    """How far apart lines are is known from three on."""
    three = place_boxes([*FULL[:3], (300, 420, 90)], [24])
    assert find_insertions(three, [[0], [1], [3], [2]]) == {2: 3}
    two = place_boxes([*FULL[:2], (300, 420, 30)], [24])
    assert find_insertions(two, [[0], [2], [1]]) == {}
