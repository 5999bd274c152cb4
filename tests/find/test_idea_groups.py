"""Groups of passages that say the same."""

from __future__ import annotations

import numpy as np

from pipeline.find.idea_groups import find_dense, find_groups, settle


def make_blocks(sizes: tuple[int, ...], others: int) -> np.ndarray:
    """Return cosines of .6 within each block, .1 everywhere else; `others` stand alone."""
    similarity = np.full((sum(sizes) + others,) * 2, 0.1)
    start = 0
    for size in sizes:
        similarity[start : start + size, start : start + size] = 0.6
        start += size
    return similarity


def test_blocks_are_groups_and_the_rest_is_none() -> None:
    """Two blocks of six among thirty passages come back whole and alone."""
    groups = find_groups(make_blocks((6, 6), 30), np.arange(42), 0)
    found = [idea.places.tolist() for idea in groups if idea.cohesion > 0.3]
    assert found == [list(range(6)), list(range(6, 12))]


def test_contrasting_passages_make_two_ideas() -> None:
    """Two groups kept apart by a contrast are two ideas though their vectors are near."""
    similarity = np.full((8, 8), -0.5)
    similarity[:4, :4] = similarity[4:, 4:] = 0.8
    assert [idea.places.tolist() for idea in find_groups(similarity, np.arange(8), 0)] == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_a_passage_settles_where_it_is_nearest() -> None:
    """One that was put into the wrong group goes over, and one that is near to neither belongs to none."""
    alone = make_blocks((4, 4), 1)
    np.fill_diagonal(alone, 0.0)
    settled = settle(alone, [np.array([0, 1, 2, 4]), np.array([3, 5, 6, 7, 8])])
    assert [idea.places.tolist() for idea in settled] == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_long_pieces_are_looked_at_where_they_are_near_others() -> None:
    """Of three pieces with twenty passages each the five nearest a piece are looked at."""
    similarity = make_blocks((15,), 45)
    owners = np.array([*[0, 1, 2] * 5, *[0, 1, 2] * 15])
    assert find_dense(similarity, owners).tolist() == list(range(15))
