"""Transcription alone."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import ANSWERS, Run


def test_every_piece_becomes_text_json_and_a_row(run: Run, answers_folder: Path, tmp_path: Path) -> None:
    """NAME is the source file's stem; no home is made for it."""
    outcome = run("read", answers_folder, "--out", tmp_path / "out", "--home", tmp_path / "home")
    assert outcome.code == 0
    assert (tmp_path / "out" / "otter.txt").read_text().split() == ANSWERS[0].split()
    told = json.loads((tmp_path / "out" / "otter.json").read_text())
    assert told["pages"][0]["lines"][0]["words"][0]["text"] == "The"
    with (tmp_path / "out" / "pieces.csv").open(newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["piece"] for row in rows] == sorted(path.stem for path in answers_folder.iterdir())
    assert not (tmp_path / "home").exists()


def test_what_cannot_be_opened_is_said_and_all_else_goes_on(run: Run, tmp_path: Path) -> None:
    """An empty file beside a good one."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("The water went away.")
    (folder / "bad.png").write_bytes(b"")
    outcome = run("read", folder, "--out", tmp_path / "out")
    assert outcome.code == 0
    assert "bad.png:" in outcome.out
    assert (tmp_path / "out" / "good.txt").exists()


@pytest.mark.parametrize("inside", [".", "inside/deep"])
def test_nothing_is_written_among_the_work(run: Run, tmp_path: Path, inside: str) -> None:
    """There it would take the place of a student's own file, or be read as one the next time."""
    (tmp_path / "good.txt").write_text("The  water\nwent away.")
    outcome = run("read", tmp_path, "--out", tmp_path / inside)
    assert (outcome.code, "--out" in outcome.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["good.txt"]
    assert (tmp_path / "good.txt").read_text() == "The  water\nwent away."
    outcome = run("read", tmp_path / "good.txt", "--out", tmp_path)
    assert outcome.code == 2
