"""A pattern and one decision about it come in; the pattern as it is then goes out: one small function a verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.records.decisions import Decision, DecisionKind, Mark, Pattern, PatternMember, PatternStatus
from pipeline.records.patterns import Candidate

Verb = Callable[[Pattern, Decision], Pattern]


def suggest(candidate: Candidate) -> Pattern:
    """Return a candidate as a pattern nobody has decided on."""
    return Pattern(
        id=candidate.id,
        kind=candidate.kind,
        name=candidate.name,
        suggested_name=candidate.name,
        group=candidate.group,
        basis=candidate.basis,
        status=PatternStatus.SUGGESTED,
        mark=None,
        notice="",
        reason="",
        members=tuple(PatternMember(m.piece, m.evidence, is_checked=False) for m in candidate.members),
        taken_out=(),
        steadiness=candidate.steadiness,
        is_reliable=candidate.is_reliable,
        warnings=candidate.warnings,
    )


def confirm(pattern: Pattern, decision: Decision) -> Pattern:
    """Pin the members that were on the card when it was confirmed."""
    members = list(pattern.members)
    if decision.snapshot:
        here = {member.piece for member in members} | set(pattern.taken_out)
        members += [PatternMember(m.piece, m.evidence, True) for m in decision.snapshot.members if m.piece not in here]
    checked = tuple(replace(member, is_checked=True) for member in members)
    return replace(pattern, status=PatternStatus.CONFIRMED, members=checked, reason="")


def rename(pattern: Pattern, decision: Decision) -> Pattern:
    """Give it the teacher's name; an empty one gives the suggested name back."""
    return replace(pattern, name=decision.value.strip() or pattern.suggested_name)


def set_aside(pattern: Pattern, decision: Decision) -> Pattern:
    """Not a pattern, with the reason."""
    return replace(pattern, status=PatternStatus.SET_ASIDE, reason=decision.value)


def take_out(pattern: Pattern, decision: Decision) -> Pattern:
    """Take a piece out and remember that it was."""
    members = tuple(member for member in pattern.members if member.piece != decision.value)
    taken_out = tuple(dict.fromkeys((*pattern.taken_out, decision.value)))
    return replace(pattern, members=members, taken_out=taken_out)


def put_in(pattern: Pattern, decision: Decision) -> Pattern:
    """Put a piece in, checked; one that is suggested already is checked, its evidence kept."""
    piece = decision.value
    there = [member for member in pattern.members if member.piece == piece]
    members = [member for member in pattern.members if member.piece != piece]
    evidence = there[0].evidence if there else ()
    taken_out = tuple(code for code in pattern.taken_out if code != piece)
    return replace(pattern, members=(*members, PatternMember(piece, evidence, is_checked=True)), taken_out=taken_out)


def mark(pattern: Pattern, decision: Decision) -> Pattern:
    """Mark it success, challenge, strategy or inconsistency; an empty value takes the mark off."""
    return replace(pattern, mark=Mark(decision.value) if decision.value else None)


def notice(pattern: Pattern, decision: Decision) -> Pattern:
    """Keep what the teacher noticed."""
    return replace(pattern, notice=decision.value)


VERBS: dict[DecisionKind, Verb] = {
    DecisionKind.CONFIRM: confirm,
    DecisionKind.RENAME: rename,
    DecisionKind.SET_ASIDE: set_aside,
    DecisionKind.TAKE_OUT: take_out,
    DecisionKind.PUT_IN: put_in,
    DecisionKind.MARK: mark,
    DecisionKind.NOTICE: notice,
}
