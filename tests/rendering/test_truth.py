"""Rules of the truth beside a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rendering.truth import PageTruth, PieceTruth, WordTruth, load_truth, place_upright, save_truth

# A page 100 wide and 200 high, seen upright; its one word reaches from (10, 20) to (40, 30).
STORED = {
    0: (100, 200, (10.0, 20.0, 40.0, 30.0)),
    90: (200, 100, (20.0, 60.0, 30.0, 90.0)),
    180: (100, 200, (60.0, 170.0, 90.0, 180.0)),
    270: (200, 100, (170.0, 10.0, 180.0, 40.0)),
}


def _make_page(turn_degrees: int) -> PageTruth:
    width_px, height_px, box = STORED[turn_degrees]
    return PageTruth("otter.jpg", 0, width_px, height_px, turn_degrees, 1, (WordTruth("water", 0, box),))


@pytest.mark.parametrize("turn_degrees", list(STORED))
def test_a_turned_page_gives_the_upright_boxes(turn_degrees: int) -> None:
    """However the page is stored, the word lies at the same place once the page stands upright."""
    (word,) = place_upright(_make_page(turn_degrees), 100)
    assert word.box == (10, 20, 40, 30)


def test_boxes_grow_with_the_page_shown() -> None:
    """A page shown twice as wide has its boxes twice as far out."""
    (word,) = place_upright(_make_page(90), 200)
    assert word.box == (20, 40, 80, 60)


def test_saved_truth_is_loaded_again(tmp_path: Path) -> None:
    """What is saved is what is loaded."""
    truth = PieceTruth("otter", "water", ("otter.jpg",), (_make_page(0), _make_page(180)))
    assert load_truth(save_truth(truth, tmp_path)) == truth
