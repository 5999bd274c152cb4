"""Rows cut into few big piles."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.find.cutting import (
    Sort,
    count_growth_piles,
    count_piles,
    cut_means,
    sort_growth_rows,
    sort_rows,
    turn_rows,
)

CORNERS = np.array([[0.0, 0.0, 0.0], [9.0, 0.0, 0.0], [0.0, 9.0, 0.0], [9.0, 9.0, 0.0]])


def make_clouds(count: int, each: int, seed: int = 0) -> NDArray[np.float64]:
    """Return `count` clouds of `each` rows, each about its corner: rows 0, count, 2 * count and so on at the first."""
    spread = 0.3 * np.random.default_rng(seed).standard_normal((count * each, 3))
    return np.tile(CORNERS[:count], (each, 1)) + spread


def list_groups(sort: Sort) -> set[frozenset[int]]:
    return {frozenset(group.tolist()) for group in sort.groups}


def share_labels(labels: NDArray[np.intp]) -> set[frozenset[int]]:
    return {frozenset(np.flatnonzero(labels == label).tolist()) for label in np.unique(labels)}


def measure_spread(rows: NDArray[np.float64], labels: NDArray[np.intp]) -> float:
    return sum(float(((rows[labels == at] - rows[labels == at].mean(axis=0)) ** 2).sum()) for at in np.unique(labels))


def test_a_small_set_is_cut_in_two() -> None:
    """From twelve pieces on there is something to see in three."""
    assert [count_piles(pieces) for pieces in (5, 11, 12, 200)] == [2, 2, 3, 3]


def test_longer_pieces_make_more_piles() -> None:
    """Four from twenty pieces on."""
    assert [count_growth_piles(pieces) for pieces in (11, 12, 19, 20, 200)] == [2, 3, 3, 4, 4]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_clouds_are_cut_apart(count: int) -> None:
    """Rows about one corner are one pile."""
    assert share_labels(cut_means(make_clouds(count, 6), count)) == {
        frozenset(range(at, 6 * count, count)) for at in range(count)
    }


def test_no_pile_is_a_crumb_where_it_can_be_helped() -> None:
    """Two clouds and a stranger in two piles: the stranger goes with the nearer cloud, although alone were tighter."""
    rows = np.array([0.0] * 10 + [4.0] * 10 + [14.0])[:, None]
    assert share_labels(cut_means(rows, 2)) == {frozenset(range(10)), frozenset(range(10, 21))}


@pytest.mark.parametrize("distinct", [1, 2])
def test_equal_rows_share_a_pile(distinct: int) -> None:
    """Fewer different rows than piles give as many piles as there are different rows."""
    rows = np.repeat(CORNERS[:distinct], 5, axis=0)
    assert share_labels(cut_means(rows, 3)) == {frozenset(range(5 * at, 5 * at + 5)) for at in range(distinct)}


def test_the_same_rows_are_cut_the_same_way() -> None:
    """Also where there are no piles in them."""
    rows = np.random.default_rng(4).standard_normal((40, 2))
    assert np.array_equal(cut_means(rows, 3), cut_means(rows, 3))


def test_the_tightest_cut_of_a_cloud_is_looked_for_longer() -> None:
    """In one cloud many cuts are nearly as good: longer pieces are never cut worse than at few starts, often better."""
    gains = []
    for seed in range(12):
        rows = np.random.default_rng(seed).standard_normal((60, 2))
        few, labels = cut_means(rows, 4), np.zeros(60, dtype=np.intp)
        for at, group in enumerate(sort_growth_rows(rows).groups):
            labels[group] = at
        gains.append(measure_spread(rows, few) - measure_spread(rows, labels))
    assert min(gains) > -1e-9
    assert sum(gain > 1e-9 for gain in gains) >= 3


@pytest.mark.parametrize("seed", range(6))
def test_each_row_is_in_the_pile_whose_middle_is_nearest(seed: int) -> None:
    """Piles have settled, also where there are none in the rows."""
    rows = np.random.default_rng(seed).random((60, 2))
    labels = cut_means(rows, 3)
    middles = np.array([rows[labels == label].mean(axis=0) for label in range(3)])
    assert np.array_equal(np.linalg.norm(rows[:, None] - middles, axis=2).argmin(axis=1), labels)


def test_more_starts_cut_tighter() -> None:
    """Never looser than one start, and sometimes tighter."""

    def measure_spread(rows: NDArray[np.float64], starts: int) -> float:
        labels = cut_means(rows, 3, starts)
        return sum(float(rows[labels == label].var(axis=0).sum()) * (labels == label).sum() for label in range(3))

    sets = [np.random.default_rng(seed).random((40, 2)) for seed in range(10)]
    saved = [measure_spread(rows, 1) - measure_spread(rows, 20) for rows in sets]
    assert min(saved) > -1e-6
    assert max(saved) > 0.01


def test_turning_keeps_what_differs_most() -> None:
    """On all axes the distances stay; on the first alone what the rows lie along."""
    rows = np.random.default_rng(1).standard_normal((15, 4)) * [1.0, 20.0, 0.1, 0.5] + 7.0
    whole, first = turn_rows(rows, 4), turn_rows(rows, 1)
    apart = np.linalg.norm(rows[:, None] - rows[None], axis=2)
    assert np.linalg.norm(whole[:, None] - whole[None], axis=2) == pytest.approx(apart, abs=1e-4)
    assert first.shape == (15, 1)
    assert abs(np.corrcoef(first[:, 0], rows[:, 1])[0, 1]) > 0.99


def test_piles_are_cut_where_most_differs() -> None:
    """Three clouds stay the piles whatever differs a little beside them, in as many other dimensions as may be."""
    clouds = make_clouds(3, 8)
    beside = np.random.default_rng(5).standard_normal((len(clouds), 15))
    assert list_groups(sort_rows(np.hstack([clouds, beside]))) == list_groups(sort_rows(clouds))


def test_a_sort_is_judged_in_two_axes() -> None:
    """As many as three piles need, however many are cut in."""
    sort = sort_rows(np.random.default_rng(7).standard_normal((30, 9)))
    assert (sort.rows.shape, sort.axes.shape) == ((30, 9), (30, 2))


def test_turned_rows_do_not_depend_on_their_order() -> None:
    """Nor does the side they come out on."""
    rows = np.random.default_rng(2).standard_normal((15, 4))
    order = np.random.default_rng(3).permutation(15)
    assert turn_rows(rows[order], 2) == pytest.approx(turn_rows(rows, 2)[order], abs=1e-5)


@pytest.mark.parametrize("pieces", [5, 11, 12, 30])
@pytest.mark.parametrize("sort", [sort_rows, sort_growth_rows])
def test_every_row_is_in_one_pile_or_alone(sort, pieces: int) -> None:  # noqa: ANN001  # a table's column
    """No pile of one, no row twice, none lost."""
    for seed in range(5):
        found = sort(np.random.default_rng(seed).standard_t(2, (pieces, 2)))
        assert sorted([*np.concatenate(found.groups).tolist(), *found.alone.tolist()]) == list(range(pieces))
        assert all(len(group) > 1 for group in found.groups)


def test_the_order_of_rows_changes_no_pile() -> None:
    """Clouds are found in whatever order their rows stand."""
    rows = make_clouds(3, 8)
    order = np.random.default_rng(6).permutation(len(rows))
    moved = {frozenset(int(order[at]) for at in group) for group in list_groups(sort_rows(rows[order]))}
    assert moved == list_groups(sort_rows(rows))
    assert len(moved) == 3


def test_longer_pieces_are_cut_in_four() -> None:
    """Grown or not, and long or short, where there are twenty pieces; fewer pieces as short answers are."""
    assert len(sort_growth_rows(make_clouds(4, 5)[:, :2]).groups) == 4
    assert len(sort_growth_rows(make_clouds(4, 4)[:, :2]).groups) == 3
