"""How many slips lie on a sheet, and where each lies."""

from __future__ import annotations

import pytest

from pipeline.intake.stack.slips import find_slips, place_slips
from tests.intake.stack.sides import draw_side, draw_slips, look_at


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_same_print_down_a_sheet_makes_slips(count: int) -> None:
    """Cuts run between the slips, and an empty slip is told from a filled one."""
    looks = look_at([draw_slips(number, count) for number in range(3)])
    slips = find_slips(looks)
    assert slips is not None
    assert (slips.rows, slips.columns) == (count, 1)
    (last,) = look_at([draw_slips(9, count, filled=1)])
    placed = place_slips(last, slips)
    assert [is_inked for _, is_inked in placed] == [True] + [False] * (count - 1)
    assert [round(region.y0 * count) for region, _ in placed] == list(range(count))


def test_pages_are_no_slips() -> None:
    """Handwriting doesn't come again down a page, and a form's print stands on top of it once."""
    assert find_slips(look_at([draw_side(student, 0, print_lines=3) for student in range(4)])) is None
