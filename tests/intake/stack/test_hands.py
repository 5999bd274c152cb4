"""Writing tells pieces apart only as far as it does so in the same stack."""

from __future__ import annotations

import numpy as np

from pipeline.intake.stack.hands import find_border, measure_changes, split_changes, tell_apart
from tests.intake.stack.sides import draw_blank, draw_side, look_at


def test_pages_of_one_student_change_less_than_those_of_two() -> None:
    """Another ink and another size are a larger change; a blank side has no hand at all."""
    changes = measure_changes(
        look_at([draw_side(0, 0), draw_side(0, 1), draw_side(1, 0), draw_side(1, 1), draw_blank()])
    )
    assert changes[0, 1] < changes[1, 2]
    assert changes[2, 3] < changes[1, 2]
    assert np.isnan(changes[4]).all()


def test_changes_are_split_at_the_cuts() -> None:
    """A blank side that begins a piece is between its pages, too."""
    changes = np.arange(25, dtype=np.float32).reshape(5, 5)
    within, across = split_changes(changes, np.array([0, 1, 3, 4]), {0, 2})
    assert within.tolist() == [changes[0, 1], changes[3, 4]]
    assert across.tolist() == [changes[1, 3]]


def test_few_changes_tell_nothing() -> None:
    """Three of each are too few; where all inside are smaller it is sure."""
    small, large = np.full(5, 0.1, np.float32), np.full(5, 2.0, np.float32)
    assert tell_apart(small[:3], large[:3]) == 0.5
    assert tell_apart(small, large) == 1.0
    assert find_border(small, large) == 2.0
    assert find_border(large, small) == np.inf
