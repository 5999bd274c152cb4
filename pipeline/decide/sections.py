"""Decisions come in; the sections that were said by hand go out, by piece."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind


def collect_sections(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return the section said of each piece; one that was taken back with an empty name is not there."""
    said: dict[str, str] = {}
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.SAY_SECTION:
            said |= read_sections(decision.value)
    return {piece: section for piece, section in said.items() if section}


def find_last_sections(decisions: Sequence[Decision]) -> Decision | None:
    """Return the last decision about sections that was not taken back, or None."""
    mine = [decision for decision in keep_in_force(decisions) if decision.kind is DecisionKind.SAY_SECTION]
    return mine[-1] if mine else None


def read_sections(value: str) -> dict[str, str]:
    """Return the sections by piece that the value of a decision says."""
    return {str(piece): str(section) for piece, section in json.loads(value).items()}


def write_sections(sections: Mapping[str, str]) -> str:
    """Return the value of the decision that says the section of these pieces, "" to take back what was said."""
    return json.dumps({piece: " ".join(section.split()) for piece, section in sections.items()}, ensure_ascii=False)
