"""Images made smaller, never larger."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.imaging import shrink_image
from pipeline.imaging.sizes import fit_side


@pytest.mark.parametrize(
    ("size_px", "side_px", "wanted_px"),
    [
        ((400, 200), 100, (100, 50)),
        ((200, 400), 100, (50, 100)),
        ((90, 40), 100, (90, 40)),
        ((10_000, 3), 100, (100, 1)),
    ],
)
def test_the_longer_side_fits(size_px: tuple[int, int], side_px: int, wanted_px: tuple[int, int]) -> None:
    """The shape is kept, a side is at least one pixel, and small stays small."""
    assert fit_side(size_px, side_px) == wanted_px


def test_shrinking_averages_what_it_leaves_out() -> None:
    """A fine chequerboard becomes grey, not black or white."""
    board = (np.indices((64, 64)).sum(axis=0) % 2 * 255).astype(np.uint8)[:, :, None].repeat(3, axis=2)
    small = shrink_image(board, 16)
    assert small.shape == (16, 16, 3)
    assert 110 < small.mean() < 145


def test_a_small_image_comes_back_as_it_is() -> None:
    """Nothing is resampled for nothing."""
    image = np.zeros((5, 8, 3), np.uint8)
    assert shrink_image(image, 8) is image
