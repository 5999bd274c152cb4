"""Patterns split and merged by hand, and begun by hand; each taken back by one undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.decide import apply_decisions, begin_pattern
from pipeline.decide.parts import list_frozen, write_part
from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import Candidate, CandidateKind, Evidence, Findings
from tests.decide.conftest import Diary, candidate_of, codes, findings_of

LEAVES = candidate_of("water leaves through the leaves", "A11", "B22", "C33", "D44")
ROOTS = candidate_of("the roots can't drink", "C33", "E55", at=40)
SUN = candidate_of("the sun dries it", "F66", "G77", at=80)
FINDINGS = findings_of(LEAVES, ROOTS, SUN)
OPEN = replace(LEAVES, id="split-1", name="the leaves are open", members=LEAVES.members[2:])


@pytest.fixture
def diary() -> Diary:
    return Diary()


def fold(diary: Diary, findings: Findings = FINDINGS) -> dict[str, Pattern]:
    """Return the desk's patterns by id."""
    return {pattern.id: pattern for pattern in apply_decisions(findings, diary.decisions)}


def split(diary: Diary, whole: Candidate = LEAVES, part: Candidate = OPEN) -> None:
    diary.decide("split", whole, write_part(part))


def test_a_split_makes_two_of_one(diary: Diary) -> None:
    """What goes off is a suggestion of its own; what stays keeps its name; no piece is lost."""
    split(diary)
    desk = fold(diary)
    assert codes(desk[LEAVES.id].members) == ["A11", "B22"]
    assert codes(desk[OPEN.id].members) == ["C33", "D44"]
    assert (desk[OPEN.id].name, desk[OPEN.id].status) == (OPEN.name, PatternStatus.SUGGESTED)


def test_what_was_split_off_does_not_come_back(diary: Diary) -> None:
    """Found again, whole: the parts stay apart; put in by hand a piece is in both."""
    split(diary)
    diary.decide("confirm", LEAVES)
    assert codes(fold(diary)[LEAVES.id].members) == ["A11", "B22"]
    diary.decide("put_in", LEAVES, "C33")
    desk = fold(diary)
    assert codes(desk[LEAVES.id].members) == ["A11", "B22", "C33"]
    assert codes(desk[OPEN.id].members) == ["C33", "D44"]


def test_one_undo_takes_a_split_back(diary: Diary) -> None:
    """Also what was said about the part since then goes with it."""
    split(diary)
    diary.decide("rename", OPEN, "open leaves")
    diary.undo(diary.decisions[0])
    desk = fold(diary)
    assert OPEN.id not in desk
    assert codes(desk[LEAVES.id].members) == codes(LEAVES.members)


def test_a_merge_makes_one_of_two(diary: Diary) -> None:
    """Each piece stands once, with what was checked in either; the other pattern is gone from the desk."""
    diary.decide("confirm", ROOTS)
    diary.decide("merge", LEAVES, write_part(ROOTS))
    desk = fold(diary)
    assert ROOTS.id not in desk
    assert codes(desk[LEAVES.id].members) == ["A11", "B22", "C33", "D44", "E55"]
    assert [m.piece for m in desk[LEAVES.id].members if m.is_checked] == ["C33", "E55"]


def test_what_is_found_for_the_merged_pattern_joins_the_one_it_went_into(diary: Diary) -> None:
    """A late piece with the merged idea is suggested for the whole."""
    diary.decide("merge", LEAVES, write_part(ROOTS))
    late = candidate_of("the roots can't drink", "C33", "E55", "H88", at=40)
    members = {m.piece: m.is_checked for m in fold(diary, findings_of(LEAVES, late, SUN))[LEAVES.id].members}
    assert members["H88"] is False


def test_merges_follow_each_other(diary: Diary) -> None:
    """Two go into one; a merge of what is gone already, or of a pattern with itself, changes nothing."""
    diary.decide("merge", ROOTS, write_part(SUN))
    diary.decide("merge", LEAVES, write_part(ROOTS))
    diary.decide("merge", SUN, write_part(LEAVES))
    diary.decide("merge", LEAVES, write_part(LEAVES))
    desk = fold(diary)
    assert list(desk) == [LEAVES.id]
    assert set(codes(desk[LEAVES.id].members)) == set(FINDINGS.pieces)


def test_one_undo_takes_a_merge_back(diary: Diary) -> None:
    """Both stand as before."""
    merged = diary.decide("merge", LEAVES, write_part(ROOTS))
    diary.undo(merged)
    assert codes(fold(diary)[ROOTS.id].members) == codes(ROOTS.members)


def test_a_pattern_begun_by_hand_stays(diary: Diary) -> None:
    """It is on the desk though nothing like it is found, and gone when its beginning is taken back."""
    own = begin_pattern("names the sun as the cause", [], [Evidence("A11", 0, 7, "the sun")])
    begun = diary.decide("seed", own, own.name)
    pattern = fold(diary)[own.id]
    assert (pattern.kind, pattern.status, pattern.checked_count) == (CandidateKind.OWN, PatternStatus.CONFIRMED, 1)
    diary.decide("put_in", own, "B22")
    assert codes(fold(diary)[own.id].members) == ["A11", "B22"]
    diary.undo(begun)
    assert own.id not in fold(diary)


def test_two_patterns_may_have_one_name() -> None:
    """Each has an id of its own, and the same beginning gives the same id."""
    first = begin_pattern("unsure", [])
    assert begin_pattern("unsure", []).id == first.id
    assert begin_pattern("unsure", [first.id]).id != first.id


def test_several_places_of_a_piece_are_one_member() -> None:
    """A piece is in a pattern once, with all that shows it there."""
    places = [
        Evidence("A11", 0, 3, "the"),
        Evidence("B22", 0, 0, "", is_whole_piece=True),
        Evidence("A11", 9, 12, "sun"),
    ]
    members = begin_pattern("the sun", [], places).members
    assert [(member.piece, len(member.evidence)) for member in members] == [("A11", 2), ("B22", 1)]


def test_what_is_confirmed_is_frozen_as_it_was_confirmed_first(diary: Diary) -> None:
    """A later confirmation changes no rule; set aside, split, merged or taken back, nothing is frozen."""
    first = diary.decide("confirm", LEAVES)
    diary.decide("confirm", replace(LEAVES, rule="another one"))
    diary.decide("confirm", ROOTS)
    diary.decide("confirm", SUN)
    assert list_frozen(diary.decisions) == (LEAVES, ROOTS, SUN)
    diary.decide("set_aside", SUN)
    assert list_frozen(diary.decisions) == (LEAVES, ROOTS)
    merge = diary.decide("merge", ROOTS, write_part(SUN))
    assert list_frozen(diary.decisions) == (LEAVES,)
    diary.undo(merge)
    diary.undo(first)
    assert [one.rule for one in list_frozen(diary.decisions)] == ["another one", ROOTS.rule]
