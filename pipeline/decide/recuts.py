"""Decisions to cut a stack anew come in; which pieces don't count any more, and how stacks are cut now, go out."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.stack import Recut, StackCut

_RECUT = TypeAdapter(Recut)


def list_cut_away(decisions: Sequence[Decision]) -> frozenset[str]:
    """Return the codes of the pieces that another cut took the place of.

    A piece that a cut made which was taken back doesn't count either.
    """
    away: set[str] = set()
    known: set[str] = set()
    for decision in decisions:
        if decision.kind is DecisionKind.CUT_ANEW:
            recut = read_recut(decision.value)
            away |= set(recut.came) - known
            known |= {*recut.came, *recut.gone}
    for recut in _list_in_force(decisions):
        away = (away | set(recut.gone)) - set(recut.came)
    return frozenset(away)


def collect_cuts(decisions: Sequence[Decision]) -> dict[str, StackCut]:
    """Return the cuts of the stacks that were cut anew, as they are now, by the stack's sha256."""
    return {recut.stack_sha256: recut.cut for recut in _list_in_force(decisions)}


def _list_in_force(decisions: Sequence[Decision]) -> list[Recut]:
    return [read_recut(d.value) for d in keep_in_force(decisions) if d.kind is DecisionKind.CUT_ANEW]


def read_recut(value: str) -> Recut:
    """Return what the value of a decision to cut a stack anew says."""
    return _RECUT.validate_json(value)


def write_recut(recut: Recut) -> str:
    """Return the value of the decision that cuts a stack anew."""
    return _RECUT.dump_json(recut).decode()
