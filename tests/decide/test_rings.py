"""A place circled on a page shows a pattern: it comes first, outlives what is found anew, and can be taken off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.decide import apply_decisions, begin_pattern, write_part, write_ring
from pipeline.records.decisions import PatternStatus
from pipeline.records.patterns import Evidence, Ring
from tests.decide.conftest import Diary, candidate_of, codes, findings_of

SUN = Ring(0, 0.1, 0.1, 0.4, 0.3)
LEAVES = candidate_of("water leaves through the leaves", "A11", "B22")
OWN = begin_pattern("long rays", [], [Evidence("A11", 0, 0, "", is_whole_piece=True)])


def circled(piece: str, ring: Ring = SUN) -> Evidence:
    return Evidence(piece, 0, 0, "", ring=ring)


@pytest.fixture
def diary() -> Diary:
    diary = Diary()
    diary.decide("seed", OWN, OWN.name)
    return diary


def test_a_circle_says_more_than_the_whole_piece(diary: Diary) -> None:
    """It takes the place of "the whole piece"; a second one stands before the first."""
    other = circled("A11", Ring(0, 0.5, 0.5, 0.6, 0.6))
    diary.decide("circle", OWN, write_ring(circled("A11")))
    diary.decide("circle", OWN, write_ring(other))
    (pattern,) = apply_decisions(findings_of(), diary.decisions)
    assert pattern.members[0].evidence == (other, circled("A11"))


def test_a_circle_puts_its_piece_into_the_pattern(diary: Diary) -> None:
    """Who circles something in a piece has sorted it, also where it was taken out before."""
    diary.decide("put_in", OWN, "C33")
    diary.decide("take_out", OWN, "C33")
    diary.decide("circle", OWN, write_ring(circled("C33")))
    (pattern,) = apply_decisions(findings_of(), diary.decisions)
    assert (codes(pattern.members), pattern.taken_out) == (["A11", "C33"], ())
    assert pattern.members[1].is_checked


def test_a_circle_is_taken_off_and_undone(diary: Diary) -> None:
    """Taken off, its piece stays in the pattern; undoing that brings it back, and undoing the circle leaves nothing."""
    first = diary.decide("circle", OWN, write_ring(circled("C33")))
    off = diary.decide("uncircle", OWN, write_ring(circled("C33")))
    (pattern,) = apply_decisions(findings_of(), diary.decisions)
    assert (codes(pattern.members), pattern.members[1].evidence) == (["A11", "C33"], ())
    diary.undo(off)
    assert apply_decisions(findings_of(), diary.decisions)[0].members[1].evidence == (circled("C33"),)
    diary.undo(first)
    assert codes(apply_decisions(findings_of(), diary.decisions)[0].members) == ["A11"]


def test_a_circle_stays_when_patterns_are_found_anew(diary: Diary) -> None:
    """In a pattern the computer found, it stands before the words, whatever their places are later."""
    diary.decide("circle", LEAVES, write_ring(circled("A11")))
    on_card = (replace(LEAVES.members[0], evidence=(circled("A11"), *LEAVES.members[0].evidence)), LEAVES.members[1])
    diary.decide("confirm", replace(LEAVES, members=on_card))
    moved = candidate_of("water leaves through the leaves", "A11", "B22", at=3)
    patterns = {p.name: p for p in apply_decisions(findings_of(moved), diary.decisions)}
    found = patterns[LEAVES.name]
    assert found.status is PatternStatus.CONFIRMED
    first, second = found.members
    assert (first.evidence[0], first.evidence[1].start, second.evidence[0].start) == (circled("A11"), 3, 3)


def test_merging_keeps_what_was_circled(diary: Diary) -> None:
    """A piece that was in both patterns keeps the circle of the one that is gone."""
    other = begin_pattern("a big sun", [], [circled("A11")])
    diary.decide("seed", other, other.name)
    diary.decide("merge", OWN, write_part(other))
    (pattern,) = apply_decisions(findings_of(), diary.decisions)
    assert pattern.members[0].evidence[-1] == circled("A11")


def test_several_pieces_go_in_and_out_by_one_decision(diary: Diary) -> None:
    """Their codes stand in one value, a space between: one undo takes all of it back."""
    into = diary.decide("put_in", OWN, "B22 C33 D44")
    diary.decide("take_out", OWN, "A11 C33")
    (pattern,) = apply_decisions(findings_of(), diary.decisions)
    assert (codes(pattern.members), pattern.taken_out) == (["B22", "D44"], ("A11", "C33"))
    diary.undo(into)
    assert codes(apply_decisions(findings_of(), diary.decisions)[0].members) == []
