"""Rules of scanning and photographing a sheet."""

from __future__ import annotations

import numpy as np
import pytest

from tests.rendering.capture import Captured, Look, capture_sheet, map_points, turn_picture
from tests.rendering.hands import make_generator


@pytest.mark.parametrize("look", list(Look))
def test_a_blot_is_found_where_the_map_says(look: Look) -> None:
    """A dark square is dark in the picture at the place its middle is mapped to, and the paper beside it light."""
    sheet = np.full((600, 800, 3), 250, np.float32)
    sheet[200:230, 500:530] = 0
    captured = capture_sheet(sheet, look, make_generator("capture", look))
    blot, beside = (
        map_points(np.array([[515, 215], [415, 215]], np.float32), captured.map_to_picture).round().astype(int)
    )
    assert captured.pixels[blot[1], blot[0]].max() < 60
    assert captured.pixels[beside[1], beside[0]].min() > 100


def test_a_grey_scan_has_no_colour() -> None:
    """All three channels of a grey scan are equal."""
    captured = capture_sheet(np.full((90, 120, 3), (250, 200, 150), np.float32), Look.GREY_SCAN, make_generator("grey"))
    assert captured.is_grey
    assert (captured.pixels[:, :, 0] == captured.pixels[:, :, 2]).all()


@pytest.mark.parametrize(("quarters", "place"), [(0, (0, 0)), (1, (1, 0)), (2, (3, 1)), (3, (0, 3))])
def test_turning_takes_the_map_along(quarters: int, place: tuple[int, int]) -> None:
    """The pixel at the upper left is found where the turned map sends it; one quarter clockwise is the upper right."""
    pixels = np.zeros((2, 4, 3), np.uint8)
    pixels[0, 0] = 255
    turned = turn_picture(Captured(pixels, np.eye(3), is_grey=False), quarters)
    (x, y), *_ = map_points(np.array([[0, 0]], np.float32), turned.map_to_picture).round().astype(int)
    assert turned.pixels[y, x, 0] == 255
    assert turned.pixels.shape[:2] == ((2, 4) if quarters % 2 == 0 else (4, 2))
    assert (x, y) == place
