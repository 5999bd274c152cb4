"""Findings come in with the ways of writing that were confirmed; they go out with those by their own thresholds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.decide.match import match_candidates
from pipeline.find.frozen import apply_frozen
from pipeline.records.patterns import Candidate, ClassSet, Findings


def keep_frozen(findings: Findings, class_set: ClassSet, frozen: Sequence[Candidate]) -> Findings:
    """Return the findings with every frozen way of writing as its own rule finds it in this class set.

    It takes the place of the candidate that is the same way found anew, whose threshold moved with the set, and has
    that one's steadiness and warnings. One not found anew comes last; one that nobody shows any more is left out.
    """
    again = {candidate.id: candidate for candidate in apply_frozen(class_set, frozen) if candidate.members}
    matches = match_candidates(tuple(again.values()), findings.candidates)

    def settle(found: Candidate) -> Candidate:
        held = again.pop(matches.get(found.id, ""), None)
        return replace(found, id=held.id, members=held.members, rule=held.rule) if held else found

    candidates = [settle(found) for found in findings.candidates]
    return replace(findings, candidates=(*candidates, *again.values()))
