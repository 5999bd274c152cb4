"""A tree of passages in, its branches that enough students share out: each a possible idea."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.tree import list_branches


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A group of passages as the tree holds it: `places` (k,) ascending, mean cosine, number of students."""

    places: NDArray[np.intp]
    cohesion: float
    students: int


@dataclass(frozen=True, slots=True, eq=False)
class Idea:
    """A branch and the passages that join it: `places` (k,) ascending, `nearness` (k,) their mean cosine with it."""

    branch: Branch
    places: NDArray[np.intp]
    nearness: NDArray[np.float64]


def list_shared(merges: NDArray[np.float64], owners: NDArray[np.intp], students: tuple[int, int]) -> list[Branch]:
    """Return the branches of `merges` (average linkage over 1 - cosine) that so many `students` share.

    A merge's height is the mean over the pairs it joins, so the cosines inside a branch add up along the tree.
    """
    leaves = len(owners)
    sums = np.zeros(leaves + len(merges))
    sizes = np.ones(leaves + len(merges))
    shared = []
    for at, places in enumerate(list_branches(merges), start=leaves):
        first, second = merges[at - leaves, :2].astype(int)
        pairs = sizes[first] * sizes[second]
        sizes[at] = sizes[first] + sizes[second]
        sums[at] = sums[first] + sums[second] + pairs * (1.0 - merges[at - leaves, 2])
        count = len(np.unique(owners[places]))
        if students[0] <= count <= students[1]:
            shared.append(Branch(places, float(sums[at] / (sizes[at] * (sizes[at] - 1) / 2)), count))
    return shared
