"""Whatever SQLite says becomes an error of ours that says what to do now."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import event

from pipeline.errors import DiskFull, HomeError, HomeLocked, UnknownCollection
from pipeline.store.collections import create_collection, find_collection, list_collections
from pipeline.store.engine import name_error, reading_together, writing
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


def test_what_is_read_together_takes_one_connection(kept: Kept) -> None:
    """A connection for each question before and after, one for all inside, also where blocks lie in one another."""
    opened: list[object] = []
    event.listen(kept.home.engine, "connect", lambda connection, _: opened.append(connection))
    for _ in range(2):
        list_collections(kept.home)
    assert len(opened) == 2
    with reading_together(kept.home.engine):
        list_collections(kept.home)
        with reading_together(kept.home.engine):
            list_collections(kept.home)
        list_collections(kept.home)
    assert len(opened) == 3
    list_collections(kept.home)
    assert len(opened) == 4


def test_what_is_read_together_is_of_one_moment(kept: Kept) -> None:
    """What is written in between is kept, and seen once the block is left."""
    with reading_together(kept.home.engine):
        assert len(list_collections(kept.home)) == 1
        create_collection(kept.home, "Period 3", "")
        assert len(list_collections(kept.home)) == 1
    assert len(list_collections(kept.home)) == 2


def test_an_error_inside_is_ours_and_ends_the_sharing(kept: Kept) -> None:
    """A class set that is gone is said as such, and the next question opens a connection of its own."""
    with pytest.raises(UnknownCollection), reading_together(kept.home.engine):
        find_collection(kept.home, "0000beef")
    create_collection(kept.home, "Period 3", "")
    assert len(list_collections(kept.home)) == 2
