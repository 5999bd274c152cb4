"""Findings and all decisions come in; the patterns on the desk go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.decide.force import keep_in_force
from pipeline.decide.match import match_candidates
from pipeline.decide.verbs import VERBS, suggest
from pipeline.records.decisions import Decision, DecisionKind, Pattern, PatternMember, PatternStatus
from pipeline.records.patterns import Candidate, Findings

_SETTLING = {DecisionKind.CONFIRM, DecisionKind.SET_ASIDE}
_DESK_ORDER = {PatternStatus.SUGGESTED: 0, PatternStatus.CONFIRMED: 1, PatternStatus.SET_ASIDE: 2}


def apply_decisions(findings: Findings, decisions: Sequence[Decision]) -> tuple[Pattern, ...]:
    """Return the patterns: suggestions best first, then the confirmed in the order decided, then those set aside.

    What was decided on stays as it was decided, whatever is found later: new candidates are matched to it, so that
    nothing decided is suggested again, and their new members join it unchecked.
    """
    about = [decision for decision in keep_in_force(decisions) if decision.kind in VERBS]
    bases = _find_bases(findings, about)
    matches = match_candidates(tuple(bases.values()), findings.candidates)
    fresh = {matches[candidate.id]: candidate for candidate in findings.candidates if candidate.id in matches}
    decided = [_fold(base, fresh.get(pattern_id), about) for pattern_id, base in bases.items()]
    ranks = {matches.get(candidate.id, candidate.id): at for at, candidate in enumerate(findings.candidates)}
    suggested = [suggest(candidate) for candidate in findings.candidates if candidate.id not in matches]
    return _order([*suggested, *decided], ranks)


def _find_bases(findings: Findings, about: Sequence[Decision]) -> dict[str, Candidate]:
    """Each decided pattern's candidate as it was first decided on, in the order of the first decisions."""
    here = {candidate.id: candidate for candidate in findings.candidates}
    bases: dict[str, Candidate] = {}
    for decision in about:
        base = decision.snapshot or here.get(decision.pattern)
        if base and decision.pattern not in bases:
            bases[decision.pattern] = replace(base, id=decision.pattern)
    return bases


def _fold(base: Candidate, fresh: Candidate | None, about: Sequence[Decision]) -> Pattern:
    mine = [decision for decision in about if decision.pattern == base.id]
    is_settled = any(decision.kind in _SETTLING for decision in mine)
    start = suggest(base if is_settled or fresh is None else replace(fresh, id=base.id, name=base.name))
    for decision in mine:
        start = VERBS[decision.kind](start, decision)
    return _join_fresh(start, fresh) if fresh else start


def _join_fresh(pattern: Pattern, fresh: Candidate) -> Pattern:
    """Let members found anew join unchecked; evidence found anew replaces spans whose text may be corrected since."""
    found = {member.piece: member.evidence for member in fresh.members}
    members = [replace(member, evidence=found.get(member.piece) or member.evidence) for member in pattern.members]
    known = {member.piece for member in members} | set(pattern.taken_out)
    if pattern.status is not PatternStatus.SET_ASIDE:
        members += [PatternMember(m.piece, m.evidence, is_checked=False) for m in fresh.members if m.piece not in known]
    return replace(
        pattern,
        members=tuple(members),
        steadiness=fresh.steadiness,
        is_reliable=fresh.is_reliable,
        warnings=fresh.warnings,
    )


def _order(patterns: Sequence[Pattern], ranks: dict[str, int]) -> tuple[Pattern, ...]:
    last = len(ranks)
    return tuple(
        sorted(
            patterns,
            key=lambda p: (_DESK_ORDER[p.status], ranks.get(p.id, last) if p.status is PatternStatus.SUGGESTED else 0),
        )
    )
