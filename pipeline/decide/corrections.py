"""Decisions come in; what teachers said about lines and words of the scans goes out, piece by piece."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.reading import Box, Correction, WordRole


def collect_corrections(decisions: Sequence[Decision]) -> dict[str, tuple[Correction, ...]]:
    """Return the corrections in force by piece code, in the order in which they were made."""
    by_piece: dict[str, list[Correction]] = defaultdict(list)
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.CORRECT:
            told = json.loads(decision.value)
            by_piece[str(told["piece"])].append(_read_correction(told))
    return {piece: tuple(corrections) for piece, corrections in sorted(by_piece.items())}


def write_correction(piece: str, correction: Correction) -> str:
    """Return the value of the decision that keeps a correction."""
    return json.dumps({"piece": piece, **asdict(correction)}, ensure_ascii=False)


def _read_correction(told: dict[str, Any]) -> Correction:
    box = told.get("box")
    slot = told.get("slot")
    return Correction(
        page=int(told["page"]),
        line=int(told["line"]),
        text=None if told["text"] is None else str(told["text"]),
        slot=None if slot is None else int(slot),
        box=None if box is None else Box(**box),
        role=WordRole(told.get("role", WordRole.STUDENT)),
    )
