"""A database file in; a SQLAlchemy engine with every connection set up alike out, and its errors as ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from pipeline.errors import DiskFull, HomeError, HomeLocked

BUSY_TIMEOUT_MS = 10_000
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "foreign_keys = ON",
    "secure_delete = ON",
)


def make_engine(database: Path) -> Engine:
    """Return an engine on the SQLite file; each use opens a connection of its own, so none crosses a thread or fork."""
    engine = create_engine(f"sqlite:///{database}", poolclass=NullPool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection for reading; database errors become HomeError and its kinds."""
    with _mapped_errors(), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection inside one transaction that holds the writer's lock from its start (BEGIN IMMEDIATE)."""
    with _mapped_errors(), engine.connect().execution_options(is_writer=True) as connection, connection.begin():
        yield connection


def _set_up(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    is_writer = connection.get_execution_options().get("is_writer")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


@contextmanager
def _mapped_errors() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise name_error(error) from error


def name_error(error: DatabaseError) -> HomeError:
    """Return our error for one of the database's; its text quotes no student."""
    said = str(error.orig).lower()
    if "locked" in said or "busy" in said:
        return HomeLocked("The home's database is in use.")
    if "full" in said:
        return DiskFull("There is no room left on the disk of the home.")
    if "readonly" in said or "unable to open" in said:
        return HomeError("The home's database can't be written.")
    return HomeError(f"The home's database can't be used ({type(error.orig).__name__}).")
