"""Nothing of what is under a box is left, and nothing else is touched."""

from __future__ import annotations

import numpy as np

from pipeline.imaging import mask_boxes
from pipeline.imaging.masks import MASK_RGB
from pipeline.records.boxes import BoxKind, PageBox


def test_pixels_under_a_box_are_gone() -> None:
    """They are flat grey, with those that the box only touches; all others are as they were, as is the image given."""
    image = np.random.default_rng(1).integers(0, 255, (100, 200, 3), np.uint8)
    given = image.copy()
    masked = mask_boxes(image, [PageBox("a", BoxKind.NAME, 0.25, 0.105, 0.5, 0.205)])
    assert (masked[10:21, 50:100] == MASK_RGB).all()
    assert (masked[9:22, 49:101] == MASK_RGB).all()
    untouched = np.ones((100, 200), bool)
    untouched[9:22, 49:101] = False
    assert (masked[untouched] == image[untouched]).all()
    assert (image == given).all()


def test_a_box_to_the_edge_covers_the_edge() -> None:
    """No row of ink is left at the page's border."""
    image = np.zeros((7, 5, 3), np.uint8)
    assert (mask_boxes(image, [PageBox("a", BoxKind.NAME, 0.0, 0.0, 1.0, 1.0)]) == MASK_RGB).all()
