"""Communities of a graph."""

from __future__ import annotations

import numpy as np

from pipeline.find.communities import agree_on_communities, find_communities, link_mutual

TWO = np.full((8, 8), 0.1)
TWO[:4, :4] = TWO[4:, 4:] = 0.9


def test_two_parts_are_told_apart() -> None:
    """Four nodes that are near, and four others: two communities, in any order of visits."""
    graph = link_mutual(TWO, np.arange(8), 7)
    assert find_communities(graph, 1.0).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]
    assert agree_on_communities(graph, 1.0, 3).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]


def test_only_mutual_neighbours_of_other_pieces_are_linked() -> None:
    """Two passages of one piece are not linked, and a link goes both ways or nowhere."""
    graph = link_mutual(TWO, np.array([0, 0, 1, 2, 3, 4, 5, 6]), 3).toarray()
    assert graph[0, 1] == 0
    assert (graph == graph.T).all()
    assert graph[2, 3] == 0.9


def test_nodes_without_links_stay_alone() -> None:
    """A graph without links has as many communities as nodes."""
    assert find_communities(link_mutual(-TWO, np.arange(8), 3), 1.0).tolist() == list(range(8))
