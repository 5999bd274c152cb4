"""Rules of a written word."""

from __future__ import annotations

import numpy as np

from tests.rendering.hands import draw_hand, make_generator
from tests.rendering.ink import strike_word, write_word


def test_the_hull_goes_round_the_ink() -> None:
    """All dark ink lies inside the bounds of the hull."""
    stroke = write_word("evaporates", draw_hand("otter", "schoolbell"), make_generator("ink"))
    rows, columns = np.nonzero(stroke.ink > 0.5)
    left, top = stroke.hull.min(axis=0) + np.array([stroke.pen_x, stroke.pen_y])
    right, bottom = stroke.hull.max(axis=0) + np.array([stroke.pen_x, stroke.pen_y])
    assert left <= columns.min() <= columns.max() <= right
    assert top <= rows.min() <= rows.max() <= bottom


def test_no_word_is_written_twice_alike() -> None:
    """The same word in the same hand leaves other ink the second time."""
    rng, hand = make_generator("twice"), draw_hand("otter", "schoolbell")
    first, second = write_word("water", hand, rng), write_word("water", hand, rng)
    assert first.ink.shape != second.ink.shape or not np.allclose(first.ink, second.ink)


def test_what_is_struck_out_has_more_ink_and_no_place() -> None:
    """A struck word is darker than it was, and has no hull: it is not part of the text."""
    rng = make_generator("strike")
    stroke = write_word("watre", draw_hand("otter", "schoolbell"), rng)
    struck = strike_word(stroke, rng)
    assert struck.ink.sum() > stroke.ink.sum()
    assert struck.hull.shape == (0, 2)
