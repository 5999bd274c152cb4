"""What couldn't be opened comes in and is kept; it goes out in the order in which it was met."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as insert_or_pass

from pipeline.records.work import Refusal
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.names import write_name
from pipeline.store.tables import REFUSALS


def add_refusals(home: Home, collection_id: str, refusals: Iterable[Refusal]) -> None:
    """Keep what couldn't be opened; the same file with the same reason is kept once."""
    with writing(home.engine) as connection:
        insert_refusals(connection, collection_id, refusals)


def insert_refusals(connection: Connection, collection_id: str, refusals: Iterable[Refusal]) -> None:
    """Keep what couldn't be opened, in a transaction of the caller's."""
    for refusal in refusals:
        row = {"source_name": write_name(refusal.source_name), "reason": refusal.reason, "hint": refusal.hint}
        connection.execute(insert_or_pass(REFUSALS).values(collection=collection_id, **row).on_conflict_do_nothing())


def list_refusals(home: Home, collection_id: str) -> tuple[Refusal, ...]:
    """Return what couldn't be opened, in the order in which it was met."""
    query = select(REFUSALS).where(REFUSALS.c.collection == collection_id).order_by(REFUSALS.c.id)
    with reading(home.engine) as connection:
        return tuple(Refusal(row.source_name, row.reason, row.hint) for row in connection.execute(query))
