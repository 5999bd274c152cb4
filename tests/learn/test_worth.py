"""How much a look at some pieces settles about the others."""

from __future__ import annotations

import pytest

from pipeline.learn import measure_worth
from tests.learn.conftest import outlook_on, tie

KINDS = [0, 0, 1, 1, 1, 1, 1, 2]
"""Two of one kind (decided), five of another, and one alone."""
ALIKE = tie(KINDS)
OUTLOOK = outlook_on(ALIKE)


def test_a_look_at_one_of_many_alike_settles_the_others() -> None:
    """Of five that nothing is known of, one look settles nearly four; a look at the odd one settles none."""
    many, alone = measure_worth(OUTLOOK, {0: "A", 1: "A"}, [[2], [7]])
    assert many == pytest.approx(3.6, abs=0.1)
    assert alone == pytest.approx(0.0, abs=0.01)


def test_a_second_look_settles_less() -> None:
    """Once one of the five is decided, little is open about the others."""
    (before,) = measure_worth(OUTLOOK, {0: "A"}, [[3]])
    (after,) = measure_worth(OUTLOOK, {0: "A", 2: "B"}, [[3]])
    assert after < before / 1.5


def test_looking_at_more_settles_more_about_each_that_is_left() -> None:
    """Two looks take away at least what one does of every other piece."""
    one, two = measure_worth(OUTLOOK, {0: "A"}, [[2], [2, 7]])
    assert two >= one - 0.1


def test_what_is_decided_or_has_no_other_is_worth_nothing() -> None:
    """Nobody is left to settle, and before the first decision nothing can be said."""
    assert measure_worth(OUTLOOK, {0: "A", 1: "A"}, [[0], []]) == [0.0, 0.0]
    assert measure_worth(OUTLOOK, {}, [[2]]) == [0.0]
    assert measure_worth(OUTLOOK, {0: "A", 1: "A"}, [list(range(2, 8))]) == [0.0]
