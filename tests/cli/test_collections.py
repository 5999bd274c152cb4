"""Listing, exporting and deleting collections."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import NAMES, Run


def test_an_empty_home_says_what_to_do(run: Run, tmp_path: Path) -> None:
    """No papers yet, and the command that adds some."""
    assert "patternwork add FOLDER" in run("list", "--home", tmp_path / "home").out


def test_each_collection_is_a_line(run: Run, home: Path) -> None:
    """Id, pieces, how far it is, name."""
    (line,) = run("list", "--home", home).out.splitlines()
    assert line.split()[1:] == ["6", "pieces", "done", "Spilled", "water"]


def test_a_reading_that_broke_off_is_not_said_to_run(run: Run, home: Path) -> None:
    """Its process was killed: the list says stopped, as the app does, and not that it is being read."""
    from pipeline.store.collections import find_collection
    from pipeline.store.home import open_home

    place = open_home(home)
    taken = f"acquire_lease(open_home(Path({str(home)!r})), {find_collection(place, 'Spilled water').id!r}, 6)"
    imports = "from pathlib import Path; from pipeline.store.home import open_home; "
    script = f"{imports}from pipeline.store.jobs import acquire_lease; {taken}"
    subprocess.run([sys.executable, "-c", script], check=True)
    assert "stopped" in run("list", "--home", home).out


@pytest.mark.parametrize(("ending", "start"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("pdf", b"%PDF")])
def test_an_export_holds_no_files_name(ending: str, start: bytes, run: Run, home: Path, tmp_path: Path) -> None:
    """Each format is written, and none of the files' names is in it."""
    out = tmp_path / f"review.{ending}"
    assert run("export", "Spilled water", "--format", ending, "--out", out, "--home", home).code == 0
    content = out.read_bytes()
    assert content.startswith(start)
    assert not any(name.encode() in content for name in NAMES)


def test_an_unknown_collection_is_exit_code_4(run: Run, home: Path, tmp_path: Path) -> None:
    """Said with the command that lists those there are."""
    outcome = run("export", "Nobody", "--format", "csv", "--out", tmp_path / "x.csv", "--home", home)
    assert outcome.code == 4
    assert "patternwork list" in outcome.err


def test_delete_asks_first(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer but yes deletes anything."""
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    outcome = run("delete", "Spilled water", "--home", home)
    assert "6 pieces" in outcome.out
    assert "Nothing was deleted." in outcome.out
    assert "Spilled water" in run("list", "--home", home).out


def test_delete_deletes(run: Run, home: Path) -> None:
    """With --yes nothing is asked, and the collection is gone."""
    assert run("delete", "Spilled water", "--yes", "--home", home).out == "Deleted.\n"
    assert "Spilled water" not in run("list", "--home", home).out


def test_a_collection_being_read_is_not_deleted(run: Run, home: Path) -> None:
    """While another process reads it, deleting is exit code 10."""
    from pipeline.store.collections import find_collection
    from pipeline.store.home import open_home
    from pipeline.store.jobs import acquire_lease

    place = open_home(home)
    acquire_lease(place, find_collection(place, "Spilled water").id, 6)
    assert run("delete", "Spilled water", "--yes", "--home", home).code == 10
