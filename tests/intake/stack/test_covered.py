"""How much of a print's ink lies on a side: all of it under any writing, little where the print isn't."""

from __future__ import annotations

import numpy as np

from pipeline.intake.stack.covered import measure_held

MOVE_PX = (1, 1)


def test_writing_over_a_print_takes_none_of_its_ink() -> None:
    """Three sides with a bar: plain, scribbled over, moved by a px; one without, and one upside down."""
    inks = np.zeros((5, 12, 12), np.float32)
    inks[:3, 3, 2:9] = 1
    inks[1, 2:8, 2:10] = 1
    inks[2] = np.roll(inks[0], 1, axis=0)
    inks[3, 8, 2:9] = 0.2
    inks[4] = inks[0, ::-1, ::-1]
    is_turned = np.zeros(5, np.bool_)
    held = measure_held(inks, [0, 1, 2], is_turned, MOVE_PX)
    assert held[[0, 1, 2, 4]].tolist() == [1, 1, 1, 1]
    assert held[3] < 0.5


def test_of_a_print_without_ink_nothing_is_held() -> None:
    """Empty sides share nothing."""
    assert measure_held(np.zeros((3, 12, 12), np.float32), [0, 1], np.zeros(3, np.bool_), MOVE_PX).tolist() == [0, 0, 0]
