"""A pattern and one decision about it come in; the pattern as it is then goes out: one small function a verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.decide.parts import read_part
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
    """Pin the members that were on the card when it was confirmed, and those put in by hand; nothing else."""
    members = {member.piece: member for member in pattern.members}
    if decision.snapshot:
        shown = {m.piece: PatternMember(m.piece, m.evidence, is_checked=True) for m in decision.snapshot.members}
        put_in = {piece: member for piece, member in members.items() if member.is_checked and piece not in shown}
        members = shown | put_in
    left = {*pattern.taken_out, *pattern.split_off}
    checked = tuple(replace(m, is_checked=True) for piece, m in members.items() if piece not in left)
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
    """Put a piece in, checked, with its evidence where it was suggested already or the snapshot gives some."""
    piece = decision.value
    evidences = {member.piece: member.evidence for member in (decision.snapshot.members if decision.snapshot else ())}
    evidences |= {member.piece: member.evidence for member in pattern.members}
    members = [member for member in pattern.members if member.piece != piece]
    taken_out, split_off = (tuple(c for c in codes if c != piece) for codes in (pattern.taken_out, pattern.split_off))
    members.append(PatternMember(piece, evidences.get(piece, ()), is_checked=True))
    return replace(pattern, members=tuple(members), taken_out=taken_out, split_off=split_off)


def split(pattern: Pattern, decision: Decision) -> Pattern:
    """Let the pieces go that went into a pattern of their own."""
    gone = tuple(member.piece for member in read_part(decision).members)
    members = tuple(member for member in pattern.members if member.piece not in gone)
    return replace(pattern, members=members, split_off=tuple(dict.fromkeys((*pattern.split_off, *gone))))


def seed(pattern: Pattern, _decision: Decision) -> Pattern:
    """Begin a teacher's own pattern, its first members checked: nobody suggested it."""
    members = tuple(replace(member, is_checked=True) for member in pattern.members)
    return replace(pattern, status=PatternStatus.CONFIRMED, members=members)


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
    DecisionKind.SPLIT: split,
    DecisionKind.SEED: seed,
    DecisionKind.MARK: mark,
    DecisionKind.NOTICE: notice,
}
