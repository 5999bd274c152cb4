"""What was circled is cut wider than the circle, and the ring is drawn on it."""

from __future__ import annotations

import numpy as np

from pipeline.imaging import cut_ring
from pipeline.imaging.rings import RING_RGB
from pipeline.records.patterns import Ring

PAGE = np.full((400, 300, 3), 200, np.uint8)


def test_the_crop_is_wider_than_the_circle() -> None:
    """A quarter of the longer side on every side, and never beyond the page."""
    assert cut_ring(PAGE, Ring(0, 0.25, 0.25, 0.75, 0.75)).shape == (300, 250, 3)
    assert cut_ring(PAGE, Ring(0, 0.0, 0.0, 1.0, 1.0)).shape == PAGE.shape


def test_the_ring_is_drawn_and_what_it_surrounds_is_left_alone() -> None:
    """Its pen is there, the middle is as it was on the page, and the page itself is not drawn on."""
    crop = cut_ring(PAGE, Ring(0, 0.25, 0.25, 0.75, 0.75))
    assert (crop == np.array(RING_RGB)).all(axis=2).sum() > 100
    middle = crop[crop.shape[0] // 2 - 40 : crop.shape[0] // 2 + 40, crop.shape[1] // 2 - 40 : crop.shape[1] // 2 + 40]
    assert (middle == 200).all()
    assert (PAGE == 200).all()


def test_a_circle_without_breadth_is_still_seen() -> None:
    """A box as thin as a line gives a crop all the same."""
    assert min(cut_ring(PAGE, Ring(0, 0.5, 0.5, 0.5, 0.5)).shape[:2]) >= 12
