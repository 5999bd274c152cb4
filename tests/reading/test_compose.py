"""Rows and what was read in their quads, and the lines they make."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest

from pipeline.reading.compose import compose_lines, join_sides, place_word
from pipeline.reading.detect import Quad
from pipeline.reading.rows import Row
from pipeline.reading.stripread import NOTHING_READ, Nature, StripRead
from pipeline.records.reading import Box, Line, Word, WordRole
from tests.reading.strokes import frame, make_words, read_as, turn_points

LEVEL = frame(0, 100, 600, 140)


def compose(rows: list[Row], *reads: StripRead, quad: Quad = LEVEL) -> list[str]:
    """Return the texts of the lines; all strips lie along one quad."""
    return [line.text for line in compose_lines(rows, [quad] * len(reads), reads)]


def insert(read: StripRead, added: StripRead, quad: Quad = LEVEL) -> Line:
    """Return the line in which the second strip was inserted."""
    (line,) = compose_lines([Row((0,), starts_paragraph=False, inserted=(1,))], [quad, quad], [read, added])
    return line


def turn_words(read: StripRead, angle: float) -> StripRead:
    """Return the strip with the upright boxes around its words after the page was turned."""
    words = []
    for word in read.words:
        assert word.box is not None
        box = word.box
        points = turn_points(frame(box.x0, box.y0, box.x1, box.y1), angle)
        words.append(replace(word, box=Box(*points.min(axis=0).tolist(), *points.max(axis=0).tolist())))
    return replace(read, words=tuple(words))


def test_no_rows_make_no_lines() -> None:
    """A page on which no writing was found has none."""
    assert compose_lines([], [], []) == ()


def test_lines_come_in_the_order_of_the_rows() -> None:
    """Rows say which strips they have and in which order, whatever the strips' own numbers are."""
    rows = [Row((2,), starts_paragraph=False), Row((1, 0), starts_paragraph=True)]
    strips = [read_as("is warm"), read_as("the sun"), read_as("today")]
    lines = compose_lines(rows, [LEVEL] * 3, strips)
    assert [(line.text, line.starts_paragraph) for line in lines] == [("today", False), ("the sun is warm", True)]


def test_what_is_no_writing_gives_no_line() -> None:
    """A drawing leaves its row, and a row with nothing else is no line; neither is an insertion that is a scribble."""
    drawing, scribble = replace(read_as("ooo"), nature=Nature.DRAWING), read_as("xW", belief=0.2)
    rows = [Row((0, 1), starts_paragraph=False, inserted=(2,)), Row((2, 3), starts_paragraph=True)]
    assert compose(rows, drawing, read_as("the sun"), scribble, NOTHING_READ) == ["the sun"]


def test_a_row_of_the_teachers_words_is_a_line_without_text() -> None:
    """It may be nobody's but the teacher's, and still stands where it was written."""
    theirs = read_as("well done").give_roles(WordRole.TEACHER)
    rows = [Row((0,), starts_paragraph=False), Row((1,), starts_paragraph=False)]
    lines = compose_lines(rows, [LEVEL] * 2, [theirs, read_as("the sun")])
    assert [(line.text, len(line.words)) for line in lines] == [("", 2), ("the sun", 2)]


@pytest.mark.parametrize("caret", ["^", "ʌ", "∧"])
def test_inserted_words_go_where_the_caret_points(caret: str) -> None:
    """They take the place of the sign, however far from it they were written."""
    line = insert(read_as(f"the sun is {caret} today"), read_as("very warm", x=0, y=-30))
    assert line.text == "the sun is very warm today"


@pytest.mark.parametrize(
    ("x", "text"),
    [(0, "so it is warm"), (40, "it so is warm"), (110, "it is so warm"), (200, "it is warm so")],
    ids=["before", "first gap", "second gap", "behind"],
)
def test_without_a_caret_the_nearest_gap_takes_them(x: float, text: str) -> None:
    """Words of forty, forty and eighty pixels: what stands above a gap was meant for it."""
    assert insert(read_as("it is warm"), read_as("so", x=x - 20, y=-30)).text == text


@pytest.mark.parametrize("angle", [0.6, -0.6])
def test_gaps_are_measured_along_a_steep_line(angle: float) -> None:
    """On a page held askew the gap is the one above which a word stands for the writer, not on the picture."""
    quad = turn_points(LEVEL, angle)
    read, added = turn_words(read_as("it is warm", y=100), angle), turn_words(read_as("so", x=30, y=40), angle)
    assert insert(read, added, quad).text == "it so is warm"


def test_an_insertion_shares_in_how_sure_the_line_is() -> None:
    """Three sure words and one unsure one make a line as sure as the four on average; its paragraph stays."""
    unsure = StripRead((Word("so", Box(40, 70, 80, 110), 0.5),), 0.9)
    rows = [Row((0,), starts_paragraph=True, inserted=(1,))]
    (line,) = compose_lines(rows, [LEVEL] * 2, [read_as("it is warm"), unsure])
    assert line.confidence == pytest.approx((3 * 0.9 + 0.5) / 4)
    assert line.starts_paragraph


def test_inserted_words_without_a_line_are_one() -> None:
    """Where nothing was read in the row itself, what stands above it is still read."""
    rows = [Row((0,), starts_paragraph=True, inserted=(1,))]
    assert compose(rows, NOTHING_READ, read_as("so")) == ["so"]


def test_both_inks_of_a_line_stand_in_the_order_of_the_page() -> None:
    """A teacher's words stand between the student's where they were written, and are the teacher's."""
    words = list(make_words("the watter water is warm", 0, 100))
    theirs = StripRead((words[2],), 0.9).give_roles(WordRole.TEACHER)
    joined = join_sides(StripRead((*words[:2], *words[3:]), 0.9), theirs, LEVEL)
    assert [word.text for word in joined.words] == ["the", "watter", "water", "is", "warm"]
    assert [word.text for word in joined.own] == ["the", "watter", "is", "warm"]


def test_both_inks_of_a_steep_line_stand_along_it() -> None:
    """Words of a line that runs straight up are in order from below to above."""
    upwards = turn_points(LEVEL, -np.pi / 2)
    words = turn_words(read_as("the sun is", y=100), -np.pi / 2).words
    for one, two, three in permutations(words):
        joined = join_sides(StripRead((one, two), 0.9), StripRead((three,), 0.9), upwards)
        assert joined.words == words


def test_one_ink_alone_is_the_strip() -> None:
    """Where one of both wrote nothing there, the other's words are all there is, with how sure they were."""
    student = replace(read_as("the sun"), seen=(0.3, 0.4))
    teacher = read_as("good").give_roles(WordRole.TEACHER)
    assert join_sides(student, NOTHING_READ, LEVEL) == student
    assert join_sides(NOTHING_READ, teacher, LEVEL) == teacher
    assert join_sides(student, read_as("xx", belief=0.1), LEVEL) == student
    assert not join_sides(NOTHING_READ, NOTHING_READ, LEVEL).words


def test_a_words_place_is_measured_along_its_line() -> None:
    """Start, middle and end on a level line are the box's own; a word without a box is at the start."""
    span = place_word(Word("sun", Box(60, 100, 120, 140), 0.9), LEVEL)
    assert (span.start, span.middle, span.end) == (60, 90, 120)
    nowhere = place_word(Word("sun", None, 0.9), LEVEL)
    assert (nowhere.start, nowhere.middle, nowhere.end) == (0, 0, 0)
