"""How a page was taken and on what paper."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pipeline.imaging import measure_look

LINES = "The water on the floor had all\nevaporated because there was\nmore of it in the open air"


def draw_sheet(ruling: str = "", noise: float = 0.0, turn: float = 0.0) -> NDArray[np.uint8]:
    """Draw a written sheet on plain, ruled or squared paper, as a clean or a grainy picture."""
    page = Image.new("L", (1200, 1600), 252)
    pen = ImageDraw.Draw(page)
    for at in range(60, 1600, 60):
        if ruling:
            pen.line([(0, at), (1200, at)], fill=205, width=2)
        if ruling == "squared" and at < 1200:
            pen.line([(at, 0), (at, 1600)], fill=205, width=2)
    pen.multiline_text((120, 200), LINES, font=ImageFont.load_default(size=46), fill=40, spacing=14)
    image = np.asarray(page.rotate(turn, fillcolor=252), np.float64)
    noisy = image + noise * np.random.default_rng(0).standard_normal(image.shape)
    return np.repeat(np.clip(noisy, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


@pytest.mark.parametrize("turn", [0.0, 1.5])
def test_paper_is_told_by_its_lines(turn: float) -> None:
    """Ruled paper has lines across, squared paper both ways, plain paper neither; a little aslant too."""
    plain, ruled, squared = (measure_look(draw_sheet(one, 2.0, turn)) for one in ("", "ruled", "squared"))
    assert plain.level_share < 0.01
    assert plain.upright_share < 0.01
    assert ruled.level_share > 5 * plain.level_share + 0.02
    assert ruled.upright_share < 0.02
    assert squared.upright_share > 5 * ruled.upright_share + 0.02


def test_a_scan_of_one_bit_has_no_greys() -> None:
    """Black and white alone, against a picture with grain."""
    grey = draw_sheet(noise=3.0)
    one_bit = np.where(grey > 128, np.uint8(255), np.uint8(0))
    assert measure_look(one_bit).grey_share == 0.0
    assert measure_look(np.minimum(grey, np.uint8(240))).grey_share > 0.9
