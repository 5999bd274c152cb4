"""A collection comes in; the pieces in its tables that don't count go out: left out, or cut away with their stack."""

from __future__ import annotations

from pipeline.decide import collect_left_out, list_cut_away
from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import list_decisions
from pipeline.store.home import Home


def list_away(home: Home, collection_id: str) -> frozenset[str]:
    """Return the codes of pieces that are kept for an undo and that no list of the collection shows."""
    return list_cut_away(list_decisions(home, collection_id, (DecisionKind.CUT_ANEW,)))


def list_left_out(home: Home, collection_id: str) -> frozenset[str]:
    """Return the codes of the pieces that were taken out of the set with a reason."""
    decisions = list_decisions(home, collection_id, (DecisionKind.LEAVE_OUT, DecisionKind.BRING_BACK))
    return frozenset(left.piece for left in collect_left_out(decisions))
