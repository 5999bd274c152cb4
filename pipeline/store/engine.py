"""A database file in; a SQLAlchemy engine with every connection set up alike out, and its errors as ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool

from pipeline.errors import DiskFull, HomeError, HomeLocked, UnknownCollection

BUSY_TIMEOUT_MS = 10_000
_PRAGMAS = (
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # else INSERT OR REPLACE would slip past the guard of the decisions
    "secure_delete = ON",
    "temp_store = MEMORY",  # nothing of a child's is written outside the home
)
_IN_USE = (HomeLocked, "The home's database is in use.")
_NOT_WRITABLE = (HomeError, "The home's database can't be written.")
_BROKEN = (HomeError, "The home's database is damaged, or is no database.")
_ERRORS: dict[int, tuple[type[HomeError], str]] = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_PROTOCOL: _IN_USE,
    sqlite3.SQLITE_FULL: (DiskFull, "There is no room left on the disk of the home."),
    sqlite3.SQLITE_READONLY: _NOT_WRITABLE,
    sqlite3.SQLITE_CANTOPEN: _NOT_WRITABLE,
    sqlite3.SQLITE_PERM: _NOT_WRITABLE,
    sqlite3.SQLITE_IOERR: (HomeError, "The disk of the home reports an error."),
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_NOTADB: _BROKEN,
}
_SHARED: ContextVar[tuple[Engine, Connection] | None] = ContextVar("shared", default=None)
"""The connection that `reading_together` holds, in this thread alone."""


def make_engine(database: Path) -> Engine:
    """Return an engine on the SQLite file; each use opens a connection of its own, so none crosses a thread or fork."""
    engine = create_engine(URL.create("sqlite", database=str(database)), poolclass=NullPool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection for reading; database errors become HomeError and its kinds."""
    shared = _SHARED.get()
    if shared and shared[0] is engine:
        with _mapped_errors():
            yield shared[1]
        return
    with _mapped_errors(), engine.connect() as connection:
        yield connection


@contextmanager
def reading_together(engine: Engine) -> Iterator[None]:
    """Let all reading of this thread inside the block go through one connection, and see the home at one moment.

    To open a connection takes longer than most questions. What is written inside the block is not seen in it.
    """
    with reading(engine) as connection:
        token = _SHARED.set((engine, connection))
        try:
            yield
        finally:
            _SHARED.reset(token)


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
    except IntegrityError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
            raise  # a rule of ours was broken, which is a mistake in the code
        raise UnknownCollection(
            "That class set isn't there any more."
        ) from error  # all foreign keys go with collections and classes
    except DBAPIError as error:
        raise name_error(error.orig) from error
    except sqlite3.Error as error:
        raise name_error(error) from error


def name_error(error: BaseException | None) -> HomeError:
    """Return our error for one of SQLite's, by its result code (sqlite.org/rescode.html); it quotes no student."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the primary of an extended code
    kind, sentence = _ERRORS.get(code, (HomeError, f"The home's database can't be used ({type(error).__name__})."))
    return kind(sentence)
