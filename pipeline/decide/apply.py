"""Findings and all decisions come in; the patterns on the desk go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.decide.force import keep_in_force
from pipeline.decide.join import join_merged
from pipeline.decide.match import match_candidates
from pipeline.decide.parts import keep_begun, list_seen
from pipeline.decide.verbs import VERBS, suggest
from pipeline.records.decisions import Decision, DecisionKind, Pattern, PatternMember, PatternStatus
from pipeline.records.patterns import Candidate, Evidence, Findings

_SETTLING = {DecisionKind.CONFIRM, DecisionKind.SET_ASIDE, DecisionKind.SEED}
_DESK_ORDER = {PatternStatus.SUGGESTED: 0, PatternStatus.CONFIRMED: 1, PatternStatus.SET_ASIDE: 2}


def apply_decisions(findings: Findings, decisions: Sequence[Decision]) -> tuple[Pattern, ...]:
    """Return the patterns: suggestions best first, then the confirmed in the order decided, then those set aside.

    What was decided on stays as it was decided, whatever is found later: new candidates are matched to it, so that
    nothing decided is suggested again, and their new members join it unchecked.
    """
    kinds = {*VERBS, DecisionKind.MERGE}
    about = keep_begun(decisions, [d for d in keep_in_force(decisions) if d.kind in kinds])
    bases, latest = _find_bases(findings, about), _find_bases(findings, about[::-1])
    matches = match_candidates([latest[pattern_id] for pattern_id in bases], findings.candidates)
    fresh = {matches[candidate.id]: candidate for candidate in findings.candidates if candidate.id in matches}
    decided = [
        _fold(base, fresh.get(pattern_id, latest[pattern_id]), about, is_found=pattern_id in fresh)
        for pattern_id, base in bases.items()
    ]
    decided = join_merged(decided, about)
    suggested = [suggest(candidate) for candidate in findings.candidates if candidate.id not in matches]
    ranks = {matches.get(candidate.id, candidate.id): at for at, candidate in enumerate(findings.candidates)}
    settled = {decision.pattern: at for at, decision in enumerate(about) if decision.kind in _SETTLING}
    return _order([*suggested, *decided], ranks, settled)


def _find_bases(findings: Findings, about: Sequence[Decision]) -> dict[str, Candidate]:
    """Each decided pattern's candidate as the first of these decisions saw it, in their order."""
    here = {candidate.id: candidate for candidate in findings.candidates}
    bases: dict[str, Candidate] = {}
    for decision in about:
        for pattern_id, base in list_seen(decision, here):
            bases.setdefault(pattern_id, replace(base, id=pattern_id))
    return bases


def _fold(base: Candidate, now: Candidate, about: Sequence[Decision], *, is_found: bool) -> Pattern:
    """One pattern, all decisions about it applied; `now` is how it was found or seen last."""
    mine = [decision for decision in about if decision.pattern == base.id and decision.kind in VERBS]
    is_settled = any(decision.kind in _SETTLING for decision in mine)
    pattern = suggest(base if is_settled else replace(now, id=base.id, name=base.name))
    for decision in mine:
        pattern = VERBS[decision.kind](pattern, decision)
    return _join_fresh(pattern, now) if is_found else pattern


def _join_fresh(pattern: Pattern, fresh: Candidate) -> Pattern:
    """Let members found anew join unchecked; what was decided on keeps its evidence, at the place it has now."""
    found = {member.piece: member.evidence for member in fresh.members}
    members = [
        replace(member, evidence=_renew(member.evidence, found.get(member.piece, ()))) for member in pattern.members
    ]
    known = {member.piece for member in members} | {*pattern.taken_out, *pattern.split_off}
    if pattern.status is not PatternStatus.SET_ASIDE:
        members += [PatternMember(m.piece, m.evidence, is_checked=False) for m in fresh.members if m.piece not in known]
    return replace(
        pattern,
        members=tuple(members),
        steadiness=fresh.steadiness,
        is_reliable=fresh.is_reliable,
        warnings=fresh.warnings,
        doubt=fresh.doubt,
    )


def _renew(kept: tuple[Evidence, ...], found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return the kept spans; one found again (its words elsewhere, or its place, corrected) stands as found now."""
    if not kept:
        return found
    renewed = (next((new for new in found if _is_found_again(old, new)), old) for old in kept)
    return tuple(dict.fromkeys(renewed))


def _is_found_again(old: Evidence, new: Evidence) -> bool:
    if not (old.is_span and new.is_span):
        return old.is_whole_piece and new.is_whole_piece
    return old.quote == new.quote or (old.start < new.end and new.start < old.end)


def _order(patterns: Sequence[Pattern], ranks: dict[str, int], settled: dict[str, int]) -> tuple[Pattern, ...]:
    """Suggestions by rank, those no longer found after them; settled ones by when they were settled."""

    def place(pattern: Pattern) -> tuple[int, int]:
        is_open = pattern.status is PatternStatus.SUGGESTED
        return _DESK_ORDER[pattern.status], ranks.get(pattern.id, len(ranks)) if is_open else settled[pattern.id]

    return tuple(sorted(patterns, key=place))
