"""Collections: made, found, listed, given a task, and really deleted."""

from __future__ import annotations

import secrets
import shutil
from datetime import UTC, datetime

from sqlalchemy import Row, delete, insert, or_, select, update

from pipeline.errors import InputError, UnknownCollection
from pipeline.records.work import Collection
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.tables import COLLECTIONS, DELETING


def create_collection(home: Home, name: str, task: str) -> Collection:
    """Make a collection and return it; raises InputError where one of that name is there, or the name is empty."""
    if not name.strip():
        raise InputError("The class set has no name.", "Give it one, such as the task and the date.")
    collection = Collection(secrets.token_hex(4), name.strip(), task, datetime.now(UTC).isoformat(timespec="seconds"))
    with writing(home.engine) as connection:
        if connection.execute(select(COLLECTIONS.c.id).where(COLLECTIONS.c.name == collection.name)).first():
            raise InputError("There is a class set of that name already.", "Choose another name.")
        connection.execute(
            insert(COLLECTIONS).values(
                id=collection.id, name=collection.name, task=collection.task, created=collection.created
            )
        )
    return collection


def find_collection(home: Home, name_or_id: str) -> Collection:
    """Return the collection of that id or name; raises UnknownCollection."""
    query = select(COLLECTIONS).where(or_(COLLECTIONS.c.id == name_or_id, COLLECTIONS.c.name == name_or_id.strip()))
    with reading(home.engine) as connection:
        rows = connection.execute(query.order_by(COLLECTIONS.c.id != name_or_id)).all()
    if not rows:
        raise UnknownCollection(f"There is no class set called {name_or_id}.")
    return _to_record(rows[0])


def list_collections(home: Home) -> tuple[Collection, ...]:
    """Return all collections, the oldest first."""
    with reading(home.engine) as connection:
        rows = connection.execute(select(COLLECTIONS).order_by(COLLECTIONS.c.created, COLLECTIONS.c.id)).all()
    return tuple(map(_to_record, rows))


def set_task(home: Home, collection_id: str, task: str) -> None:
    """Replace a collection's task text."""
    with writing(home.engine) as connection:
        connection.execute(update(COLLECTIONS).where(COLLECTIONS.c.id == collection_id).values(task=task))


def delete_collection(home: Home, collection_id: str) -> None:
    """Delete a collection so that no byte of it is left in the home; raises UnknownCollection.

    Rows are overwritten (secure_delete), the write-ahead log is emptied, the file rewritten (VACUUM), files removed.
    """
    collection = find_collection(home, collection_id)
    with writing(home.engine) as connection:
        connection.execute(insert(DELETING).values(collection=collection.id))
        connection.execute(delete(COLLECTIONS).where(COLLECTIONS.c.id == collection.id))
        connection.execute(delete(DELETING))
    shutil.rmtree(home.path / "collections" / collection.id, ignore_errors=True)
    _squeeze(home)


def _squeeze(home: Home) -> None:
    """Outside a transaction, as VACUUM asks for."""
    with reading(home.engine) as connection:
        connection.rollback()
        driver = connection.connection.driver_connection
        for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            driver.execute(statement).fetchall()  # type: ignore[union-attr]


def _to_record(row: Row[tuple[str, str, str, str]]) -> Collection:
    return Collection(row.id, row.name, row.task, row.created)
