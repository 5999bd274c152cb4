"""A collection comes in; the pieces in its tables that another cut of their stack took the place of go out."""

from __future__ import annotations

from pipeline.decide import list_cut_away
from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import list_decisions
from pipeline.store.home import Home


def list_away(home: Home, collection_id: str) -> frozenset[str]:
    """Return the codes of pieces that are kept for an undo and that no list of the collection shows."""
    return list_cut_away(list_decisions(home, collection_id, (DecisionKind.CUT_ANEW,)))
