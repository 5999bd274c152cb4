"""Collections: made, found, listed, given a task and a model answer, and really deleted."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from sqlalchemy import Row, Select, insert, or_, select, update

from pipeline.errors import AlreadyReading, HomeError, InputError, UnknownCollection
from pipeline.records.work import Collection
from pipeline.store.deletion import finish_deletions, mark_class
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.jobs import load_job
from pipeline.store.rosters import list_class_sets
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
    query = _select_kept().where(or_(COLLECTIONS.c.id == name_or_id, COLLECTIONS.c.name == name_or_id.strip()))
    with reading(home.engine) as connection:
        rows = connection.execute(query.order_by(COLLECTIONS.c.id != name_or_id)).all()
    if not rows:
        raise UnknownCollection(f"There is no class set called {name_or_id}.")
    return _to_record(rows[0])


def list_collections(home: Home) -> tuple[Collection, ...]:
    """Return all collections, the oldest first."""
    with reading(home.engine) as connection:
        rows = connection.execute(_select_kept().order_by(COLLECTIONS.c.created, COLLECTIONS.c.id)).all()
    return tuple(map(_to_record, rows))


def set_task(home: Home, collection_id: str, task: str) -> None:
    """Replace a collection's task text."""
    with writing(home.engine) as connection:
        connection.execute(update(COLLECTIONS).where(COLLECTIONS.c.id == collection_id).values(task=task))


def set_engine(home: Home, collection_id: str, engine: str) -> None:
    """Say what a collection's pages are read with from now on; "" for what the settings say."""
    with writing(home.engine) as connection:
        connection.execute(update(COLLECTIONS).where(COLLECTIONS.c.id == collection_id).values(engine=engine))


def set_model_answer(home: Home, collection_id: str, model_answer: str) -> None:
    """Replace a collection's model answer; "" takes it away."""
    with writing(home.engine) as connection:
        statement = update(COLLECTIONS).where(COLLECTIONS.c.id == collection_id)
        connection.execute(statement.values(model_answer=model_answer.strip()))


def delete_collection(home: Home, collection_id: str) -> None:
    """Delete a collection so that no byte of it is left in the home.

    Raises UnknownCollection, AlreadyReading while it is being read, and HomeError where a file of it is in use: all
    else is gone then, and the file goes when the home is opened again.
    """
    collection = find_collection(home, collection_id)
    job = load_job(home, collection.id)
    if job and job.is_alive:
        raise AlreadyReading("This class set is being read.", "Stop the reading first, then delete it.")
    with writing(home.engine) as connection:
        connection.execute(insert(DELETING).prefix_with("OR IGNORE").values(collection=collection.id))
    _finish(home)


def delete_class(home: Home, class_id: str) -> None:
    """Delete a class, its names and every collection of it so that no byte is left; raises as delete_collection."""
    for collection_id in list_class_sets(home, class_id):
        job = load_job(home, collection_id)
        if job and job.is_alive:
            raise AlreadyReading("A class set of this class is being read.", "Stop the reading first, then delete it.")
    mark_class(home.engine, class_id)
    _finish(home)


def _finish(home: Home) -> None:
    if not finish_deletions(home.engine, home.path):
        raise HomeError(
            "Some files of what was deleted can't be removed.",
            "Close what has them open; they are removed when Patternwork is started again.",
        )


def _select_kept() -> Select[tuple[str, str, str, str, str]]:
    return select(COLLECTIONS).where(COLLECTIONS.c.id.not_in(select(DELETING.c.collection)))


def _to_record(row: Row[tuple[str, str, str, str, str]]) -> Collection:
    return Collection(row.id, row.name, row.task, row.created, row.engine, row.model_answer)
