"""Ideas in sets too large to grow a tree of every passage."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.find import idea_growth
from pipeline.find.idea_branches import Branch
from pipeline.find.idea_growth import draw_passages, grow_idea, grow_over_all


def test_small_sets_are_looked_at_whole() -> None:
    """Every passage is in the tree as long as there are not too many."""
    assert draw_passages(7, 0).tolist() == list(range(7))


def test_large_sets_are_drawn_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many passages, none twice, in order, the same at every look."""
    monkeypatch.setattr(idea_growth, "MOST_PASSAGES", 50)
    drawn = draw_passages(1000, 0)
    assert len(set(drawn.tolist())) == 50
    assert drawn.tolist() == sorted(drawn.tolist()) == draw_passages(1000, 0).tolist()


def test_passages_outside_the_draw_join_as_those_inside_would() -> None:
    """Found in a part and grown over all, an idea is what it is when grown in all; what speaks against it stays out."""
    rows = np.eye(61)[[0] * 6 + list(range(1, 61))]
    texts = [*["The bulb is on."] * 5, "The bulb is off.", *(f"Number {at} is red." for at in range(60))]
    similarity = idea_growth.part_contrasts(texts, rows @ rows.T)
    whole = grow_idea(similarity, Branch(np.array([0, 2]), 1.0, 2))
    looked = np.array([0, 2, 7, 8])
    inside = grow_idea(similarity[np.ix_(looked, looked)], Branch(np.array([0, 1]), 1.0, 2))
    grown = grow_over_all(inside, looked, rows, texts)
    assert grown.places.tolist() == whole.places.tolist() == [0, 1, 2, 3, 4]
    assert grown.branch.places.tolist() == [0, 2]
    assert np.allclose(grown.nearness, whole.nearness)
