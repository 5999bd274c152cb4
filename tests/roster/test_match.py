"""Whose piece is it: sure only where nothing speaks against it, else a question."""

from __future__ import annotations

import pytest

from pipeline.records.roster import Match, MatchHow, PieceSign, Roster, RosterEntry, SchoolClass, Student
from pipeline.roster import match_pieces


@pytest.mark.parametrize(
    "stem",
    [
        "jose_de_la_cruz",
        "José de la Cruz - Essay (2)",
        "delacruzjose_LATE_99_20931_water",
        "JoseDeLaCruz",
        "de-la-cruz, jose",
        "Period 2 jose de la cruz draft",
    ],
)
def test_a_whole_name_that_only_one_student_has(roster: Roster, stem: str) -> None:
    """In any order, with accents or without, glued or apart."""
    plan = match_pieces([PieceSign("K07", stem)], roster)
    assert plan.certain == (Match("K07", 3, MatchHow.FILE_NAME),)


def test_an_initial_makes_no_other_name() -> None:
    """A list with "Paul A.": paula.pdf is not surely his, and with a Paula in the class it may well be hers."""
    names = (RosterEntry("Paul", "A."), RosterEntry("Paula", "Reyes"))
    students = (Student(1, "KE7", ""), Student(2, "TU2", ""))
    roster = Roster(SchoolClass("c1", "Science"), students, dict(enumerate(names, start=1)))
    plan = match_pieces([PieceSign("K07", "paula"), PieceSign("B12", "paul a")], roster)
    assert plan.certain == (Match("B12", 1, MatchHow.FILE_NAME),)
    assert [(one.piece, one.candidates) for one in plan.questions] == [("K07", (2,))]


def test_names_in_any_script_are_matched() -> None:
    """Vowels that are signs stand inside a name's words, in the list and in the name of a file."""
    roster = Roster(SchoolClass("c1", "Hindi"), (Student(1, "KE7", ""),), {1: RosterEntry("मीरा", "शर्मा")})
    assert match_pieces([PieceSign("K07", "मीरा_शर्मा essay")], roster).certain == (Match("K07", 1, MatchHow.FILE_NAME),)


@pytest.mark.parametrize("sign", [PieceSign("K07", "x_4823_y"), PieceSign("K07", "scan", label="4823")])
def test_a_number_of_the_platform(roster: Roster, sign: PieceSign) -> None:
    """In the file's name, or beside it."""
    (match,) = match_pieces([sign], roster).certain
    assert match.student == 3


def test_a_printed_code(roster: Roster) -> None:
    """A separator sheet carries the student's code."""
    plan = match_pieces([PieceSign("K07", "stack", label="LA1")], roster)
    assert plan.certain == (Match("K07", 4, MatchHow.LABEL),)


def test_near_names_are_asked_for(roster: Roster) -> None:
    """Ann Lee and Anne Lee: a file with either name may be the other's."""
    plan = match_pieces([PieceSign("K07", "ann_lee")], roster)
    assert plan.certain == ()
    assert plan.questions[0].candidates[:2] == (1, 2)


@pytest.mark.parametrize(
    ("stem", "likeliest"), [("cruz", 3), ("kokonkwo", 5), ("konstantin_okonkvo", 5), ("young essay", 4)]
)
def test_half_a_name_or_nearly_one_is_asked_for(roster: Roster, stem: str, likeliest: int) -> None:
    """The likeliest student is offered, never taken."""
    plan = match_pieces([PieceSign("K07", stem)], roster)
    assert plan.certain == ()
    assert plan.questions[0].candidates[0] == likeliest


def test_a_name_at_the_head_of_the_page_is_offered(roster: Roster) -> None:
    """What the reading says is a hint, for it may be a friend's name."""
    plan = match_pieces([PieceSign("K07", "scan_0007", opening="Grace Young Period 2 Water")], roster)
    assert plan.certain == ()
    assert plan.questions[0].candidates[0] == 4


def test_two_pieces_with_one_name_are_both_asked_for(roster: Roster) -> None:
    """A browser calls another child's file so, too."""
    signs = [PieceSign("K07", "grace young"), PieceSign("M31", "grace young (2)")]
    assert match_pieces(signs, roster).certain == ()
    assert match_pieces(signs[:1], roster, taken={4}).certain == ()


def test_signs_that_speak_against_each_other_are_asked_for(roster: Roster) -> None:
    """One student's name with another's number."""
    plan = match_pieces([PieceSign("K07", "grace_young_4823")], roster)
    assert plan.certain == ()
    assert set(plan.questions[0].candidates) >= {3, 4}


def test_what_was_taken_back_is_not_matched_again_by_itself(roster: Roster) -> None:
    """A sure match that the teacher undid becomes a question."""
    sign = PieceSign("K07", "grace young")
    assert match_pieces([sign], roster).certain
    assert match_pieces([sign], roster, ask={"K07"}).questions[0].candidates[0] == 4


def test_questions_with_an_answer_at_hand_come_first(roster: Roster) -> None:
    """Pieces that nothing tells of come last."""
    plan = match_pieces([PieceSign("A01", "scan_1"), PieceSign("B02", "cruz")], roster)
    assert [question.piece for question in plan.questions] == ["B02", "A01"]
    assert plan.questions[1].candidates == ()


def test_of_two_likely_ones_who_has_no_piece_yet_comes_first(roster: Roster) -> None:
    """Both are called Lee."""
    assert match_pieces([PieceSign("K07", "lee")], roster).questions[0].candidates == (1, 2)
    assert match_pieces([PieceSign("K07", "lee")], roster, taken={1}).questions[0].candidates == (2, 1)
