"""What is odd about a cut, each check by itself on a few sides."""

from __future__ import annotations

from pipeline.intake.stack.every import cut_every
from pipeline.intake.stack.odd import find_odds
from pipeline.records.stack import Leaf, LeafRole, StackCut
from tests.intake.stack.sides import draw_side, look_at


def cut_at(leaves: list[Leaf], *starts: int) -> StackCut:
    """Return a cut before these places."""
    return StackCut(tuple(leaves), dict.fromkeys(starts, ""), {}, "")


def test_another_length_and_a_page_twice_are_odd() -> None:
    """Five pieces of two pages and one of one; one page lies there twice."""
    sides = [draw_side(student, page) for student in range(6) for page in range(2)][:-1]
    sides[3] = sides[2]
    odds = find_odds(cut_every([Leaf(side) for side in range(11)], 2), look_at(sides), ())
    assert odds[3] == "the same page twice"
    assert odds[10] == "1 of 2 pages are left over"


def test_a_piece_far_longer_than_the_others_is_odd() -> None:
    """Seven pages where the others have one or two."""
    sides = look_at([draw_side(0, page) for page in range(13)])
    odds = find_odds(cut_at([Leaf(side) for side in range(13)], 0, 1, 3, 4, 6), sides, ())
    assert odds[6] == "7 pages, far more than the others"


def test_a_code_that_comes_twice_and_a_start_on_a_back_are_odd() -> None:
    """All others begin on a front."""
    roles = [LeafRole.SEPARATOR if side % 2 == 0 else LeafRole.PAGE for side in range(4)]
    twice = [Leaf(side, role, label="S01" if side % 2 == 0 else "") for side, role in enumerate(roles)]
    looks = look_at([draw_side(0, page) for page in range(18)])
    assert set(find_odds(cut_at(twice, 0, 2), looks[:4], ()).values()) == {"the code S01 more than once"}
    late = cut_at([Leaf(side) for side in range(18)], 0, 4, 6, 8, 11, 14, 16)
    assert find_odds(late, looks, ())[11] == "begins on the back of a sheet"
