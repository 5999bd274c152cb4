"""Possible labels of all pieces, drawn together."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from pipeline.learn import draws, numbers
from pipeline.learn.draws import draw_labels
from pipeline.learn.forecast import Forecast
from tests.learn.conftest import tie

SHARES = np.array([[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.05, 0.05, 0.9]])


def make_forecast(means: np.ndarray, kinds: list[int], noise: float = 0.1) -> Forecast:
    return Forecast(np.arange(len(means)), means, tie(kinds, noise))


@pytest.fixture
def many_draws(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let there be so many draws that chance is small in them."""
    monkeypatch.setattr(numbers, "DRAWS", 5000)
    draws._draw_normal.cache_clear()
    yield
    draws._draw_normal.cache_clear()


def test_each_piece_carries_one_label_in_each_draw() -> None:
    """An indicator is 1 for one label and 0 for the others."""
    drawn = draw_labels(make_forecast(SHARES, [0, 1, 2, 3]))
    assert drawn.shape == (numbers.DRAWS, 4, 3)
    assert set(np.unique(drawn)) == {0, 1}
    assert (drawn.sum(axis=2) == 1).all()


def test_labels_come_as_often_as_is_likely(many_draws: None) -> None:
    """In many draws nearly so, for pieces that go together as for those that do not."""
    for kinds in ([0, 1, 2, 3], [0, 0, 0, 0]):
        assert draw_labels(make_forecast(SHARES, kinds)).mean(axis=0) == pytest.approx(SHARES, abs=0.02)


def test_the_same_forecast_gives_the_same_draws() -> None:
    """Nothing is left to the moment."""
    assert np.array_equal(*(draw_labels(make_forecast(SHARES, [0, 0, 1, 1])) for _ in range(2)))


def test_pieces_alike_agree() -> None:
    """Two of a kind nearly always carry one label; two strangers with two even labels half the time."""
    drawn = draw_labels(make_forecast(np.full((4, 2), 0.5), [0, 0, 1, 2], noise=0.01))
    label = drawn.argmax(axis=2)
    assert (label[:, 0] == label[:, 1]).mean() > 0.85
    assert (label[:, 2] == label[:, 3]).mean() == pytest.approx(0.5, abs=0.15)
