"""Decisions come in; the ONE next step in force goes out."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind, NextStep

_NEXT_STEP = TypeAdapter(NextStep)


def choose_next_step(decisions: Sequence[Decision]) -> NextStep | None:
    """Return the next step chosen last, or None where none is chosen."""
    chosen = [d.value for d in keep_in_force(decisions) if d.kind is DecisionKind.CHOOSE_STEP]
    return _NEXT_STEP.validate_json(chosen[-1]) if chosen else None
