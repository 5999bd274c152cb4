"""Collections and classes marked for deletion come in; no byte of them is left in the home afterwards.

A mark is set first and taken off last, so that a deletion cut short is finished when the home is opened again.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select

from pipeline.errors import HomeLocked
from pipeline.store.engine import reading, writing
from pipeline.store.tables import CLASS_SETS, CLASSES, COLLECTIONS, DELETING, DELETING_CLASSES

COPY_FOLDER = ".backup-"
"""How a folder of the home begins that holds the database's copy while a backup is made."""


def finish_deletions(engine: Engine, home: Path) -> bool:
    """Remove the rows, files and traces of every marked collection and class; raises HomeLocked, DiskFull, HomeError.

    Return whether all is gone: files that another program has open are tried again at the next opening. Rows go first,
    so that whoever is still writing a page finds none. They are overwritten (secure_delete), the file is rewritten
    (VACUUM), the write-ahead log and our logs are emptied.
    """
    with reading(engine) as connection:
        marked = connection.execute(select(DELETING.c.collection)).scalars().all()
        classes = connection.execute(select(DELETING_CLASSES.c["class"])).scalars().all()
    if not marked and not classes:
        return True
    with writing(engine) as connection:
        connection.execute(delete(COLLECTIONS).where(COLLECTIONS.c.id.in_(marked)))
        connection.execute(delete(CLASSES).where(CLASSES.c.id.in_(classes)))
    gone = [collection_id for collection_id in marked if _remove_files(home / "collections" / collection_id)]
    empty_logs(home)
    for copy in home.glob(f"{COPY_FOLDER}*"):  # of a backup that was cut short
        shutil.rmtree(copy, ignore_errors=True)
    squeeze(engine)
    with writing(engine) as connection:
        connection.execute(delete(DELETING).where(DELETING.c.collection.in_(gone)))
        connection.execute(delete(DELETING_CLASSES).where(DELETING_CLASSES.c["class"].in_(classes)))
    return len(gone) == len(marked)


def mark_class(engine: Engine, class_id: str) -> None:
    """Mark a class and all its collections for deletion, all at once."""
    sets = select(CLASS_SETS.c.collection).where(CLASS_SETS.c["class"] == class_id)
    with writing(engine) as connection:
        for collection_id in connection.execute(sets).scalars().all():
            connection.execute(insert(DELETING).prefix_with("OR IGNORE").values(collection=collection_id))
        connection.execute(insert(DELETING_CLASSES).prefix_with("OR IGNORE").values({"class": class_id}))


def _remove_files(folder: Path) -> bool:
    """Remove a folder with all that is in it; return whether it is gone."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def empty_logs(home: Path) -> None:
    """Empty a home's logs rather than remove them: the server may be writing there."""
    for log in (home / "logs").glob("*.log"):
        log.write_bytes(b"")


def squeeze(engine: Engine) -> None:
    """Overwrite what rows left behind in the database and its log.

    Outside a transaction, as VACUUM asks for; raises HomeLocked while a reader keeps the log from being emptied.
    """
    with reading(engine) as connection:
        connection.rollback()
        driver = connection.connection.driver_connection
        for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            rows = driver.execute(statement).fetchall()  # type: ignore[union-attr]  # a pool's connection always has one
            if rows and rows[0][0]:
                raise HomeLocked(
                    "It is deleted, but traces of it are still in use elsewhere.",
                    "Close other windows of Patternwork: the traces go with the last one.",
                )
