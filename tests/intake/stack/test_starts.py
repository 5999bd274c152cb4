"""Blank sides: dividers where they can be nothing else, backs of written sheets otherwise."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.intake.stack.starts import find_dividers


def find(sides: str) -> tuple[list[int], bool] | None:
    """Return where pieces begin in a row of written (x) and blank (.) sides, and whether blank sheets say so."""
    found = find_dividers(np.array([side == "." for side in sides]))
    return (sorted(found.starts), found.are_sheets) if found else None


@pytest.mark.parametrize(
    ("sides", "found"),
    [
        ("x.xx.xxx.xx", ([2, 5, 9], False)),  # after odd and even numbers of pages
        ("xxx.xxx.xxx", ([4, 8], False)),  # at one regular distance
        ("xx..xx..xx", ([4, 8], True)),  # blank sheets, copied on both sides
        ("x.x.x.x.x.", None),  # blank backs
        ("xxx.xxxxx.xx", None),  # a blank back now and then
        ("xxxxx", None),
    ],
)
def test_which_blank_sides_divide(sides: str, found: tuple[list[int], bool] | None) -> None:
    """A blank back of a written sheet never does by itself."""
    assert find(sides) == found
