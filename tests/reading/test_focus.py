"""A page out of focus by so much: how that is told, and what is done about it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.reading.focus import measure_steepness, sharpen_page
from tests.reading.pages import draw_blank, draw_page, place_lines


@pytest.fixture(scope="module")
def sharp() -> NDArray[np.uint8]:
    """Draw a page as a scanner sees it."""
    image = draw_page(place_lines(["The sun is warm and bright.", "It makes the water go up."])).page.image
    assert image is not None
    return image


def blur(image: NDArray[np.uint8], sigma_px: float) -> NDArray[np.uint8]:
    """Return the image out of focus."""
    import cv2

    return np.asarray(cv2.GaussianBlur(image, (0, 0), sigma_px), dtype=np.uint8)


def steepness(image: NDArray[np.uint8]) -> float:
    """Return the measure of a page that has ink."""
    found = measure_steepness(image)
    assert found is not None
    return found


def test_the_blurrier_the_less_steep(sharp: NDArray[np.uint8]) -> None:
    """Edges of strokes lose their steepness with every step out of focus."""
    steps = [steepness(sharp), *(steepness(blur(sharp, sigma)) for sigma in (1.5, 3.0, 5.0))]
    assert steps == sorted(steps, reverse=True)


def test_paper_has_no_edges() -> None:
    """Nothing is measured, nothing changed."""
    white = np.full((600, 800, 3), 255, np.uint8)
    assert measure_steepness(white) is None
    assert sharpen_page(white) is white


def test_a_sharp_page_stays_as_it_is(sharp: NDArray[np.uint8]) -> None:
    """Not a pixel changes; a blank page seen by a noisy camera neither."""
    assert sharpen_page(sharp) is sharp
    blank = draw_blank().image
    assert blank is not None
    assert sharpen_page(blank) is blank


@pytest.mark.parametrize("sigma_px", [2.5, 4.0])
def test_a_blurred_page_comes_nearer_to_the_sharp_one(sharp: NDArray[np.uint8], sigma_px: float) -> None:
    """Steeper than before, and closer to what was there."""
    blurred = blur(sharp, sigma_px)
    mended = sharpen_page(blurred)
    assert steepness(mended) > steepness(blurred)
    assert np.abs(mended.astype(float) - sharp).mean() < np.abs(blurred.astype(float) - sharp).mean()
