"""A teacher's cut of a stack comes in and is kept; it goes out again whenever the same stack is added to the set."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as insert_or_change

from pipeline.decide import collect_cuts
from pipeline.errors import InputError
from pipeline.records.decisions import DecisionKind
from pipeline.records.stack import Stack, StackCut
from pipeline.records.work import PlannedPiece
from pipeline.store.away import list_away
from pipeline.store.decisions import list_decisions
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.pieces import hash_content
from pipeline.store.tables import CUTS, PAGES, PIECES

_CUT = TypeAdapter(StackCut)


def keep_cut(home: Home, collection_id: str, stack: Stack, cut: StackCut) -> None:
    """Keep how a stack is cut, in place of what was kept before."""
    kept = {"cut": _CUT.dump_json(cut).decode()}
    statement = insert_or_change(CUTS).values(collection=collection_id, stack_sha256=stack.sha256, **kept)
    with writing(home.engine) as connection:
        connection.execute(statement.on_conflict_do_update(index_elements=["collection", "stack_sha256"], set_=kept))


def load_cuts(home: Home, collection_id: str) -> dict[str, StackCut]:
    """Return how stacks are cut in a class set, by their sha256: as they were read, or as they were cut anew since."""
    with reading(home.engine) as connection:
        rows = connection.execute(select(CUTS).where(CUTS.c.collection == collection_id)).all()
    as_read = {row.stack_sha256: _CUT.validate_json(row.cut) for row in rows}
    return as_read | collect_cuts(list_decisions(home, collection_id, (DecisionKind.CUT_ANEW,)))


def check_uncut(home: Home, collection_id: str, stack: Stack, pieces: Sequence[PlannedPiece]) -> None:
    """Make sure that no page would be in the class set twice.

    Raises InputError where the stack's pages are there already in other pieces than these.
    """
    files = {page.source_sha256 for page in stack.sides}
    query = (
        select(PIECES.c.content_sha256)
        .join(PAGES, (PAGES.c.collection == PIECES.c.collection) & (PAGES.c.piece == PIECES.c.code))
        .where(PIECES.c.collection == collection_id, PAGES.c.source_sha256.in_(files))
        .where(PIECES.c.code.not_in(list_away(home, collection_id)))
    )
    with reading(home.engine) as connection:
        there = {row.content_sha256 for row in connection.execute(query)}
    if there - {hash_content(piece) for piece in pieces}:
        raise InputError(
            "This stack is in the class set already, cut another way.",
            "Cut it anew from the list of class sets, so that no page counts twice.",
        )
