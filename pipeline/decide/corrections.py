"""Decisions come in; what teachers said about lines and words of the scans goes out, piece by piece."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, replace

from pydantic import TypeAdapter

from pipeline.decide.force import keep_in_force
from pipeline.decide.pages import read_page_change
from pipeline.decide.recuts import read_recut
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.reading import Correction
from pipeline.records.stack import Recut

_CORRECTION = TypeAdapter(Correction)


def collect_corrections(decisions: Sequence[Decision]) -> dict[str, tuple[Correction, ...]]:
    """Return the corrections in force by piece code, in the order in which they were made.

    What was said of a page before it got another picture speaks of places that are no longer there, and rests.
    It goes with its page when a stack is cut anew.
    """
    by_piece: dict[str, list[Correction]] = defaultdict(list)
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.CORRECT:
            told = json.loads(decision.value)
            by_piece[str(told.pop("piece"))].append(_CORRECTION.validate_python(told))
        elif decision.kind is DecisionKind.CHANGE_PAGE:
            change = read_page_change(decision.value)
            by_piece[change.piece] = [one for one in by_piece[change.piece] if one.page != change.page]
        elif decision.kind is DecisionKind.CUT_ANEW:
            _move_corrections(by_piece, read_recut(decision.value))
    return {piece: tuple(corrections) for piece, corrections in sorted(by_piece.items()) if corrections}


def _move_corrections(by_piece: dict[str, list[Correction]], recut: Recut) -> None:
    for at in recut.moved:
        others = [one for one in by_piece[at.piece] if one.page != at.page]
        mine = [replace(one, page=at.page) for one in by_piece[at.old_piece] if one.page == at.old_page]
        by_piece[at.piece] = [*others, *mine]


def write_correction(piece: str, correction: Correction) -> str:
    """Return the value of the decision that keeps a correction."""
    return json.dumps({"piece": piece, **asdict(correction)}, ensure_ascii=False)
