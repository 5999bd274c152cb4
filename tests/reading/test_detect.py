"""Where the detector sees writing."""

from __future__ import annotations

import numpy as np

from pipeline.reading.detect import Detector
from tests.reading.pages import draw_page, place_lines


def test_every_line_has_a_quad() -> None:
    """Corners run clockwise from the upper left, quads from top to bottom, each around its line."""
    drawn = draw_page(place_lines(["one line of text", "and one more", "the last of them"]))
    assert drawn.page.image is not None
    quads = Detector(1280).find_quads(drawn.page.image)
    assert [round(float(quad[:, 1].mean()), -1) for quad in quads] == [120, 200, 280]
    for quad in quads:
        assert quad.shape == (4, 2)
        assert quad[0, 0] < quad[1, 0]
        assert quad[0, 1] < quad[3, 1]


def test_an_image_of_one_pixel_holds_nothing() -> None:
    """There is no room for writing."""
    assert Detector(1280).find_quads(np.zeros((1, 1, 3), np.uint8)) == []


def test_a_small_picture_is_looked_at_larger() -> None:
    """Its quads are in its own pixels all the same."""
    drawn = draw_page(place_lines(["one line of text", "and one more", "the last of them"]))
    assert drawn.page.image is not None
    small = drawn.page.image[::2, ::2]
    quads = Detector(1280).find_quads(np.ascontiguousarray(small))
    assert [round(float(quad[:, 1].mean()), -1) for quad in quads] == [60, 100, 140]
    assert max(float(quad[:, 0].max()) for quad in quads) < small.shape[1]
