"""Strokes drawn with a known lean: how far they are found to lean, and that they stand up afterwards."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.reading.slant import measure_slant, set_upright


def draw_strokes(slant: float) -> NDArray[np.uint8]:
    """Return a strip of 60 x 400 pixels with twelve strokes that lean by `slant`."""
    strip = np.full((60, 400, 3), 240, dtype=np.uint8)
    for x in range(40, 360, 27):
        for y in range(8, 52):
            at = round(x + slant * (30 - y))
            strip[y, at : at + 3] = 30
    return strip


@pytest.mark.parametrize("slant", [-0.2, 0.0, 0.3, 0.6])
def test_the_lean_is_found(slant: float) -> None:
    """To within a twentieth."""
    assert measure_slant(draw_strokes(slant)) == pytest.approx(slant, abs=0.06)


def test_set_upright_takes_most_of_the_lean_back() -> None:
    """What is left is less than half, and no ink is lost at the edges."""
    strip = draw_strokes(0.6)
    upright = set_upright(strip)
    assert abs(measure_slant(upright)) < 0.3
    assert upright.shape[1] > strip.shape[1]
    assert (upright < 100).sum() == pytest.approx((strip < 100).sum(), rel=0.15)


def test_a_blank_strip_comes_back_blank() -> None:
    """Nothing leans on an empty strip, and that is no error."""
    assert (set_upright(np.full((40, 200, 3), 250, dtype=np.uint8)) == 250).all()
