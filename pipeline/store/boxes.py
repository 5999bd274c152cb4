"""A collection comes in; the boxes drawn on its pages go out, and a word for how its pictures are masked."""

from __future__ import annotations

import hashlib

from pipeline.decide import BOX_KINDS, collect_boxes
from pipeline.records.boxes import BoxKind, PageBox, SetBoxes
from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import list_decisions
from pipeline.store.home import Home
from pipeline.store.pictures import load_changed


def load_boxes(home: Home, collection_id: str) -> SetBoxes:
    """Return the boxes of a collection as its decisions say."""
    return collect_boxes(
        list_decisions(home, collection_id, (*BOX_KINDS, DecisionKind.CHANGE_PAGE, DecisionKind.CUT_ANEW))
    )


def list_masks(home: Home, collection_id: str, piece: str, page: int) -> tuple[PageBox, ...]:
    """Return the name boxes on a piece's page (from 0): what must not be seen of it."""
    here = load_boxes(home, collection_id).find_on(piece, page)
    return tuple(box for box in here if box.kind is BoxKind.NAME)


def hash_pictures(home: Home, collection_id: str) -> str:
    """Return a word that changes whenever a box or a page's picture does: what keeps pictures keeps them under it."""
    told = repr((load_boxes(home, collection_id), sorted(load_changed(home, collection_id).items())))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
