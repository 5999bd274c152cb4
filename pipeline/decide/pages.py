"""Decisions come in; which pages have another picture, which pieces don't count and which are new, go out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from pipeline.decide.force import keep_in_force
from pipeline.decide.recuts import read_recut
from pipeline.decide.verbs import VERBS
from pipeline.records.decisions import Decision, DecisionKind, Pattern
from pipeline.records.pages import LeftOut, PageChange
from pipeline.records.stack import Recut

_CHANGE, _LEFT_OUT = TypeAdapter(PageChange), TypeAdapter(LeftOut)
_LOOKING = {DecisionKind.TAKE_OUT, DecisionKind.PUT_IN, DecisionKind.LOOK_AT}


def collect_page_changes(decisions: Sequence[Decision]) -> dict[tuple[str, int], PageChange]:
    """Return by piece and page (from 0) the last change in force; it goes with its page when a stack is cut anew."""
    changes: dict[tuple[str, int], PageChange] = {}
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.CHANGE_PAGE:
            change = read_page_change(decision.value)
            changes[change.piece, change.page] = change
        elif decision.kind is DecisionKind.CUT_ANEW:
            _move_changes(changes, read_recut(decision.value))
    return changes


def _move_changes(changes: dict[tuple[str, int], PageChange], recut: Recut) -> None:
    for at in recut.moved:
        changes.pop((at.piece, at.page), None)
        change = changes.get((at.old_piece, at.old_page))
        if change:
            changes[at.piece, at.page] = replace(change, piece=at.piece, page=at.page)


def collect_left_out(decisions: Sequence[Decision]) -> tuple[LeftOut, ...]:
    """Return the pieces that were taken out of the class set and not put back, in the order of their codes."""
    out: dict[str, LeftOut] = {}
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.LEAVE_OUT:
            out |= {left.piece: left for left in read_left_out(decision.value)}
        elif decision.kind is DecisionKind.BRING_BACK:
            out.pop(decision.value, None)
    return tuple(out[code] for code in sorted(out))


def drop_pieces(patterns: Sequence[Pattern], gone: Collection[str]) -> tuple[Pattern, ...]:
    """Return the patterns without the pieces that don't count; put back, a piece is where it was."""
    return tuple(_drop_pieces(pattern, gone) for pattern in patterns)


def _drop_pieces(pattern: Pattern, gone: Collection[str]) -> Pattern:
    members = tuple(member for member in pattern.members if member.piece not in gone)
    left = (pattern.taken_out, pattern.split_off)
    taken_out, split_off = (tuple(code for code in codes if code not in gone) for codes in left)
    return replace(pattern, members=members, taken_out=taken_out, split_off=split_off)


def list_newcomers(
    joined_after: Mapping[str, int], decisions: Sequence[Decision], patterns: Sequence[Pattern]
) -> tuple[str, ...]:
    """Return the codes of the pieces that came when patterns were decided on already, and that nobody looked at since.

    `joined_after`: the id of the last decision before each piece came, by code. Looked at is what is checked in a
    pattern, was put in or taken out by hand, or was said to be looked at.
    """
    force = keep_in_force(decisions)
    first = min((decision.id for decision in force if decision.kind in VERBS), default=None)
    if first is None:
        return ()
    looked_at = {code for decision in force if decision.kind in _LOOKING for code in decision.value.split()}
    looked_at |= {member.piece for pattern in patterns for member in pattern.members if member.is_checked}
    return tuple(sorted(code for code, after in joined_after.items() if after >= first and code not in looked_at))


def read_page_change(value: str) -> PageChange:
    """Return what the value of a decision about a page's picture says."""
    return _CHANGE.validate_json(value)


def write_page_change(change: PageChange) -> str:
    """Return the value of the decision that keeps a page's change."""
    return _CHANGE.dump_json(change).decode()


def read_left_out(value: str) -> tuple[LeftOut, ...]:
    """Return what the value of a decision that takes pieces out of the set says; their codes stand in one, spaced."""
    said = _LEFT_OUT.validate_json(value)
    return tuple(replace(said, piece=code) for code in said.piece.split())


def write_left_out(reason: str, *pieces: str) -> str:
    """Return the value of the decision that takes pieces out of the set, all for one reason."""
    return _LEFT_OUT.dump_json(LeftOut(" ".join(pieces), reason)).decode()
