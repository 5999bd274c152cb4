"""Groups of pieces whose labels go together."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.learn.branches import LARGEST, SMALLEST, list_branches
from tests.learn.conftest import tie


def list_of(rows: np.ndarray) -> list[list[int]]:
    return [branch.tolist() for branch in list_branches(rows)]


def test_pieces_that_go_together_are_a_branch() -> None:
    """Two kinds in a mixed order: one branch each."""
    branches = list_of(tie([0, 1, 1, 0, 1, 0, 1]).rows)
    assert [0, 3, 5] in branches
    assert [1, 2, 4, 6] in branches


def test_nearer_ones_join_first() -> None:
    """Three that hardly differ are a branch within the five of their kind."""
    rows = tie([0, 0, 0, 0, 0, 1, 1]).rows.copy()
    rows[:3, :3] += 0.5
    branches = list_of(rows)
    assert [0, 1, 2] in branches


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 90])
def test_a_branch_is_neither_a_pair_nor_everything(count: int) -> None:
    """And never more than can be looked at together; of a few pieces there is none."""
    mixed = np.random.default_rng(count).standard_normal((count, 5))
    branches = list_of(mixed @ mixed.T)
    assert all(SMALLEST <= len(branch) <= min(LARGEST, count - 1) for branch in branches)
    assert all(branch == sorted(set(branch)) for branch in branches)
    assert count > SMALLEST or not branches


def test_what_is_settled_has_branches_too() -> None:
    """Nothing is unknown, all distances are nought: no error, and no pair."""
    assert all(len(branch) >= SMALLEST for branch in list_of(np.zeros((6, 6))))
