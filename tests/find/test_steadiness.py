"""Steadiness and its null."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.find.steadiness import (
    LOOKS,
    is_above,
    judge,
    learn_null,
    measure_holding,
    say_looks,
)
from pipeline.records.patterns import Steadiness


def test_the_null_keeps_mean_and_covariance() -> None:
    """Drawn rows spread as the set's rows do, and lie where they lie."""
    rng = np.random.default_rng(1)
    rows = rng.standard_normal((40, 3)) * [5.0, 1.0, 0.1] + [2.0, 0.0, 0.0]
    like = learn_null(rows)
    drawn = np.vstack([like.draw(rng) for _ in range(200)])
    assert drawn.mean(axis=0) == pytest.approx(rows.mean(axis=0), abs=0.2)
    assert np.cov(drawn.T) == pytest.approx(np.cov(rows.T, bias=True), abs=0.6)


def test_a_group_that_is_found_again_holds() -> None:
    """The same group in every look has Jaccard one, one that is never found has nearly none."""
    groups = [np.arange(10), np.arange(0, 20, 2)]
    holding = measure_holding(
        20, groups, lambda seen: [np.flatnonzero(seen < 10), np.flatnonzero(seen >= 10)], np.random.default_rng(0)
    )
    assert holding.shape == (2, LOOKS)
    assert (holding[0] == 1).all()
    assert holding[1].max() < 0.6


def test_no_groups_hold_nowhere() -> None:
    """A look without groups is a look in which nothing holds."""
    holding = measure_holding(10, [np.arange(5)], lambda _: [], np.random.default_rng(0))
    assert (holding == 0).all()


def test_judging_counts_the_draws_above() -> None:
    """The share counts the value itself, so that it is never zero."""
    mean, high, share = judge(5.0, np.array([1.0, 2.0, 3.0, 6.0]))
    assert mean == 3.0
    assert 3.0 < high <= 6.0
    assert share == pytest.approx(2 / 5)


@pytest.mark.parametrize(
    ("value", "p", "is_reliable"), [(0.8, 0.05, True), (0.7, 0.05, False), (0.6, 0.05, False), (0.8, 0.06, False)]
)
def test_reliable_is_above_the_null(value: float, p: float, *, is_reliable: bool) -> None:
    """As good as the null's 95th percentile is not yet better, nor is what more than one draw in twenty reaches."""
    assert is_above(Steadiness("", value, "", 0.5, 0.7, p, "")) is is_reliable


def test_looks_are_said_plainly() -> None:
    """A look counts when more than half of the two groups is shared."""
    assert say_looks(np.array([1.0, 0.6, 0.5, 0.2])) == "holds in 2 of 4 looks"
