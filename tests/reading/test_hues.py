"""Pages in one ink and in two, and whose each mark is."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from pipeline.reading.hues import Sides, part_inks
from pipeline.reading.ink import find_ink
from pipeline.reading.ppocr import PpocrEngine
from pipeline.records.reading import WordRole
from pipeline.records.work import OpenedPage
from tests.reading.pages import PAPER, rule_page
from tests.reading.strokes import Colour, make_sheet, write

SIZE = (1000, 620)
TEXTS = ("The watter goes up in the sun", "and then it makes a cloud that", "rains on us all day long")
BLUE, BLACK, PENCIL = (28, 42, 120), (24, 24, 32), (82, 82, 86)
RED, GREEN, PURPLE = (205, 30, 45), (30, 120, 60), (110, 40, 140)
THERE = (slice(440, 520), slice(480, 800))
"""Where the remark stands: rows and columns."""


def write_lines(*inks: Colour) -> Image.Image:
    """Return a page of three lines, each in its ink."""
    sheet = make_sheet(*SIZE)
    for k, (line, ink) in enumerate(zip(TEXTS, inks, strict=True)):
        write(sheet, line, 120, 140 + 80 * k, ink)
    return sheet


def write_page(ink: Colour, remark: Colour | None = None, text: str = "well done") -> Image.Image:
    """Return a page of three lines in one ink, with a remark in another one under them."""
    sheet = write_lines(ink, ink, ink)
    if remark:
        write(sheet, text, 500, 490, remark)
    return sheet


def rule(ink: Colour) -> Image.Image:
    """Return a page of three lines in one ink on ruled paper with a red margin."""
    ruled, written = make_sheet(*SIZE), write_page(ink)
    rule_page(ImageDraw.Draw(ruled), SIZE)
    return Image.fromarray(np.minimum(np.asarray(ruled), np.asarray(written)))


def part(page: Image.Image | NDArray[np.uint8]) -> Sides:
    """Return the page's sides."""
    image = np.asarray(page)
    return part_inks(image, find_ink(image))


def leave_remark_out(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask without what lies where the remark stands."""
    others = mask.copy()
    others[THERE] = False
    return others


@pytest.mark.parametrize("student", [BLUE, BLACK, PENCIL], ids=["blue", "black", "pencil"])
@pytest.mark.parametrize("teacher", [RED, GREEN, PURPLE], ids=["red", "green", "purple"])
def test_a_remark_in_another_ink_is_the_teachers(student: Colour, teacher: Colour) -> None:
    """Its marks are the teacher's ink and no mark else is; all other marks are the student's."""
    page = write_page(student, teacher)
    sides = part(page)
    assert sides.teacher is not None
    assert sides.student.is_part
    assert sides.teacher.is_part
    ink = find_ink(np.asarray(page))
    assert sides.student.ink.mask.sum() == leave_remark_out(ink.mask).sum() > 10_000
    assert sides.teacher.ink.mask.sum() == ink.mask[THERE].sum() > 1000
    assert not leave_remark_out(sides.teacher.ink.mask).any()
    assert not sides.student.ink.mask[THERE].any()


@pytest.mark.parametrize("teacher", [RED, GREEN, PURPLE], ids=["red", "green", "purple"])
def test_each_side_is_painted_over_on_the_others_picture(teacher: Colour) -> None:
    """On the student's picture there is paper where the remark was and nothing else has changed, and vice versa."""
    page = write_page(BLUE, teacher)
    sides = part(page)
    assert sides.teacher is not None
    without, alone = sides.student.image.astype(int), sides.teacher.image.astype(int)
    assert np.abs(without - np.asarray(write_page(BLUE))).max() < 40
    assert np.abs(alone[THERE] - np.asarray(page)[THERE]).max() == 0
    alone[THERE] = PAPER
    assert np.abs(alone - PAPER).max() < 40


def test_a_remark_between_the_lines_is_told_apart_too() -> None:
    """A word in red over a word in blue, a hand's breadth from neither, is whole on one side."""
    page = write_page(BLUE)
    write(page, "water", 260, 100, RED)
    sides = part(page)
    assert sides.teacher is not None
    assert np.abs(sides.student.image.astype(int) - np.asarray(write_page(BLUE))).max() < 40
    assert sides.teacher.ink.mask.sum() > 500


def test_a_yellow_lamp_changes_no_ink() -> None:
    """What counts is the light that ink takes from its own paper, however warm and uneven that is."""
    lamp = np.array([1, 0.7, 0.35]) * np.linspace(1, 0.6, SIZE[0])[:, None]
    own, both = ((np.asarray(write_page(PENCIL, ink)) * lamp).astype(np.uint8) for ink in (None, RED))
    assert part(own).teacher is None
    sides = part(both)
    assert sides.teacher is not None
    assert sides.teacher.ink.mask[THERE].sum() > 1000
    assert not leave_remark_out(sides.teacher.ink.mask).any()


@pytest.mark.parametrize("ink", [BLUE, PENCIL, RED, GREEN, PURPLE])
def test_a_page_in_one_ink_is_one_side(ink: Colour) -> None:
    """It is the student's, image and ink as they came, in whatever colour it is written."""
    image = np.asarray(write_page(ink))
    marks = find_ink(image)
    sides = part_inks(image, marks)
    assert sides.teacher is None
    assert sides.student.image is image
    assert sides.student.ink is marks
    assert not sides.student.is_part


@pytest.mark.parametrize("ink", [RED, GREEN, PURPLE])
def test_a_page_mostly_in_a_teachers_colour_is_the_students(ink: Colour) -> None:
    """A child who writes in red, with a remark in blue, is no teacher."""
    assert part(write_page(ink, BLUE)).teacher is None


def test_a_teacher_writes_less_than_the_student() -> None:
    """Of three lines one may be an answer in red; where two are, the red ones are the student's own."""
    assert part(write_lines(BLUE, BLUE, RED)).teacher is not None
    assert part(write_lines(BLUE, RED, RED)).teacher is None


@pytest.mark.parametrize(
    "other",
    [(60, 120, 220), (20, 150, 190), (70, 85, 70), (95, 70, 75)],
    ids=["blue", "turquoise", "greenish", "reddish"],
)
def test_another_pen_of_a_students_is_no_teachers(other: Colour) -> None:
    """A remark in a second blue, or in greys that only lean to a colour, is the student's own."""
    assert part(write_page(BLACK, other)).teacher is None


@pytest.mark.parametrize("ink", [BLUE, PENCIL])
def test_ruling_and_a_red_margin_are_no_teachers(ink: Colour) -> None:
    """Ruled paper, straight and a little turned, has one side."""
    page = rule(ink)
    assert part(page).teacher is None
    assert part(page.rotate(2, Image.Resampling.BICUBIC, fillcolor=PAPER)).teacher is None


def test_on_ruled_paper_a_remark_is_the_teachers() -> None:
    """What was written in red is told from what was printed in it."""
    page = rule(BLUE)
    write(page, "well done", 500, 490, RED)
    sides = part(page)
    assert sides.teacher is not None
    assert sides.teacher.ink.mask[THERE].sum() == sides.teacher.ink.mask.sum() > 1000


@pytest.mark.parametrize("shift_px", [-2, 2])
@pytest.mark.parametrize("channel", [0, 1, 2], ids=["red", "green", "blue"])
@pytest.mark.parametrize("ink", [BLACK, BLUE], ids=["black", "blue"])
def test_coloured_edges_are_no_teacher(ink: Colour, channel: int, shift_px: int) -> None:
    """A lens that brings one colour to another place gives dark strokes reddish edges."""
    seen = np.asarray(write_page(ink)).copy()
    seen[:, :, channel] = np.roll(seen[:, :, channel], shift_px, axis=1)
    assert part(seen).teacher is None


def test_a_grey_scan_is_one_side() -> None:
    """Without colours nobody's ink can be told from another's."""
    grey = write_page(BLUE, RED).convert("L").convert("RGB")
    assert part(grey).teacher is None


def test_a_dot_of_red_is_no_teacher() -> None:
    """A mark is a remark from a letter's size on: a spot where a pen touched the paper is none."""
    page = write_page(BLUE)
    ImageDraw.Draw(page).ellipse((500, 480, 510, 490), fill=RED)
    assert part(page).teacher is None
    assert part(write_page(BLUE, RED, "OK")).teacher is not None


def test_the_engine_reads_both_and_keeps_them_apart(ppocr: PpocrEngine) -> None:
    """The student's text is what they wrote; the remark is read too, and is the teacher's."""
    words = [
        word for line in ppocr.read(OpenedPage(np.asarray(write_page(BLUE, RED)), 0, None)).lines for word in line.words
    ]
    assert [word.text for word in words if word.role is WordRole.STUDENT] == " ".join(TEXTS).split()
    assert [word.text for word in words if word.role is WordRole.TEACHER] == ["well", "done"]
