"""Two pages of one form: the words that tie them together, and the map that lays one onto the other."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.form.places import (
    PlacedWord,
    find_once,
    fold_word,
    lay_over,
    list_boxes,
    list_placed,
    move_boxes,
)
from pipeline.records.reading import Box, Line, Word, WordRole
from tests.form.conftest import FORM, VIEWS, Matrix, Row, fill_form, make_page, place_rows, see_page, write_page

PRINT = place_rows(*FORM)
TIES = tuple(Row(word, 100 + 60 * k, 100 + 40 * k) for k, word in enumerate(("one", "two", "three", "four")))


def measure_off(matrix: Matrix | None, view: str) -> float:
    """Return how far, in px, the map lays the middle of a word of print from where the view has it, at most."""
    assert matrix is not None
    truth = find_once(list_placed(see_page(write_page(*FORM), VIEWS[view])))
    words = [word for word in PRINT if word.core in truth]
    moved = move_boxes(list_boxes(words), matrix)
    return float(np.abs((moved[:, :2] + moved[:, 2:]) / 2 - [truth[word.core].middle for word in words]).max())


def test_words_are_compared_by_letters_and_digits() -> None:
    """Marks and capitals are read worst: they don't count."""
    assert [fold_word(text) for text in ("Don't", "UP?", "2.", "él,", "—")] == ["dont", "up", "2", "él", ""]


def test_words_are_placed_by_line_and_number() -> None:
    """A word without a place, and one that is only marks, tie nothing; the others keep their numbers."""
    place = Box(10, 20, 50, 44)
    struck = Word("Wy", place, 0.9, role=WordRole.STRUCK)
    line = Line((struck, Word("Name:", None, 0.9), Word("—", place, 0.9), Word("Why?", place, 0.9)), 0.9)
    words = list_placed(make_page([Line((), 0.9), line]))
    assert words == (PlacedWord(1, 0, "wy", place, "Wy"), PlacedWord(1, 3, "why", place, "Why?"))
    assert (words[0].middle, words[0].height_px) == ((30, 32), 24)


@pytest.mark.parametrize("role", WordRole)
def test_a_word_that_was_taken_for_print_says_so(role: WordRole) -> None:
    """Only what was the form's when the page was read looks like print; others' words don't."""
    (word,) = list_placed(make_page([Line((Word("Why?", Box(10, 20, 50, 44), 0.9, role=role),), 0.9)]))
    assert word.is_print is (role is WordRole.FORM)


def test_only_words_that_stand_once_tie() -> None:
    """A word that a page has twice says nothing of where it is."""
    words = place_rows(Row("the sun the Sun rain", 0, 0))
    assert find_once(words) == {"rain": words[4]}


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_is_laid_over_its_copy(view: str) -> None:
    """However the copy lies, every word of print comes to stand on itself, to a few pixels, whatever children wrote."""
    copy = list_placed(see_page(fill_form(3), VIEWS[view]))
    assert measure_off(lay_over(list_placed(fill_form(0)), copy), view) < 4


@pytest.mark.parametrize("view", VIEWS)
def test_words_written_elsewhere_are_outvoted(view: str) -> None:
    """A quarter of the words that both pages have stand at quite other places: print alone says how the page lies."""
    written = ["clouds", "lift", "vapour", "rivers", "carry", "snow", "melts", "springs", "flow"]
    rows = [Row(word, 700 - 70 * k, 300 + 90 * k) for k, word in enumerate(written)]
    others = [Row(word, 90 + 70 * k, 250 + 85 * ((5 * k) % 9)) for k, word in enumerate(written)]
    copy = list_placed(see_page(write_page(*FORM, *others), VIEWS[view]))
    assert measure_off(lay_over(place_rows(*FORM, *rows), copy), view) < 4


def test_a_slant_is_not_told_from_a_strip() -> None:
    """Words that all stand near the top say nothing of the page's end: it is only shifted, turned and scaled."""
    top = [Row(" ".join(f"{row}x{k}" for k in range(6)), 80, 60 + 30 * row) for row in range(2)]
    ends = ([Row("here below", 100, 1300)], [Row("below here", 400, 900)])
    copy = list_placed(see_page(write_page(*top, *ends[1]), VIEWS["slant"]))
    matrix = lay_over(place_rows(*top, *ends[0]), copy)
    assert matrix is not None
    assert matrix[2].tolist() == [0, 0, 1]


def test_three_words_tie_nothing() -> None:
    """Four words that both pages have once are the fewest that say how one lies on the other."""
    assert lay_over(place_rows(*TIES[:3]), place_rows(*TIES[:3])) is None
    matrix = lay_over(place_rows(*TIES), place_rows(*TIES))
    assert matrix is not None
    assert np.allclose(matrix, np.eye(3), atol=1e-6)
    assert lay_over((), place_rows(*TIES)) is None


def test_a_few_words_that_stand_alike_are_no_form() -> None:
    """Two essays with twenty-five words in common: five that stand alike, as a heading does, tie nothing."""
    heading = Row("my essay about water cycles", 100, 100)
    words = [f"{k}w" for k in range(20)]
    here, there = (
        place_rows(heading, *(Row(word, rng.uniform(0, 900), rng.uniform(200, 1300)) for word in words))
        for rng in (random.Random(1), random.Random(2))  # noqa: S311 no secret
    )
    assert lay_over(here, there) is None
    assert lay_over(here[:10], there[:10]) is not None


def test_boxes_are_listed_side_by_side() -> None:
    """Left, top, right and bottom of each word, in their order; no words give no rows."""
    words = place_rows(Row("on it", 10, 20, 10))
    assert list_boxes(words).tolist() == [[10, 20, 30, 44], [40, 20, 60, 44]]
    assert list_boxes(()).shape == (0, 4)


@given(st.floats(-400, 400), st.floats(-400, 400), st.floats(0.5, 2))
def test_a_shift_and_a_scale_move_a_box_as_they_say(right: float, down: float, scale: float) -> None:
    """Every side is moved alike."""
    matrix = np.array([[scale, 0, right], [0, scale, down], [0, 0, 1]])
    boxes = list_boxes(PRINT)
    assert np.allclose(move_boxes(boxes, matrix), boxes * scale + [right, down, right, down])


def test_a_turn_makes_no_box_grow() -> None:
    """A long word turned by two degrees is as wide as before, and higher by less than its corners would say."""
    boxes = list_boxes(place_rows(Row("evaporation", 100, 100)))
    (moved,) = move_boxes(boxes, VIEWS["turn"])
    assert moved[2] - moved[0] == pytest.approx(boxes[0, 2] - boxes[0, 0], rel=0.01)
    assert moved[3] - moved[1] == pytest.approx(boxes[0, 3] - boxes[0, 1], rel=0.01)
