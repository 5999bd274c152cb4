"""A cut every n sides: blank sides count, separator sheets don't, and writing speaks for a length or for none."""

from __future__ import annotations

from pipeline.intake.stack.every import cut_every, find_usual_length
from pipeline.records.stack import Leaf, LeafRole
from tests.intake.stack.sides import draw_side, look_at


def test_blank_sides_are_counted_and_separators_are_not() -> None:
    """Five sides by two: the last piece is short and says so."""
    roles = (LeafRole.SEPARATOR, LeafRole.PAGE, LeafRole.BLANK, LeafRole.PAGE, LeafRole.PAGE, LeafRole.PAGE)
    cut = cut_every([Leaf(side, role) for side, role in enumerate(roles)], 2)
    assert [piece.pages for piece in cut.pieces] == [(1,), (3, 4), (5,)]
    assert cut.odds == {5: "1 of 2 pages are left over"}


def test_hands_that_change_every_three_pages_say_so() -> None:
    """Pages of one hand alone speak for no length: then it is front and back, not borne out."""
    leaves = [Leaf(side) for side in range(18)]
    changing = look_at([draw_side(student, page) for student in range(6) for page in range(3)])
    assert find_usual_length(leaves, changing) == (3, True)
    assert find_usual_length(leaves, look_at([draw_side(1, page) for page in range(18)])) == (2, False)
