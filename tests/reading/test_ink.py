"""Pages on which one sees where the ink is."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.reading.ink import find_ink
from pipeline.records.reading import Box
from tests.reading.pages import INK, PAPER, RULING, draw_blank, draw_page, place_lines, rule_page


@pytest.fixture
def spot() -> Image.Image:
    """Draw a white page with one filled circle from (110, 110) to (150, 150)."""
    image = Image.new("RGB", (400, 300), PAPER)
    ImageDraw.Draw(image).ellipse((110, 110, 150, 150), outline=INK, width=5)
    return image


def test_ruled_lines_are_paper() -> None:
    """A ruled page under uneven light has next to no ink."""
    page = draw_blank()
    assert page.image is not None
    assert find_ink(page.image).share < 0.0005


def test_writing_on_ruled_lines_is_ink() -> None:
    """Two words are far more than a blank page has."""
    drawn = draw_page(place_lines(["two words"]), is_ruled=True)
    assert drawn.page.image is not None
    assert find_ink(drawn.page.image).share > 0.0015


def test_ink_is_measured_where_it_lies(spot: Image.Image) -> None:
    """All of it inside its box, none beside it, and never twice where boxes overlap."""
    ink = find_ink(np.asarray(spot))
    inside = ink.measure_inside(Box(95, 95, 165, 165))
    assert inside == ink.mask.sum() > 400
    assert ink.measure_inside(Box(200, 0, 400, 300)) == 0
    assert ink.measure_under([Box(95, 95, 165, 165), Box(0, 0, 400, 300)]) == inside


def test_strokes_run_on_through_ruling() -> None:
    """A tail that hangs through a ruled line is one mark with its letter."""
    image = Image.new("RGB", (400, 300), PAPER)
    draw = ImageDraw.Draw(image)
    draw.line((0, 150, 400, 150), fill=RULING, width=3)
    draw.line((130, 110, 80, 190), fill=INK, width=6)
    ink = find_ink(np.asarray(image))
    assert len(ink.areas) == 2
    rows, _ = ink.find_mark(1)
    assert (rows.start, rows.stop) == pytest.approx((110, 190), abs=4)


def test_boxes_over_the_edge_are_cut(spot: Image.Image) -> None:
    """A box that reaches over the page counts what is on it."""
    assert find_ink(np.asarray(spot)).measure_inside(Box(-50, -50, 5000, 5000)) > 400


def test_tilted_ruling_is_paper() -> None:
    """A ruled page photographed at three degrees is still blank."""
    image = Image.new("RGB", (1700, 2200), PAPER)
    rule_page(ImageDraw.Draw(image), (1700, 2200))
    assert find_ink(np.asarray(image.rotate(3, resample=Image.Resampling.BICUBIC, fillcolor=PAPER))).share < 0.0005
