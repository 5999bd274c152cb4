"""A home is made once, opened again, and says what is unwise about its place."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from pipeline.errors import HomeError, HomeLocked, HomeTooNew
from pipeline.store import engine
from pipeline.store.collections import create_collection, list_collections
from pipeline.store.home import DATABASE, find_home_warnings, open_home


@pytest.mark.parametrize("name", ["home", "100% mine", "späte Arbeiten", "a'b\"c"])
def test_any_folder_name_works(tmp_path: Path, name: str) -> None:
    """Percent signs, quotes, umlauts and spaces are only a name; a second opening finds what was kept."""
    create_collection(open_home(tmp_path / name), "Period 2", "")
    assert [collection.name for collection in list_collections(open_home(tmp_path / name))] == ["Period 2"]


def test_every_connection_is_safe(tmp_path: Path) -> None:
    """Written through to the disk, with a write-ahead log, foreign keys, and deletes that overwrite."""
    with open_home(tmp_path).engine.connect() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        found = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for pragma in asked]
    assert found == ["wal", 2, 1, 1, engine.BUSY_TIMEOUT_MS]


def test_a_newer_home_is_left_alone(tmp_path: Path) -> None:
    """A version we don't know is an error that says to update, and nothing is changed."""
    open_home(tmp_path)
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(HomeTooNew):
        open_home(tmp_path)


def test_a_locked_home_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another program holds the database, writing fails with a hint to wait."""
    monkeypatch.setattr(engine, "_PRAGMAS", ("busy_timeout = 50",))
    home = open_home(tmp_path)
    holder = sqlite3.connect(tmp_path / DATABASE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(HomeLocked):
        create_collection(home, "Period 2", "")
    holder.close()


def test_a_home_that_is_a_file_says_so(tmp_path: Path) -> None:
    """Where a file stands, no home can be."""
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(HomeError):
        open_home(tmp_path / "home")


def test_a_broken_database_says_so(tmp_path: Path) -> None:
    """A file that is no database is an error of ours, not a traceback."""
    (tmp_path / DATABASE).write_bytes(b"this is not a database, however long one looks at it" * 40)
    with pytest.raises(HomeError):
        open_home(tmp_path)


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("/home/ann/OneDrive - Lincoln School/pw", "OneDrive"),
        ("/Users/ann/Library/Mobile Documents/pw", "iCloud"),
        ("/home/ann/Dropbox/pw", "Dropbox"),
        ("/Users/ann/Google Drive/My Drive/pw", "Google Drive"),
    ],
)
def test_synced_places_are_named(place: str, service: str) -> None:
    """Student work in a synced folder leaves the computer: that is said."""
    assert any(service in warning for warning in find_home_warnings(Path(place)))


def test_a_plain_place_has_no_warning() -> None:
    """A folder that only sounds alike is none."""
    assert find_home_warnings(Path("/home/ann/onedriver/pw")) == ()
