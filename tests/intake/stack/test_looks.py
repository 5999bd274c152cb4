"""What is seen of one side: its ink without dust, edges and ruling, its code, its lines."""

from __future__ import annotations

import numpy as np
from PIL import ImageDraw

from pipeline.intake.stack.looks import MAP_PX, look_at_side
from tests.intake.stack.sides import SIZE_PX, draw_blank, draw_separator, draw_side, to_pixels


def test_ruling_dust_and_the_lids_shadow_are_no_ink() -> None:
    """A ruled sheet with specks and a dark edge is empty; one word is not."""
    page = draw_blank()
    pen = ImageDraw.Draw(page)
    for y in range(100, 800, 40):
        pen.line((0, y, SIZE_PX[0], y), fill="#7090c0")
    pen.line((2, 0, 2, SIZE_PX[1]), fill="black", width=8)
    pen.point([(300, 305), (411, 522)], fill="black")
    empty = look_at_side(to_pixels(page))
    assert empty.ink_px == 0
    assert len(empty.rules) >= 17  # of 18: between two px a thin line may fall under the paper's border
    pen.text((200, 310), "water", fill="black", font_size=24)
    assert look_at_side(to_pixels(page)).ink_px > 20


def test_a_large_code_is_read_and_a_page_has_none() -> None:
    """The maps have their size whatever the picture's."""
    assert look_at_side(to_pixels(draw_separator("S07"))).code == "S07"
    look = look_at_side(to_pixels(draw_side(0, 0)))
    assert look.code == ""
    assert look.layout.shape == look.ink.shape == MAP_PX


def test_an_empty_side_has_no_hand() -> None:
    """Two inks are two hands."""
    assert np.isnan(look_at_side(to_pixels(draw_blank())).hand).all()
    blue, red = (look_at_side(to_pixels(draw_side(student, 0))).hand for student in (0, 3))
    assert np.abs(blue - red).max() > 5
