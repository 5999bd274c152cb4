"""Which candidate found anew is which one decided on."""

from __future__ import annotations

import json
from dataclasses import replace

from pipeline.decide.match import match_candidates, measure_likeness
from pipeline.records.patterns import Candidate, CandidateKind
from tests.decide.conftest import candidate_of

TEN = tuple(f"P{number:02d}" for number in range(10))


def way_of(*signs: tuple[str, str], pieces: tuple[str, ...], threshold: float = 0.5) -> Candidate:
    """A way of writing that rests on these (observation, direction) pairs."""
    parts = [{"key": key, "direction": direction, "slope": threshold} for key, direction in signs]
    rule = json.dumps({"key": parts[0]["key"], "threshold": threshold, "parts": parts})
    return candidate_of("way", *pieces, kind=CandidateKind.CRAFT, rule=rule)


def test_members_and_evidence_are_both_needed() -> None:
    """The same children with other sentences are another idea; so is another class with one sentence in common."""
    idea = candidate_of("idea", *TEN[:5])
    assert measure_likeness(idea, candidate_of("again", *TEN[:5])) == 1.0
    assert measure_likeness(idea, candidate_of("other words", *TEN[:5], at=100)) == 0.0
    assert measure_likeness(idea, candidate_of("one shared", *TEN[4:9])) < 0.5


def test_a_rule_in_plain_words_says_nothing() -> None:
    """Every idea has the same rule: two ideas of different children don't become one by it."""
    assert measure_likeness(candidate_of("idea", "A11", "B22", "C33"), candidate_of("other", "D44", "E55")) == 0.0


def test_a_way_of_writing_is_what_it_observes() -> None:
    """Its threshold moves with the class set; its observation and direction don't."""
    decided = way_of(("quotes", "high"), pieces=TEN[:3])
    assert measure_likeness(decided, way_of(("quotes", "high"), pieces=TEN[5:9], threshold=0.7)) == 1.0
    assert measure_likeness(decided, way_of(("quotes", "low"), pieces=TEN[:3])) == 0.0
    both = way_of(("quotes", "high"), ("questions", "high"), pieces=TEN[:3])
    assert measure_likeness(decided, both) == 0.75


def test_piles_are_compared_by_their_members() -> None:
    """A first sort has no spans: eight of ten is the same pile, three of ten is not."""
    pile = without_evidence(candidate_of("pile", *TEN, kind=CandidateKind.PILE))
    assert measure_likeness(pile, without_evidence(candidate_of("pile", *TEN[:8], kind=CandidateKind.PILE))) == 0.8
    few = without_evidence(candidate_of("few", *TEN[:3], kind=CandidateKind.PILE))
    assert match_candidates([pile], [few]) == {}


def without_evidence(candidate: Candidate) -> Candidate:
    return replace(candidate, members=tuple(replace(member, evidence=()) for member in candidate.members))


def test_the_best_pairs_together_win() -> None:
    """Two decided, two found: each gets its own, though one of the found resembles both."""
    whole, half = candidate_of("whole", *TEN[:8]), candidate_of("half", *TEN[:4])
    found = [candidate_of("found half", *TEN[:5]), candidate_of("found whole", *TEN[:7])]
    assert match_candidates([whole, half], found) == {found[0].id: half.id, found[1].id: whole.id}


def test_the_same_id_is_the_same_pattern() -> None:
    """Nothing else may take its place, however alike."""
    idea = candidate_of("idea", *TEN[:4])
    twin = candidate_of("twin", *TEN[:4])
    assert match_candidates([idea], [twin, idea]) == {idea.id: idea.id}
