"""Passages' cosines in, groups of passages that say the same out, each a possible idea.

In longer pieces most passages say what nobody else says. So groups are looked for among those that have near ones in
other pieces: communities of the graph of mutual neighbours. Then the groups settle: every passage goes to the group it
is nearest to on average, if it is near enough, and the groups are measured anew.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.communities import agree_on_communities, link_mutual

DENSE_A_PIECE = 5
"""Communities are looked for among so many passages a piece, those with the nearest ones in other pieces."""

NEAREST = 5
NEIGHBOUR_SHARE, FEWEST_NEIGHBOURS = 1 / 3, 4
"""A passage has so many neighbours to a piece of the set: about as many as there are pieces with an idea."""

RESOLUTION = 2.0
SETTLING_STEPS, SETTLED_SHARE = 4, 0.65
"""A passage belongs to a group whose mean cosine with it is this share of the group's own passages' mean."""

FEWEST_PASSAGES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Idea:
    """A group of passages: `places` (k,) ascending, `nearness` (k,) their mean cosines with the others of the group."""

    places: NDArray[np.intp]
    nearness: NDArray[np.float64]

    @property
    def cohesion(self) -> float:
        """The mean cosine of its pairs of passages."""
        return float(self.nearness.mean())


def find_groups(similarity: NDArray[np.float64], owners: NDArray[np.intp], seed: int) -> list[Idea]:
    """Return the groups of at least FEWEST_PASSAGES passages, by their cosines `similarity` (n, n).

    `owners` (n,) are the numbers of the passages' pieces. No passage is in two groups.
    """
    alone = similarity - np.diag(np.diag(similarity))
    dense = find_dense(alone, owners)
    count = max(FEWEST_NEIGHBOURS, round(NEIGHBOUR_SHARE * len(np.unique(owners))))
    graph = link_mutual(alone[np.ix_(dense, dense)], owners[dense], count)
    labels = agree_on_communities(graph, RESOLUTION, seed)
    groups = [dense[labels == label] for label in np.unique(labels)]
    return settle(alone, [group for group in groups if len(group) >= FEWEST_PASSAGES])


def find_dense(alone: NDArray[np.float64], owners: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the places, ascending, of the passages that have the nearest ones in other pieces."""
    most = DENSE_A_PIECE * len(np.unique(owners))
    if len(owners) <= most:
        return np.arange(len(owners), dtype=np.intp)
    apart = np.where(owners[:, None] == owners[None, :], -1.0, alone)
    near = np.round(np.sort(apart, axis=1)[:, -NEAREST:].mean(axis=1), 6)
    return np.sort(np.argsort(-near, kind="stable")[:most])


def settle(alone: NDArray[np.float64], groups: list[NDArray[np.intp]]) -> list[Idea]:
    """Return `groups` after each passage went where it is nearest; `alone` (n, n): cosines, 0 on the diagonal."""
    for _ in range(SETTLING_STEPS):
        if not groups:
            return []
        nearness = _measure_nearness(alone, groups)
        least = np.array([SETTLED_SHARE * nearness[group, at].mean() for at, group in enumerate(groups)])
        nearest = nearness.argmax(axis=1)
        is_near = nearness[np.arange(len(alone)), nearest] >= least[nearest]
        settled = [np.flatnonzero((nearest == at) & is_near) for at in range(len(groups))]
        groups = [group for group in settled if len(group) >= FEWEST_PASSAGES]
    nearness = _measure_nearness(alone, groups)
    return [Idea(group, nearness[group, at]) for at, group in enumerate(groups)]


def _measure_nearness(alone: NDArray[np.float64], groups: list[NDArray[np.intp]]) -> NDArray[np.float64]:
    """Return each passage's mean cosine with the other passages of each group, shape (n, groups)."""
    inside = np.zeros((len(alone), len(groups)))
    for at, group in enumerate(groups):
        inside[group, at] = 1.0
    return np.asarray(np.round(alone @ inside / (inside.sum(axis=0) - inside), 6))
