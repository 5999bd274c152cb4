"""Branches of a tree of passages, and who shares them."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.find.idea_branches import list_shared
from pipeline.find.tree import grow_average


def test_a_branch_counts_students_not_passages() -> None:
    """Three passages of one student are no shared idea, three of three are one."""
    similarity = np.full((6, 6), 0.1) + np.eye(6) * 0.9
    similarity[:3, :3] = similarity[3:, 3:] = 0.8
    owners = np.array([0, 0, 0, 1, 2, 3])
    (branch,) = list_shared(grow_average(similarity), owners, (3, 3))
    assert branch.places.tolist() == [3, 4, 5]
    assert branch.cohesion == pytest.approx(0.8)
    assert branch.students == 3
