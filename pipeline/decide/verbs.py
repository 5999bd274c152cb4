"""A pattern and one decision about it come in; the pattern as it is then goes out: one small function a verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.decide.parts import read_part
from pipeline.decide.rings import read_ring
from pipeline.records.decisions import Decision, DecisionKind, Mark, Pattern, PatternMember, PatternStatus
from pipeline.records.patterns import Candidate, Evidence

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
        doubt=candidate.doubt,
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
    """Take pieces out and remember that they were."""
    pieces = decision.value.split()
    members = tuple(member for member in pattern.members if member.piece not in pieces)
    taken_out = tuple(dict.fromkeys((*pattern.taken_out, *pieces)))
    return replace(pattern, members=members, taken_out=taken_out)


def put_in(pattern: Pattern, decision: Decision) -> Pattern:
    """Put pieces in, checked, with their evidence where they were suggested already or the snapshot gives some."""
    pieces = decision.value.split()
    evidences = {member.piece: member.evidence for member in (decision.snapshot.members if decision.snapshot else ())}
    evidences |= {member.piece: member.evidence for member in pattern.members}
    members = [member for member in pattern.members if member.piece not in pieces]
    left = (pattern.taken_out, pattern.split_off)
    taken_out, split_off = (tuple(c for c in codes if c not in pieces) for codes in left)
    members += [PatternMember(piece, evidences.get(piece, ()), is_checked=True) for piece in dict.fromkeys(pieces)]
    return replace(pattern, members=tuple(members), taken_out=taken_out, split_off=split_off)


def circle(pattern: Pattern, decision: Decision) -> Pattern:
    """Make a place circled on a page the first evidence of its piece, which is in the pattern by that, checked."""
    new = read_ring(decision)
    if all(member.piece != new.piece for member in pattern.members):
        pattern = put_in(pattern, replace(decision, value=new.piece))
    members = (_add_ring(member, new) if member.piece == new.piece else member for member in pattern.members)
    return replace(pattern, members=tuple(members))


def uncircle(pattern: Pattern, decision: Decision) -> Pattern:
    """Take a circle off; its piece stays in the pattern."""
    old = read_ring(decision)
    members = (replace(m, evidence=tuple(e for e in m.evidence if e != old)) for m in pattern.members)
    return replace(pattern, members=tuple(members))


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


def _add_ring(member: PatternMember, new: Evidence) -> PatternMember:
    """Put a circle first: it says more than "the whole piece", which it replaces; earlier circles stay behind it."""
    kept = tuple(evidence for evidence in member.evidence if not evidence.is_whole_piece and evidence != new)
    return replace(member, evidence=(new, *kept), is_checked=True)


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
    DecisionKind.CIRCLE: circle,
    DecisionKind.UNCIRCLE: uncircle,
}
