"""Pieces and the students of a class come in; whose piece each surely is, and what a teacher has to be asked, go out.

Strict on purpose: a piece is matched by itself only where exactly one student's whole name, number or printed code is
on it, no student of nearly that name is in the class, and no other piece says the same. All else is a question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.records.roster import Match, MatchHow, PieceSign, Roster, RosterEntry
from pipeline.roster.signs import SpeltName, Weight, are_rivals, spell_name, weigh_sign

MOST_CANDIDATES = 6
_CERTAIN = {
    Weight.WHOLE: MatchHow.FILE_NAME,
    Weight.NUMBER: MatchHow.PLATFORM_ID,
    Weight.LABEL: MatchHow.LABEL,
}
_NOBODY = RosterEntry("", "")


@dataclass(frozen=True, slots=True)
class Question:
    """A piece whose student is not sure: the likeliest students first (by id), none where nothing tells."""

    piece: str
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MatchPlan:
    """What follows from all signs at once: sure matches, and questions, those with candidates first."""

    certain: tuple[Match, ...]
    questions: tuple[Question, ...]


def match_pieces(
    signs: Sequence[PieceSign], roster: Roster, taken: Collection[int] = (), ask: Collection[str] = ()
) -> MatchPlan:
    """Return the plan for pieces that have no student yet.

    `taken` are students who have a piece of this set already: another of theirs is asked for. `ask` are pieces that are
    never matched without asking, since a match of theirs was taken back.
    """
    names = {student.id: spell_name(roster.names.get(student.id, _NOBODY)) for student in roster.students}
    weights = {sign.piece: _weigh_students(sign, roster, names) for sign in signs}
    sure = {piece: found for piece, found in weights.items() if piece not in ask and _is_sure(found, names)}
    students = {piece: max(found, key=lambda one: found[one]) for piece, found in sure.items()}
    counts = Counter([*students.values(), *taken])
    certain = tuple(
        Match(piece, student, _CERTAIN[weights[piece][student]])
        for piece, student in students.items()
        if counts[student] == 1
    )
    matched = {match.piece for match in certain}
    there = {*taken, *(match.student for match in certain)}
    questions = [_ask(piece, found, there) for piece, found in weights.items() if piece not in matched]
    return MatchPlan(certain, tuple(sorted(questions, key=lambda question: not question.candidates)))


def _weigh_students(sign: PieceSign, roster: Roster, names: Mapping[int, SpeltName]) -> dict[int, Weight]:
    """Return what the piece's signs say of each student, where they say anything."""
    weights = {student.id: weigh_sign(sign, student.code, names[student.id]) for student in roster.listed}
    return {student: weight for student, weight in weights.items() if weight}


def _is_sure(found: Mapping[int, Weight], names: Mapping[int, SpeltName]) -> bool:
    strong = [student for student, weight in found.items() if weight in _CERTAIN]
    if len(strong) != 1:
        return False
    (student,) = strong
    if found[student] is not Weight.WHOLE:
        return True
    rivals = (other for other in names if other != student and are_rivals(names[student], names[other]))
    return Weight.NEAR not in found.values() and next(rivals, None) is None


def _ask(piece: str, found: Mapping[int, Weight], there: Collection[int | None]) -> Question:
    """Of students for whom as much speaks, those who have no piece yet come first."""
    ranked = sorted(found, key=lambda student: (-found[student], student in there, student))
    return Question(piece, tuple(ranked[:MOST_CANDIDATES]))
