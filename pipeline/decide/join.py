"""Patterns and the decisions about them come in; those that were merged go out as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.decide.parts import read_part
from pipeline.decide.verbs import suggest
from pipeline.records.decisions import Decision, DecisionKind, Pattern, PatternMember


def join_merged(patterns: Sequence[Pattern], about: Sequence[Decision]) -> list[Pattern]:
    """Return the patterns, each that was merged into another gone into it with its members and what is checked of them.

    A merge of what has gone into another pattern already is passed over.
    """
    by_id = {pattern.id: pattern for pattern in patterns}
    for decision in about:
        if decision.kind is not DecisionKind.MERGE:
            continue
        taker, given = by_id.get(decision.pattern), by_id.get(read_part(decision).id)
        if taker and given and taker is not given:
            by_id[taker.id] = _take_in(taker, given)
            del by_id[given.id]
    return [by_id[pattern.id] for pattern in patterns if pattern.id in by_id]


def collect_merged(decisions: Sequence[Decision]) -> tuple[Pattern, ...]:
    """Return the patterns that decisions have let go into others, each as it was then, the first first."""
    return tuple(suggest(read_part(decision)) for decision in decisions if decision.kind is DecisionKind.MERGE)


def _take_in(taker: Pattern, given: Pattern) -> Pattern:
    """Return a pattern with another's members behind its own; what the teacher took out of it stays out."""
    theirs = {member.piece: member for member in given.members}
    own = [_join_member(member, theirs.get(member.piece)) for member in taker.members]
    known = {member.piece for member in own} | set(taker.taken_out)
    new = [member for member in given.members if member.piece not in known]
    return replace(taker, members=(*own, *new))


def _join_member(own: PatternMember, other: PatternMember | None) -> PatternMember:
    """Return a piece that was in both: checked where either was, with its own evidence and the other's circles."""
    if other is None:
        return own
    rings = tuple(evidence for evidence in other.evidence if evidence.ring and evidence not in own.evidence)
    return replace(own, is_checked=own.is_checked or other.is_checked, evidence=(*own.evidence, *rings))
