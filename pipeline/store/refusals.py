"""What couldn't be opened comes in and is kept as long as that is so; it goes out in the order in which it was met."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Row, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_pass

from pipeline.intake.files import normalise_name
from pipeline.intake.names import may_be_student
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


def forget_given_again(connection: Connection, collection_id: str, uploads: Path, given: Collection[Path]) -> None:
    """Forget what was said of files given through the browser that are among the `given` now, under the same name.

    Each giving lies in a folder of its own in `uploads`. By a name that tells no student ("IMG_0001", "essay") no file
    is known again: it may be another child's.
    """
    names = {normalise_name(source.stem) for source in given if source.is_relative_to(uploads)}
    rows = connection.execute(select(REFUSALS.c.source).where(_of(collection_id), REFUSALS.c.source != "").distinct())
    for source in {read_path(row.source) for row in rows} - {*given}:
        name = source.stem
        if source.is_relative_to(uploads) and normalise_name(name) in names and may_be_student(name):
            forget_opened(connection, collection_id, source)


def forget_refusal(home: Home, collection_id: str, refusal: Refusal) -> None:
    """Forget what was said of a file, for its teacher says that it no longer matters; added again, it is said again."""
    source = write_path(refusal.source) if refusal.source else ""
    same = (REFUSALS.c.source_name == write_name(refusal.source_name)) & (REFUSALS.c.source == source)
    with writing(home.engine) as connection:
        connection.execute(delete(REFUSALS).where(_of(collection_id) & same & (REFUSALS.c.reason == refusal.reason)))


def move_refusals(connection: Connection, collection_id: str, old: str, new: str) -> None:
    """Let what was said of a file (its place, as written) follow it to where it is now."""
    mine = (REFUSALS.c.collection == collection_id) & (REFUSALS.c.source == old)
    connection.execute(update(REFUSALS).prefix_with("OR REPLACE").where(mine).values(source=new))


def _of(collection_id: str) -> ColumnElement[bool]:
    return REFUSALS.c.collection == collection_id


def _to_record(row: Row[tuple[object, ...]]) -> Refusal:
    return Refusal(row.source_name, row.reason, row.hint, read_path(row.source) if row.source else None)
