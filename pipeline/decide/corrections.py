"""Decisions come in; what teachers typed for lines of the scans goes out, piece by piece."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.reading import Correction


def collect_corrections(decisions: Sequence[Decision]) -> dict[str, tuple[Correction, ...]]:
    """Return the corrections in force by piece code, the latest for each line, in the order of pages and lines."""
    latest: dict[tuple[str, int, int], Correction] = {}
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.CORRECT:
            told = json.loads(decision.value)
            correction = Correction(int(told["page"]), int(told["line"]), str(told["text"]))
            latest[str(told["piece"]), correction.page, correction.line] = correction
    by_piece: dict[str, tuple[Correction, ...]] = {}
    for (piece, _, _), correction in sorted(latest.items(), key=lambda entry: entry[0]):
        by_piece[piece] = (*by_piece.get(piece, ()), correction)
    return by_piece
