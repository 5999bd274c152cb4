"""Whatever SQLite says becomes an error of ours that says what to do now."""

from __future__ import annotations

import sqlite3

import pytest

from pipeline.errors import DiskFull, HomeError, HomeLocked
from pipeline.store.collections import list_collections
from pipeline.store.engine import name_error, writing
from pipeline.store.home import Home
from pipeline.store.tables import COLLECTIONS
from tests.store.conftest import Kept

CODES = {name: getattr(sqlite3, name) for name in dir(sqlite3) if name.startswith("SQLITE_")}
ERROR_NAMES = [
    "ERROR",
    "INTERNAL",
    "PERM",
    "ABORT",
    "BUSY",
    "LOCKED",
    "NOMEM",
    "READONLY",
    "INTERRUPT",
    "IOERR",
    "CORRUPT",
    "FULL",
    "CANTOPEN",
    "PROTOCOL",
    "SCHEMA",
    "TOOBIG",
    "MISMATCH",
    "MISUSE",
    "NOTADB",
    "BUSY_SNAPSHOT",
    "IOERR_WRITE",
    "READONLY_DBMOVED",
    "CANTOPEN_ISDIR",
]


@pytest.mark.parametrize("name", ERROR_NAMES)
def test_every_code_has_an_error_of_ours(name: str) -> None:
    """Also the extended codes; the sentence tells what happened, the hint what to do."""
    error = sqlite3.OperationalError("UPDATE pages SET reading = 'a child wrote this'")
    error.sqlite_errorcode = CODES[f"SQLITE_{name}"]
    ours = name_error(error)
    assert isinstance(ours, HomeError)
    assert ours.hint
    assert "child" not in ours.message


@pytest.mark.parametrize(
    ("name", "kind"), [("BUSY", HomeLocked), ("BUSY_SNAPSHOT", HomeLocked), ("LOCKED", HomeLocked), ("FULL", DiskFull)]
)
def test_waiting_and_freeing_space_are_told_apart(name: str, kind: type[HomeError]) -> None:
    """A locked home and a full disk ask for different things."""
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = CODES[f"SQLITE_{name}"]
    assert type(name_error(error)) is kind


def fill(home: Home) -> None:
    with writing(home.engine) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for number in range(50):
            row = {"id": str(number), "name": f"set {number}", "task": "why? " * 2000, "created": ""}
            connection.execute(COLLECTIONS.insert().values(**row))


def test_a_full_disk_loses_nothing_that_was_kept(kept: Kept) -> None:
    """SQLite's own limit stands for the disk's: the write fails whole, and what was there is there."""
    with pytest.raises(DiskFull):
        fill(kept.home)
    assert list_collections(kept.home) == (kept.collection,)


def test_a_writer_keeps_others_out_from_its_start(kept: Kept) -> None:
    """BEGIN IMMEDIATE: a second writer waits at once, not after it has read what will be old."""
    other = sqlite3.connect(kept.home.path / "patternwork.db", timeout=0.05)
    with writing(kept.home.engine), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.close()


def forget_all_and_fail(home: Home) -> None:
    with writing(home.engine) as connection:
        connection.execute(COLLECTIONS.delete())
        raise ZeroDivisionError


def test_half_a_write_is_none(kept: Kept) -> None:
    """An error on the way leaves nothing of the transaction."""
    with pytest.raises(ZeroDivisionError):
        forget_all_and_fail(kept.home)
    assert list_collections(kept.home) == (kept.collection,)
