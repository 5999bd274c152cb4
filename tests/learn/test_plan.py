"""Which group to offer next."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from pipeline.learn.forecast import Forecast
from pipeline.learn.plan import choose_group, count_finishing
from tests.learn.conftest import tie


def expect(carried: Sequence[int], count: int) -> Forecast:
    """Return the forecast that is sure of each piece's label, nothing being unknown but each piece's own."""
    return Forecast(np.arange(len(carried)), np.eye(count)[list(carried)], tie(range(len(carried))))


def finish(*rows: Sequence[float]) -> float:
    return float(count_finishing(np.array([rows], dtype=np.float64))[0])


@pytest.mark.parametrize("carried", [[0], [0, 0, 0], [0, 1, 1, 1, 0], [2, 0, 2, 1, 1, 2], [0, 1, 2]])
def test_a_sure_set_takes_one_action_for_each_label(carried: list[int]) -> None:
    """However many pieces carry it."""
    assert finish(*np.eye(3)[carried].tolist()) == pytest.approx(len(set(carried)))


def test_an_even_chance_is_an_exception_half_the_time() -> None:
    """Four pieces that could as well carry either label: one action and two exceptions."""
    assert finish(*[[0.5, 0.5]] * 4) == pytest.approx(3)


def test_surer_pieces_take_fewer_actions() -> None:
    """With the same label likeliest for all."""
    counted = [finish(*[[sure, 1 - sure]] * 5) for sure in (0.5, 0.7, 0.9, 1.0)]
    assert counted == sorted(counted, reverse=True)
    assert counted[-1] < counted[0]


@pytest.mark.parametrize("seed", range(5))
def test_there_is_one_action_at_least_and_one_for_each_piece_at_most(seed: int) -> None:
    """Whatever is expected, no set takes more than a group with every piece but one taken out of it."""
    probabilities = np.random.default_rng(seed).dirichlet(np.ones(3) / 2, size=(50, 6))
    counted = count_finishing(probabilities)
    assert counted.shape == (50,)
    assert (counted >= 1 - 1e-9).all()
    assert (counted <= 6 + 1e-9).all()


def test_one_piece_left_is_the_group() -> None:
    """There is nothing to choose."""
    assert choose_group(expect([1], 2)).tolist() == [0]


def test_pieces_that_surely_carry_one_label_are_offered_together() -> None:
    """All of them at once: one action and it is done."""
    assert choose_group(expect([0] * 7, 2)).tolist() == list(range(7))


def test_of_two_sure_groups_the_larger_comes_first() -> None:
    """Neither is offered with pieces of the other in it."""
    assert choose_group(expect([0, 1, 1, 0, 1, 1, 0, 1, 1], 3)).tolist() == [1, 2, 4, 5, 7, 8]


@pytest.mark.parametrize("seed", range(6))
def test_a_group_is_pieces_in_order_none_twice(seed: int) -> None:
    """Whatever is expected; and the same at every look."""
    rng = np.random.default_rng(seed)
    made = Forecast(np.arange(20, 32), rng.dirichlet(np.ones(3), size=12), tie(rng.integers(0, 4, 12).tolist()))
    group = choose_group(made).tolist()
    assert group
    assert group == sorted(set(group))
    assert set(group) <= set(range(12))
    assert choose_group(made).tolist() == group
