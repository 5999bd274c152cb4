"""What couldn't be opened comes in and is kept as long as that is so; it goes out in the order in which it was met."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from sqlalchemy import Connection, Row, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_pass

from pipeline.records.work import Refusal
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.names import read_path, write_name, write_path
from pipeline.store.tables import PAGES, REFUSALS


def add_refusals(home: Home, collection_id: str, refusals: Iterable[Refusal]) -> None:
    """Keep what couldn't be opened; the same file with the same reason is kept once."""
    with writing(home.engine) as connection:
        insert_refusals(connection, collection_id, refusals)


def insert_refusals(connection: Connection, collection_id: str, refusals: Iterable[Refusal]) -> None:
    """Keep what couldn't be opened, in a transaction of the caller's."""
    for one in refusals:
        source = write_path(one.source) if one.source else ""
        row = {"source_name": write_name(one.source_name), "source": source, "reason": one.reason, "hint": one.hint}
        connection.execute(insert_or_pass(REFUSALS).values(collection=collection_id, **row).on_conflict_do_nothing())


def list_refusals(home: Home, collection_id: str) -> tuple[Refusal, ...]:
    """Return what couldn't be opened, in the order in which it was met."""
    query = select(REFUSALS).where(REFUSALS.c.collection == collection_id).order_by(REFUSALS.c.id)
    with reading(home.engine) as connection:
        return tuple(_to_record(row) for row in connection.execute(query))


def forget_opened(connection: Connection, collection_id: str, source: Path) -> None:
    """Forget what was said of a file, unless a page of it still can't be read; in a transaction of the caller's."""
    written = write_path(source)
    mine = (REFUSALS.c.collection == collection_id) & (REFUSALS.c.source == written)
    pages = (PAGES.c.collection == collection_id) & (PAGES.c.source == written)
    is_refused = exists().where(pages & PAGES.c.reading.is_(None) & (PAGES.c.fingerprint != ""))
    connection.execute(delete(REFUSALS).where(mine & ~is_refused))


def forget_removed(connection: Connection, collection_id: str, folders: Collection[Path]) -> None:
    """Forget what was said of files that were in these folders and are there no more; a page's file stays said."""
    rows = connection.execute(select(REFUSALS).where(REFUSALS.c.collection == collection_id, REFUSALS.c.source != ""))
    for source in {read_path(row.source) for row in rows}:
        if source.parent in folders and not os.path.lexists(source):
            forget_opened(connection, collection_id, source)


def move_refusals(connection: Connection, collection_id: str, old: str, new: str) -> None:
    """Let what was said of a file (its place, as written) follow it to where it is now."""
    mine = (REFUSALS.c.collection == collection_id) & (REFUSALS.c.source == old)
    connection.execute(update(REFUSALS).prefix_with("OR REPLACE").where(mine).values(source=new))


def _to_record(row: Row[tuple[object, ...]]) -> Refusal:
    return Refusal(row.source_name, row.reason, row.hint, read_path(row.source) if row.source else None)
