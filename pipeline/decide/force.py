"""All decisions come in; those still in force go out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records.decisions import Decision, DecisionKind


def keep_in_force(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that no undo has taken back, in order, without the undos.

    An undo that was itself taken back takes nothing back: that is redo.
    """
    taken_back: set[str] = set()
    for decision in reversed(decisions):
        if decision.kind is DecisionKind.UNDO and str(decision.id) not in taken_back:
            taken_back.add(decision.value)
    return tuple(d for d in decisions if d.kind is not DecisionKind.UNDO and str(d.id) not in taken_back)
