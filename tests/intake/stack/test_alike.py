"""Print that sides share is found: upside down, beside writing and under it; writing alone is no print."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.intake.stack.alike import find_prints, is_same_side
from tests.intake.stack.sides import draw_side, look_at, turn


def draw_across(student: int) -> Image.Image:
    """Return a first page whose print is written across, line upon line."""
    page = draw_side(student, 0, print_lines=3)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(size=17)
    for line in range(5):
        pen.text(
            (48 + 7 * line, 40 + 22 * line), "and so the water leaves the cup as air goes by", font=font, fill="#222"
        )
    return page


def test_sides_that_share_print_are_told_with_the_way_they_lie() -> None:
    """Every second side carries it, one of them upside down."""
    pages = [draw_side(student, side, print_lines=3 * (side == 0)) for student in range(5) for side in range(2)]
    pages[4] = turn(pages[4])
    (shared, *_) = find_prints(look_at(pages))
    assert np.flatnonzero(shared.has).tolist() == [0, 2, 4, 6, 8]
    assert np.flatnonzero(shared.has & shared.is_turned).tolist() == [4]
    assert not shared.is_doubtful.any()


def test_print_under_writing_is_found_or_asked_about() -> None:
    """It never counts as a page without print: that would join two students' pages and say nothing."""
    pages = [draw_side(student, side, print_lines=3 * (side == 0)) for student in range(6) for side in range(2)]
    pages[6] = draw_across(3)
    (shared, *_) = find_prints(look_at(pages))
    assert (shared.has | shared.is_doubtful)[6]
    assert not (shared.has | shared.is_doubtful)[1::2].any()


def test_writing_alone_is_no_print() -> None:
    """However alike its lines lie."""
    assert find_prints(look_at([draw_side(student, 0) for student in range(8)])) == ()


def test_a_sheet_copied_twice_is_the_same_side() -> None:
    """Another page of the same hand is not."""
    first, again, other = look_at([draw_side(1, 0), draw_side(1, 0), draw_side(1, 1)])
    assert is_same_side(first, again)
    assert not is_same_side(first, other)
