"""A place circled on a page, as evidence, comes in; it goes out as a decision's value keeps it, and is read again."""

from __future__ import annotations

from pydantic import TypeAdapter

from pipeline.records.decisions import Decision
from pipeline.records.patterns import Evidence

_EVIDENCE = TypeAdapter(Evidence)


def write_ring(evidence: Evidence) -> str:
    """Return the value of the decision that circles a place, or takes the circle off."""
    return _EVIDENCE.dump_json(evidence).decode()


def read_ring(decision: Decision) -> Evidence:
    """Return what was circled; raises ValueError where the value is none."""
    return _EVIDENCE.validate_json(decision.value)
