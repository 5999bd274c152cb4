"""Trees: what lies near is merged first."""

from __future__ import annotations

import numpy as np

from pipeline.find.tree import grow_ward

LINE = np.array([[0.0], [1.0], [10.0], [12.0], [30.0]])


def test_neighbours_are_merged_first() -> None:
    """On a line the two nearest, then the next two, and the one far off last; a merge is named by the next number."""
    merges = grow_ward(LINE)
    assert merges[:2, :2].tolist() == [[0, 1], [2, 3]]
    assert 4 in merges[-1, :2]
    assert merges[:, 3].tolist() == [2, 2, 4, 5]
