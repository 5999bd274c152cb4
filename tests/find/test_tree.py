"""Trees, and what can be cut from them."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.find.tree import cut_tree, grow_average, grow_ward, list_branches, measure_silhouettes

LINE = np.array([[0.0], [1.0], [10.0], [11.0], [30.0]])


def test_ward_cuts_apart_what_lies_apart() -> None:
    """Neighbours on a line share a pile."""
    labels = cut_tree(grow_ward(LINE), 3)
    assert labels[0] == labels[1]
    assert labels[2] == labels[3]
    assert len(set(labels.tolist())) == 3


def test_every_branch_is_listed_once() -> None:
    """So many leaves have one branch less, the last of which holds all."""
    branches = list_branches(grow_ward(LINE))
    assert [branch.tolist() for branch in branches[:2]] == [[0, 1], [2, 3]]
    assert len(branches) == 4
    assert branches[-1].tolist() == [0, 1, 2, 3, 4]


def test_average_linkage_merges_at_the_mean_distance() -> None:
    """A merge's height is one less the mean cosine between the two groups."""
    similarity = np.array([[1.0, 0.9, 0.2], [0.9, 1.0, 0.4], [0.2, 0.4, 1.0]])
    assert grow_average(similarity)[:, 2].tolist() == pytest.approx([0.1, 0.7])


def test_silhouettes_by_hand() -> None:
    """Two pairs one apart and ten away: (mean to the others - own) over the larger; a row alone has none."""
    apart = np.abs(LINE - LINE.T)
    silhouettes = measure_silhouettes(apart, np.array([0, 0, 1, 1, 2]))
    assert silhouettes[0] == pytest.approx((10.5 - 1) / 10.5)
    assert silhouettes[4] == 0


def test_equal_rows_have_no_silhouette() -> None:
    """Where nothing differs nothing is better placed."""
    assert measure_silhouettes(np.zeros((4, 4)), np.array([0, 0, 1, 1])).tolist() == [0, 0, 0, 0]
