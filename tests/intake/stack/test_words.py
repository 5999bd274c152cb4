"""A cut in words: what it comes to, what is not read, what it rests on, what is odd."""

from __future__ import annotations

from dataclasses import replace

from pipeline.intake.stack.every import cut_every
from pipeline.intake.stack.words import describe_basis, describe_cut, describe_rest, list_odd
from pipeline.records.stack import Leaf, LeafRole

CUT = cut_every([Leaf(side) for side in range(5)], 2)


def test_what_a_cut_comes_to() -> None:
    """One length or several, and how many look odd."""
    assert describe_cut(CUT) == "5 pages → 3 pieces, 1 to 2 pages each. One looks odd."
    assert describe_cut(cut_every([Leaf(0)], 1)) == "1 page → 1 piece, 1 page each."
    assert list(list_odd(CUT)) == ["piece 3, side 5: 1 of 2 pages are left over"]


def test_what_is_not_read_is_counted() -> None:
    """Nothing is said where everything is."""
    roles = (LeafRole.SEPARATOR, LeafRole.PAGE, LeafRole.BLANK, LeafRole.BLANK)
    rest = replace(CUT, leaves=tuple(Leaf(side, role) for side, role in enumerate(roles)))
    assert describe_rest(rest) == "2 blank sides and 1 separator sheet are not read."
    assert describe_rest(CUT) == ""


def test_a_weak_cut_says_that_nothing_bears_it_out() -> None:
    """A sure one only says what it rests on."""
    assert describe_basis(CUT) == "Cut by: every 2 pages."
    assert "Nothing on the pages says surely" in describe_basis(replace(CUT, is_weak=True))
