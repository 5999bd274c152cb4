"""Fronts copied before their backs are brought together, in the order that the writing tells."""

from __future__ import annotations

import pytest

from pipeline.intake.stack.apart import pair_fronts_and_backs
from pipeline.intake.stack.starts import FirstPages
from pipeline.records.stack import Leaf
from tests.intake.stack.sides import draw_side, look_at

STUDENTS = 5
LEAVES = [Leaf(side) for side in range(2 * STUDENTS)]
FRONTS = FirstPages(frozenset(range(STUDENTS)), frozenset(), (), is_everywhere=False)


@pytest.mark.parametrize(("order", "second"), [(range(STUDENTS), [1, 6]), (range(STUDENTS - 1, -1, -1), [1, 8])])
def test_the_order_of_the_backs_is_told_by_the_writing(order: range, second: list[int]) -> None:
    """The second piece is its front and, of the second half, the second or the last but one."""
    sides = [*(draw_side(student, 0) for student in range(STUDENTS)), *(draw_side(student, 1) for student in order)]
    cut = pair_fronts_and_backs(LEAVES, look_at(sides), FRONTS)
    assert cut is not None
    assert [cut.leaves[place].side for place in cut.pieces[1].pages] == second
    assert "copied apart" in cut.odds[0]


def test_another_stack_is_left_alone() -> None:
    """An odd number of sides, or first pages in the second half."""
    looks = look_at([draw_side(0, 0)] * (2 * STUDENTS))
    assert pair_fronts_and_backs(LEAVES[:-1], looks[:-1], FRONTS) is None
    mixed = FirstPages(frozenset({0, 2, 4, 6, 8}), frozenset(), (), is_everywhere=False)
    assert pair_fronts_and_backs(LEAVES, looks, mixed) is None
