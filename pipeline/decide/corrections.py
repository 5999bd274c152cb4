"""Decisions come in; what teachers said about lines and words of the scans goes out, piece by piece."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict

from pydantic import TypeAdapter

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.reading import Correction

_CORRECTION = TypeAdapter(Correction)


def collect_corrections(decisions: Sequence[Decision]) -> dict[str, tuple[Correction, ...]]:
    """Return the corrections in force by piece code, in the order in which they were made."""
    by_piece: dict[str, list[Correction]] = defaultdict(list)
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.CORRECT:
            told = json.loads(decision.value)
            by_piece[str(told.pop("piece"))].append(_CORRECTION.validate_python(told))
    return {piece: tuple(corrections) for piece, corrections in sorted(by_piece.items())}


def write_correction(piece: str, correction: Correction) -> str:
    """Return the value of the decision that keeps a correction."""
    return json.dumps({"piece": piece, **asdict(correction)}, ensure_ascii=False)
