"""Candidates and decisions small enough to check by eye."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.patterns import Candidate, CandidateKind, Evidence, Findings, Member, Steadiness

STEADY = Steadiness("recurrence", 0.8, "passages matched in length", 0.3, 0.5, 0.01, "holds in 8 of 10 looks")


def candidate_of(
    name: str, *pieces: str, kind: CandidateKind = CandidateKind.IDEA, at: int = 0, rule: str = "passages alike"
) -> Candidate:
    """A candidate with one span of ten characters a piece, beginning at `at`."""
    members = tuple(Member(piece, 1.0, (Evidence(piece, at, at + 10, f"words at {at}"),)) for piece in pieces)
    identity = f"{kind.value}-{name}-{'-'.join(pieces)}"
    return Candidate(identity, kind, "ideas", name, "passages alike", members, STEADY, is_reliable=True, rule=rule)


def findings_of(*candidates: Candidate) -> Findings:
    pieces = sorted({member.piece for candidate in candidates for member in candidate.members})
    return Findings(tuple(pieces), candidates, ())


class Diary:
    """Writes decisions one after another, as a teacher makes them."""

    def __init__(self) -> None:
        self.decisions: list[Decision] = []

    def decide(self, kind: str, candidate: Candidate | None = None, value: str = "") -> Decision:
        """Write the next decision, its snapshot the candidate it is about."""
        pattern = candidate.id if candidate else ""
        number = len(self.decisions) + 1
        decision = Decision(number, "c", DecisionKind(kind), pattern, value, candidate, "teacher", "2026-11-23")
        self.decisions.append(decision)
        return decision

    def undo(self, decision: Decision) -> Decision:
        """Take a decision back."""
        return self.decide("undo", value=str(decision.id))


def codes(members: Sequence[object]) -> list[str]:
    return [member.piece for member in members]  # type: ignore[attr-defined]  # members of patterns and candidates alike
