"""No quote survives the words it was made of."""

from __future__ import annotations

from pipeline.decide import apply_decisions
from pipeline.records.patterns import Candidate, CandidateKind, Evidence, Findings, Member
from pipeline.walk.find import type_transcript
from pipeline.walk.quotes import renew_quotes
from tests.decide.conftest import STEADY


def _quote(evidence: Evidence, text: str) -> tuple[Evidence, ...]:
    """What is left of one piece's evidence once its text is `text`."""
    members = (Member("K07", 1.0, (evidence,)),)
    candidate = Candidate("c", CandidateKind.IDEA, "ideas", "n", "b", members, STEADY, is_reliable=True)
    patterns = apply_decisions(Findings(("K07",), (candidate,), ()), ())
    (pattern,) = renew_quotes(patterns, {"K07": type_transcript("K07", text)})
    return pattern.members[0].evidence


def test_a_quote_loses_what_is_hidden() -> None:
    """The words that are left stand where they are now."""
    (left,) = _quote(Evidence("K07", 0, 24, "Mia Lopez the water goes"), "the water goes out")
    assert (left.quote, left.start, left.end) == ("the water goes", 0, 14)


def test_a_quote_that_moved_is_found_again() -> None:
    """The same words, further up."""
    (left,) = _quote(Evidence("K07", 10, 24, "the water goes"), "Then the water goes")
    assert (left.quote, left.start, left.end) == ("the water goes", 5, 19)


def test_of_a_quote_that_is_all_hidden_nothing_is_left() -> None:
    """The member stays; its evidence is gone."""
    assert _quote(Evidence("K07", 0, 9, "Mia Lopez"), "the water goes") == ()
