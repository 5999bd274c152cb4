"""Boxes cut out of a numbered image."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.imaging import blank_boxes, crop_box
from pipeline.records.reading import Box

ROWS = np.repeat(np.arange(10, dtype=np.uint8)[:, None, None], 20, axis=1).repeat(3, axis=2)


def test_a_box_keeps_every_pixel_it_touches() -> None:
    """Parts of pixels count whole."""
    crop = crop_box(ROWS, Box(2.5, 3.2, 6.1, 5.0), 0)
    assert crop.shape == (2, 5, 3)
    assert crop[:, 0, 0].tolist() == [3, 4]


def test_a_margin_widens_on_all_sides_as_far_as_the_image_goes() -> None:
    """A margin never leaves the image."""
    crop = crop_box(ROWS, Box(1, 8, 4, 9), 2)
    assert crop[:, 0, 0].tolist() == [6, 7, 8, 9]
    assert crop.shape == (4, 6, 3)


@pytest.mark.parametrize("box", [Box(-9, -9, -5, -5), Box(90, 90, 95, 95), Box(4, 4, 4, 4), Box(6, 6, 2, 2)])
def test_a_crop_is_never_empty(box: Box) -> None:
    """Boxes outside the image, without area or inside out still give a pixel."""
    assert min(crop_box(ROWS, box, 0).shape) >= 1


def test_a_crop_is_a_copy() -> None:
    """Painting on a crop leaves the page as it is."""
    page = ROWS.copy()
    crop_box(page, Box(0, 0, 5, 5), 0)[:] = 255
    assert np.array_equal(page, ROWS)


def test_what_is_blanked_has_the_papers_colour() -> None:
    """Ink in the box and a little around it is gone; the image given, and all else, stays."""
    page = np.full((40, 60, 3), 240, np.uint8)
    page[18:22, 20:40] = 10
    page[0, 0] = 10
    before = page.copy()
    blanked = blank_boxes(page, [Box(20, 16, 38, 24)])
    assert (blanked[1:] == 240).all()
    assert blanked[0, 0].tolist() == [10, 10, 10]
    assert (page == before).all()
    assert blank_boxes(page, []) is page
