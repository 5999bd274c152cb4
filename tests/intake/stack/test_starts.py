"""Blank sides: dividers where nothing else, backs otherwise. Print: first pages, and what only may be some."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.intake.stack.alike import SharedPrint
from pipeline.intake.stack.starts import find_dividers, find_first_pages


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


def carry(fits: list[float], has: list[int]) -> SharedPrint:
    """Return a print that fits sides like this and that these sides carry."""
    none = np.zeros(len(fits), np.bool_)
    return SharedPrint(np.array(fits, np.float32), none, np.isin(np.arange(len(fits)), has), none)


def test_a_side_that_another_page_s_print_fits_better_is_asked_about() -> None:
    """Front and back of one form are alike: side 1 seems a front and is a back, and somebody has to look."""
    front = carry([0.7, 0.55, 0.7, 0.4, 0.7, 0.5], [0, 1, 2, 4])
    back = carry([0.2, 0.7, 0.2, 0.6, 0.2, 0.7], [1, 3, 5])
    found = find_first_pages([front, back], np.arange(6))
    assert found is not None
    assert (found.sure, found.doubtful) == ({0, 2, 4}, {1})


@pytest.mark.parametrize(
    ("step", "period", "is_sure"),
    [(0.0, 1, True), (0.05, 1, False), (0.2, 2, True)],
)
def test_print_on_every_page_repeats_where_it_clearly_does(step: float, period: int, *, is_sure: bool) -> None:
    """A small step in a few pages may be luck: then every page is one piece, and that is not sure."""
    found = find_first_pages([carry([0.8, 0.8 - step] * 4, list(range(8)))], np.arange(8))
    assert found is not None
    assert found.is_everywhere
    assert (found.period, found.is_period_sure) == (period, is_sure)
