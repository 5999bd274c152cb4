"""A home is made once, opened again, and says what is unwise about its place."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from pipeline.errors import HomeError, HomeLocked, HomeTooNew
from pipeline.store import engine
from pipeline.store.collections import create_collection, list_collections
from pipeline.store.home import DATABASE, find_home_warnings, open_home
from pipeline.store.tables import METADATA


@pytest.mark.parametrize("name", ["home", "100% mine", "späte Arbeiten", "a'b\"c", "why? #2 & more"])
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
        ("/home/ann/Dropbox (Lincoln)/pw", "Dropbox"),
        ("/Users/ann/Library/CloudStorage/GoogleDrive-ann@lincoln.org/pw", "Google Drive"),
        ("/Users/ann/Google Drive/My Drive/pw", "Google Drive"),
    ],
)
def test_synced_places_are_named(place: str, service: str) -> None:
    """Student work in a synced folder leaves the computer: that is said."""
    assert any(service in warning for warning in find_home_warnings(Path(place)))


def test_a_plain_place_has_no_warning() -> None:
    """A folder that only sounds alike is none."""
    assert find_home_warnings(Path("/home/ann/onedriver/pw")) == ()


def test_a_network_drive_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The innermost mount counts: a school's share inside a local disk."""
    mounts = [SimpleNamespace(mountpoint="/", fstype="ext4", opts="rw")]
    monkeypatch.setattr(psutil, "disk_partitions", lambda **_: mounts)
    assert find_home_warnings(Path("/mnt/share/pw")) == ()
    mounts.append(SimpleNamespace(mountpoint="/mnt/share", fstype="cifs", opts="rw"))
    assert "network drive" in find_home_warnings(Path("/mnt/share/pw"))[0]


def test_two_programs_may_open_a_new_home_at_once(tmp_path: Path) -> None:
    """Both find it made, whichever made it."""
    code = (
        "import sys; from pathlib import Path; from pipeline.store.home import open_home; open_home(Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "home")]
    openers = [subprocess.Popen(command) for _ in range(2)]
    assert [opener.wait(timeout=60) for opener in openers] == [0, 0]


def test_the_tables_are_the_migrated_ones(tmp_path: Path) -> None:
    """What the code believes of the database is what the migrations made of it."""
    with open_home(tmp_path).engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_new_home_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Nobody else on the machine may look into it."""
    assert open_home(tmp_path / "home").path.stat().st_mode & 0o077 == 0
