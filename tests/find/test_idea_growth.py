"""Ideas in sets too large to look at every passage."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.find import idea_growth
from pipeline.find.idea_groups import Idea
from pipeline.find.idea_growth import draw_passages, grow_over_all


def test_small_sets_are_looked_at_whole() -> None:
    """Every passage is looked at as long as there are not too many."""
    assert draw_passages(7, 0).tolist() == list(range(7))


def test_large_sets_are_drawn_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many passages, none twice, in order, the same at every look."""
    monkeypatch.setattr(idea_growth, "MOST_PASSAGES", 50)
    drawn = draw_passages(1000, 0)
    assert len(set(drawn.tolist())) == 50
    assert drawn.tolist() == sorted(drawn.tolist()) == draw_passages(1000, 0).tolist()


def test_passages_outside_the_draw_join() -> None:
    """Those that are near enough join; what was looked at and left out stays out, and so does what speaks against."""
    rows = np.eye(61)[[0] * 6 + list(range(1, 61))]
    texts = [*["The bulb is on."] * 5, "The bulb is off.", *(f"Number {at} is red." for at in range(60))]
    inside = Idea(np.array([0, 1]), np.ones(2))
    grown = grow_over_all(inside, np.array([0, 2, 3, 8]), rows, texts)
    assert grown.places.tolist() == [0, 1, 2, 4]
    assert np.allclose(grown.nearness, 1.0)
