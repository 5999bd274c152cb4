"""Who probably belongs joins the first sort's confirmed patterns as a suggestion."""

from __future__ import annotations

import pytest

from pipeline.decide import apply_decisions, join_belonging, label_pieces
from pipeline.records.decisions import Pattern
from pipeline.records.patterns import CandidateKind
from tests.decide.conftest import Diary, candidate_of, codes, findings_of

WET = candidate_of("answers about water", "A11", "B22", "C33", kind=CandidateKind.PILE)
DRY = candidate_of("answers about soil", "D44", "E55", kind=CandidateKind.PILE)
IDEA = candidate_of("the roots drink", "A11", "E55", at=40)
FINDINGS = findings_of(WET, DRY, IDEA)


@pytest.fixture
def diary() -> Diary:
    return Diary()


def fold(diary: Diary) -> tuple[Pattern, ...]:
    return apply_decisions(FINDINGS, diary.decisions)


def test_only_checked_pieces_of_confirmed_piles_teach(diary: Diary) -> None:
    """Suggestions teach nothing, and neither does an idea: pieces may be in many."""
    diary.decide("confirm", IDEA)
    assert label_pieces(fold(diary)) == {}
    diary.decide("confirm", WET)
    assert label_pieces(fold(diary)) == dict.fromkeys(["A11", "B22", "C33"], WET.id)


def test_who_belongs_joins_unchecked(diary: Diary) -> None:
    """Behind the members there are, with the whole piece as evidence."""
    diary.decide("confirm", WET)
    joined = {pattern.id: pattern for pattern in join_belonging(fold(diary), {"D44": WET.id})}[WET.id]
    assert codes(joined.members) == ["A11", "B22", "C33", "D44"]
    assert (joined.members[-1].is_checked, joined.members[-1].evidence[0].is_whole_piece) == (False, True)


def test_who_was_taken_out_stays_out(diary: Diary) -> None:
    """What the teacher said weighs more than what is likely."""
    diary.decide("confirm", WET)
    diary.decide("take_out", WET, "C33")
    joined = {pattern.id: pattern for pattern in join_belonging(fold(diary), {"C33": WET.id})}[WET.id]
    assert codes(joined.members) == ["A11", "B22"]
