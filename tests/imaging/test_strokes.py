"""Pencil through a one-bit copier comes apart; ink does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.imaging import is_broken
from pipeline.imaging.strokes import BROKEN_FROM, measure_breaks
from tests.rendering.copier import copy_sheet
from tests.rendering.hands import PENCIL, Hand, Roughness, draw_hand
from tests.rendering.layout import write_text
from tests.rendering.paper import A4, Paper

TEXT = "The water went into the air because the floor is wide and warm. " * 4


def copy_page(hand: Hand, paper: Paper, darkness: float) -> NDArray[np.uint8]:
    """Return a page in that hand, through a drawn copier, as the intake opens it."""
    rng = np.random.default_rng(7)
    sheet = write_text(TEXT, hand, paper, A4, rng)[0].image
    black_and_white = copy_sheet(sheet, rng, darkness).astype(np.uint8) * 255
    return np.repeat(black_and_white[..., np.newaxis], 3, axis=2)


@pytest.mark.parametrize(("paper", "darkness"), [(Paper.PLAIN, 0.2), (Paper.RULED, 0.2)])
def test_pencil_comes_apart_and_pen_does_not(paper: Paper, darkness: float) -> None:
    """The same hand on the same paper in the same copier; ruling makes no difference."""
    pen = replace(draw_hand("Maria", "schoolbell"), is_pencil=False)
    pencil = replace(pen, is_pencil=True, ink=PENCIL, pressure=0.7, roughness=Roughness(grain=0.6, nib=0.05))
    assert is_broken(copy_page(pencil, paper, darkness))
    assert measure_breaks(copy_page(pen, paper, darkness)) < 0.8 * BROKEN_FROM


def test_a_page_with_little_on_it_is_not_judged() -> None:
    """An empty page, and one with a big drawing."""
    page = np.full((800, 600, 3), 255, np.uint8)
    assert measure_breaks(page) == 0.0
    page[100:700:2, 100:500] = 0
    assert measure_breaks(page) == 0.0
