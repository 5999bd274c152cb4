"""Every colour mode becomes 8-bit grey or RGB on white."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from pipeline.intake.colours import to_plain_colours
from tests.intake.makers import RED, draw_corners


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "P", "RGBA", "YCbCr", "HSV"])
def test_colours_stay_what_they_are(mode: str) -> None:
    """Red is red in print's colours, in a palette and with transparency."""
    plain = to_plain_colours(draw_corners(mode))
    assert plain.mode == "RGB"
    assert np.abs(np.asarray(plain)[10, 10].astype(int) - RED).max() < 8
    assert np.asarray(plain)[5, 60].min() > 250


@pytest.mark.parametrize("mode", ["1", "L"])
def test_black_and_white_stay_grey(mode: str) -> None:
    """One channel is enough until the end."""
    plain = to_plain_colours(draw_corners(mode))
    assert plain.mode == "L"
    assert plain.getpixel((60, 5)) == 255


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparent_is_white(mode: str) -> None:
    """Ink on nothing is ink on paper."""
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    clear.putpixel((1, 1), (10, 10, 10, 255))
    plain = to_plain_colours(clear.convert(mode))
    assert plain.getpixel((0, 0)) == (255, 255, 255)
    assert max(plain.getpixel((1, 1))) <= 20


def test_a_palette_with_a_clear_colour_is_white_there() -> None:
    """GIF's way of transparency, as PNG has it too."""
    sheet = Image.new("P", (2, 1))
    sheet.putpalette([0, 0, 0, 90, 90, 90])
    sheet.putpixel((1, 0), 1)
    sheet.info["transparency"] = 0
    assert [to_plain_colours(sheet).getpixel((x, 0)) for x in (0, 1)] == [(255,) * 3, (90,) * 3]


@pytest.mark.parametrize("kind", [np.uint16, np.int32])
def test_sixteen_bits_are_scaled_not_cut(kind: type) -> None:
    """Half of 65,535 is middle grey."""
    wide = Image.fromarray(np.array([[0, 32768, 65535]], dtype=kind))
    assert np.asarray(to_plain_colours(wide)).tolist() == [[0, 128, 255]]


@pytest.mark.parametrize(("values", "wanted"), [([0.0, 0.5, 1.0], [0, 128, 255]), ([0.0, 100.0, 255.0], [0, 100, 255])])
def test_fractions_are_scaled_by_their_range(values: list[float], wanted: list[int]) -> None:
    """To one or to 255; what is no number is black."""
    wide = Image.fromarray(np.array([values], dtype=np.float32))
    assert np.asarray(to_plain_colours(wide)).tolist() == [wanted]
