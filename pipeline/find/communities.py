"""A graph's weights in, its communities out: Louvain's method (Blondel et al. 2008), agreed on over many runs.

One run depends on the order in which nodes are visited. So nodes are visited in many orders, drawn from a seed, and
those are together that most runs put together (consensus clustering: Lancichinetti & Fortunato 2012).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array

RUNS, AGREED_SHARE = 10, 0.5
MOST_ROUNDS = 50
LEAST_GAIN = 1e-9


def link_mutual(similarity: NDArray[np.float64], owners: NDArray[np.intp], count: int) -> csr_array:
    """Return the graph of mutual neighbours, shape (n, n), weighted by `similarity` (n, n).

    A neighbour is one of the `count` nearest of other pieces (`owners` (n,)), and alike at all.
    """
    apart = np.where(owners[:, None] == owners[None, :], -1.0, similarity)
    nearest = np.argsort(-apart, axis=1, kind="stable")[:, :count]
    is_near = np.zeros(apart.shape, dtype=np.bool_)
    np.put_along_axis(is_near, nearest, values=True, axis=1)
    first, second = np.nonzero(is_near & is_near.T & (apart > 0))
    return csr_array((apart[first, second], (first, second)), shape=apart.shape)


def agree_on_communities(graph: csr_array, resolution: float, seed: int) -> NDArray[np.intp]:
    """Return the community of each node of `graph` (n, n) that RUNS runs agree on, shape (n,)."""
    rng = np.random.default_rng(seed)
    together = np.zeros(graph.shape, dtype=np.float32)
    for _ in range(RUNS):
        order = rng.permutation(graph.shape[0])
        labels = np.empty(len(order), dtype=np.intp)
        labels[order] = find_communities(graph[order][:, order], resolution)
        together += labels[:, None] == labels[None, :]
    together[together < AGREED_SHARE * RUNS] = 0.0
    np.fill_diagonal(together, 0.0)
    return find_communities(csr_array(together, dtype=np.float64), 1.0)


def find_communities(graph: csr_array, resolution: float) -> NDArray[np.intp]:
    """Return the community of each node, shape (n,): parts of the greatest modularity at `resolution`.

    `graph` (n, n) is symmetric with weights of at least 0.
    """
    labels = np.arange(graph.shape[0], dtype=np.intp)
    while graph.nnz:
        joined = _move_nodes(graph, resolution)
        labels = joined[labels]
        count = int(joined.max()) + 1
        if count == len(joined):
            break
        edges = graph.tocoo()
        graph = coo_array((edges.data, (joined[edges.row], joined[edges.col])), shape=(count, count)).tocsr()
    return labels


def _move_nodes(graph: csr_array, resolution: float) -> NDArray[np.intp]:
    """Return the communities after moving single nodes until none gains by it, numbered from 0 in order of nodes."""
    degrees = np.asarray(graph.sum(axis=1)).ravel()
    pulls = resolution / degrees.sum() * degrees
    home, weight = np.arange(len(degrees)), degrees.copy()
    links = [_list_links(graph, node) for node in range(len(degrees))]
    for _ in range(MOST_ROUNDS):
        before = home.copy()
        for node, (others, sizes) in enumerate(links):
            weight[home[node]] -= degrees[node]
            toward = np.bincount(home[others], sizes).astype(np.float64)
            home[node] = _choose_home(int(home[node]), toward, weight, pulls[node])
            weight[home[node]] += degrees[node]
        if (home == before).all():
            break
    return np.unique(home, return_inverse=True)[1].astype(np.intp)


def _list_links(graph: csr_array, node: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    first, last = graph.indptr[node], graph.indptr[node + 1]
    others, sizes = graph.indices[first:last], graph.data[first:last]
    return others[others != node], sizes[others != node]


def _choose_home(old: int, toward: NDArray[np.float64], weight: NDArray[np.float64], pull: float) -> int:
    """Return the community, of those a node is linked `toward`, that it gains most by; the `old` one where none is."""
    parts = np.flatnonzero(toward)
    if not len(parts):
        return old
    gains = toward[parts] - pull * weight[parts]
    best = int(gains.argmax())
    stays = (toward[old] if old < len(toward) else 0.0) - pull * weight[old]
    return int(parts[best]) if gains[best] > stays + LEAST_GAIN else old
