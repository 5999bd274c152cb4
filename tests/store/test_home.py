"""A home is made once and opened again."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, text

from pipeline.errors import HomeError, HomeLocked, HomeTooNew
from pipeline.records.work import Collection
from pipeline.store import engine, migrations
from pipeline.store.collections import create_collection, list_collections
from pipeline.store.home import DATABASE, open_home
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


def test_a_home_of_the_first_version_keeps_its_class_sets(tmp_path: Path) -> None:
    """It is brought up to date where it stands."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with create_engine(f"sqlite:///{tmp_path / DATABASE}").begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO collections VALUES ('a1', 'Period 2', 'Why?', '2026-11-23T10:00:00')"))
    assert list_collections(open_home(tmp_path)) == (Collection("a1", "Period 2", "Why?", "2026-11-23T10:00:00"),)
