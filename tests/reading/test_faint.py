"""Pages as pale as a hard pencil on a bright scanner."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.faint import darken_ink
from pipeline.reading.ppocr import PpocrEngine
from pipeline.records.work import OpenedPage
from tests.reading.pages import draw_page, place_lines

RAIN = ["The sun is warm and bright.", "It makes the water go up."] * 4


def draw_pale(depth: float) -> NDArray[np.uint8]:
    """Return white paper with writing that takes away `depth` levels of its light."""
    image = draw_page(place_lines(RAIN)).page.image
    assert image is not None
    ink = image.astype(float).mean(axis=2) < 128
    return np.where(ink[:, :, None], 250 - depth, 250).astype(np.uint8).repeat(3, axis=2)


def test_pale_ink_becomes_dark() -> None:
    """Strokes take away several times as much light as before; the paper's stays within a few levels."""
    pale = draw_pale(20)
    darker = darken_ink(pale)
    assert darker is not None
    ink = pale[:, :, 0] < 250
    assert 250 - darker[ink].mean() > 3 * (250 - pale[ink].mean())
    assert abs(250 - float(np.median(darker[~ink]))) < 3


def test_blank_and_usual_pages_are_left_alone() -> None:
    """A page without ink isn't pale, it is blank; one with dark ink needs nothing."""
    assert darken_ink(draw_pale(0)) is None
    assert darken_ink(draw_pale(120)) is None


def test_a_pale_page_is_read_and_needs_eyes(ppocr: PpocrEngine) -> None:
    """What is found only when looked at a second time may not be all there is."""
    reading = ppocr.read(OpenedPage(draw_pale(5), 0, None))
    assert "sun is warm" in " ".join(line.text for line in reading.lines)
    assert reading.needs_eyes
