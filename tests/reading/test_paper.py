"""Marks on pages, and which of them somebody made."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.reading.ink import find_ink
from tests.reading.doodles import EMPTY, make_doodle

HEIGHT, WIDTH = 900, 1300
PAPER = 245


@pytest.fixture
def sheet() -> NDArray[np.uint8]:
    """Return an empty sheet at the working scale."""
    return np.full((HEIGHT, WIDTH, 3), PAPER, np.uint8)


def count_drawn(image: NDArray[np.uint8]) -> int:
    """Return how many of the page's marks somebody made."""
    ink = find_ink(image)
    assert ink.drawn is not None
    assert ink.drawn.shape == ink.areas.shape
    return int(ink.drawn.sum())


@pytest.mark.parametrize("kind", [kind for kind in EMPTY if kind != "show-through"])
def test_blank_paper_has_next_to_no_drawn_ink(kind: str) -> None:
    """Ruling, holes, folds, specks and the edge of the sheet on a desk, as scanned and photographed."""
    for seed in range(4):
        image = make_doodle(kind, seed).image
        assert image is not None
        assert find_ink(image).drawn_mask.mean() < 0.0009


def test_letters_are_drawn(sheet: NDArray[np.uint8]) -> None:
    """A word in the middle, letter by letter, counts whole."""
    cv2.putText(sheet, "sun", (500, 400), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (30, 30, 60), 4, cv2.LINE_AA)
    assert count_drawn(sheet) == 3


def test_specks_and_remains_of_squares_are_not(sheet: NDArray[np.uint8]) -> None:
    """A dot, and a thin cross where two faint lines met."""
    cv2.circle(sheet, (300, 300), 2, (60, 60, 60), -1)
    cv2.line(sheet, (600, 600), (600, 630), (60, 60, 60), 1)
    cv2.line(sheet, (588, 615), (612, 615), (60, 60, 60), 1)
    assert find_ink(sheet).share > 0
    assert count_drawn(sheet) == 0


def test_a_hole_at_the_margin_is_paper_and_an_o_is_not(sheet: NDArray[np.uint8]) -> None:
    """A grey disc beside the edge is a punched hole; a ring of that size in the middle was drawn."""
    cv2.circle(sheet, (60, 300), 14, (180, 180, 180), -1)
    assert count_drawn(sheet) == 0
    cv2.circle(sheet, (650, 300), 14, (60, 60, 60), 3)
    assert count_drawn(sheet) == 1


def test_the_edge_of_the_sheet_is_paper(sheet: NDArray[np.uint8]) -> None:
    """Blots where light paper meets a dark desk are the edge, while the same blots on the paper count."""
    sheet[:, :200] = 90
    for y in range(100, 800, 100):
        sheet[y : y + 24, 196:206] = 30
    assert count_drawn(sheet) == 0
    for y in range(100, 800, 100):
        sheet[y : y + 24, 696:706] = 30
    assert count_drawn(sheet) == 7
