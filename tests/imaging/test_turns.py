"""Images and boxes turned by quarters of a circle."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.imaging import crop_box, turn_box, turn_image
from pipeline.records.reading import Box

FLAG = np.zeros((40, 60, 3), np.uint8)
FLAG[5:10, 20:50] = 255
STRIPE = Box(20, 5, 50, 10)


def test_a_quarter_clockwise_brings_the_left_side_up() -> None:
    """The first column, read from below, becomes the first row."""
    image = np.arange(6, dtype=np.uint8).reshape(2, 3, 1).repeat(3, axis=2)
    assert turn_image(image, 90)[:, :, 0].tolist() == [[3, 0], [4, 1], [5, 2]]


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_box_turns_with_its_image(degrees: int) -> None:
    """What lay under the box lies under the turned box."""
    box = turn_box(STRIPE, (60, 40), degrees)
    turned = turn_image(FLAG, degrees)
    assert crop_box(turned, box, 0).min() == 255
    assert turned.sum() == crop_box(turned, box, 0).sum(dtype=np.int64)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_turning_there_and_back_changes_nothing(degrees: int) -> None:
    """A turn and the rest of the circle are no turn."""
    assert np.array_equal(turn_image(turn_image(FLAG, degrees), 360 - degrees), FLAG)


def test_other_angles_are_an_error() -> None:
    """Pages are set upright, not straightened."""
    with pytest.raises(ValueError, match="45"):
        turn_image(FLAG, 45)
