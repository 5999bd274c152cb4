"""Collections marked for deletion come in; no byte of them is left in the home afterwards.

A mark is set first and taken off last, so that a deletion cut short is finished when the home is opened again.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Engine, delete, select

from pipeline.errors import HomeError, HomeLocked
from pipeline.store.engine import reading, writing
from pipeline.store.tables import COLLECTIONS, DELETING


def finish_deletions(engine: Engine, home: Path) -> None:
    """Remove the files, rows and traces of every marked collection; raises HomeLocked, DiskFull, HomeError.

    Rows are overwritten (secure_delete), the file is rewritten (VACUUM), the write-ahead log and our logs are emptied.
    """
    with reading(engine) as connection:
        marked = connection.execute(select(DELETING.c.collection)).scalars().all()
    if not marked:
        return
    for collection_id in marked:
        _remove_files(home / "collections" / collection_id)
    _empty_logs(home / "logs")
    with writing(engine) as connection:
        connection.execute(delete(COLLECTIONS).where(COLLECTIONS.c.id.in_(marked)))
    _squeeze(engine)
    with writing(engine) as connection:
        connection.execute(delete(DELETING).where(DELETING.c.collection.in_(marked)))


def _remove_files(folder: Path) -> None:
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise HomeError(
            "Some of its files can't be removed.", "Close what has them open, then delete the class set again."
        ) from error


def _empty_logs(folder: Path) -> None:
    """Empty them rather than remove them: the server may be writing there."""
    for log in folder.glob("*.log"):
        log.write_bytes(b"")


def _squeeze(engine: Engine) -> None:
    """Outside a transaction, as VACUUM asks for; raises HomeLocked while a reader keeps the log from being emptied."""
    with reading(engine) as connection:
        connection.rollback()
        driver = connection.connection.driver_connection
        for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            rows = driver.execute(statement).fetchall()  # type: ignore[union-attr]  # a pool's connection always has one
            if rows and rows[0][0]:
                raise HomeLocked("The class set is deleted, but traces of it are still in use elsewhere.")
