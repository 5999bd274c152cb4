"""Rows in, a tree of them out, and what can be cut from it: k piles, or any branch as a group."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DISTANCE_DECIMALS = 6


def grow_ward(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the merges of Ward's method (1963) over `rows` (n, d): SciPy's linkage matrix, shape (n - 1, 4)."""
    from scipy.cluster.hierarchy import linkage

    return np.asarray(linkage(rows, "ward"))


def grow_average(similarity: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the merges of average linkage over 1 - `similarity`: SciPy's linkage matrix, shape (n - 1, 4).

    `similarity` (n, n) is symmetric; its diagonal is not looked at.
    """
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    apart = squareform(similarity, checks=False)  # one half of it, a copy
    np.subtract(1.0, apart, out=apart)
    np.maximum(apart, 0.0, out=apart)
    np.round(apart, DISTANCE_DECIMALS, out=apart)
    return np.asarray(linkage(apart, "average"))


def cut_tree(merges: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """Return the label of each leaf, 0 and up, when `merges` are cut into at most `count` groups; shape (n,)."""
    from scipy.cluster.hierarchy import fcluster

    return np.asarray(fcluster(merges, count, criterion="maxclust"), dtype=np.intp) - 1


def list_branches(merges: NDArray[np.float64]) -> list[NDArray[np.intp]]:
    """Return the leaves of every branch of at least two, ascending, in the order of the merges."""
    leaves = len(merges) + 1
    members: list[list[int]] = [[leaf] for leaf in range(leaves)]
    for first, second in merges[:, :2].astype(int):
        members.append(members[first] + members[second])
    return [np.array(sorted(places), dtype=np.intp) for places in members[leaves:]]


def measure_silhouettes(apart: NDArray[np.float64], labels: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return each row's silhouette (Rousseeuw 1987), shape (n,); `apart` (n, n) are distances, a row alone has 0."""
    groups = np.unique(labels)
    belongs = labels[:, None] == groups[None, :]
    sizes = belongs.sum(axis=0)
    sums = apart @ belongs
    own = belongs.argmax(axis=1)
    rows = np.arange(len(labels))
    inside = sums[rows, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[rows, own] = np.inf
    outside = means.min(axis=1)
    wide = np.maximum(inside, outside)
    silhouettes = np.where((sizes[own] > 1) & (wide > 0), (outside - inside) / np.where(wide > 0, wide, 1.0), 0.0)
    return np.asarray(np.round(silhouettes, DISTANCE_DECIMALS), dtype=np.float64)
