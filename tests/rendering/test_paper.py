"""Rules of empty sheets."""

from __future__ import annotations

import pytest

from tests.rendering.hands import make_generator
from tests.rendering.paper import A4, SLIP, Paper, SheetSize, make_sheet


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("size", [A4, SLIP])
def test_one_writes_inside_the_sheet(paper: Paper, size: SheetSize) -> None:
    """The place to write on lies inside the sheet and holds several lines."""
    sheet = make_sheet(paper, size, make_generator("paper"))
    assert sheet.image.shape == (size.height_px, size.width_px, 3)
    assert 0 < sheet.left_px < sheet.right_px < size.width_px
    assert 0 < sheet.top_px + 5 * sheet.line_px < sheet.bottom_px < size.height_px


def test_ruled_paper_has_blue_lines_and_a_red_margin() -> None:
    """Lines across are bluer than red, the margin down is redder than blue."""
    image = make_sheet(Paper.RULED, A4, make_generator("ruled")).image
    red_less_blue = image[:, :, 0] - image[:, :, 2]
    assert (red_less_blue[:, 900] < -20).sum() >= 20
    assert (red_less_blue[700, :] > 50).sum() in {2, 3, 4}


def test_plain_paper_is_empty() -> None:
    """Plain paper has one colour."""
    image = make_sheet(Paper.PLAIN, SLIP, make_generator("plain")).image
    assert (image == image[0, 0]).all()
