"""A kill -9 at any moment loses at most the page being read."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.records.patterns import Findings
from pipeline.records.reading import Transcript
from pipeline.store.collections import list_collections
from pipeline.store.home import open_home
from pipeline.store.pages import load_readings
from pipeline.walk.desk import load_desk
from tests.conftest import make_quick_home

MOMENTS = 10
PAGES = 3
TRACING = "COVERAGE_PROCESS_CONFIG"
"""Stands in the environment where lines that run are counted. A killed process leaves half a count, so none begins."""


def start(folder: Path, home: Path, workers: int = 1) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pipeline.cli", "add", str(folder), "--class-set", "Mirrors", "--home", str(home)]
    environment = {name: value for name, value in os.environ.items() if name != TRACING}
    environment["PATTERNWORK_READING__WORKERS"] = str(workers)
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)


def finish(folder: Path, home: Path, workers: int = 1) -> tuple[dict[str, Transcript], Findings | None]:
    """Run to the end and return what is then on the desk."""
    assert start(folder, home, workers).wait(timeout=120) == 0
    opened = open_home(home)
    desk = load_desk(opened, list_collections(opened)[0].id)
    assert not desk.is_stale
    return desk.transcripts, desk.findings


def count_read(home: Path) -> int:
    opened = open_home(home)
    return sum(len(load_readings(opened, collection.id)) for collection in list_collections(opened))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, answer_files: list[Path]) -> Path:
    """Three scanned answers."""
    folder = tmp_path_factory.mktemp("answers")
    for path in [p for p in answer_files if p.suffix == ".jpg"][:PAGES]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_ten_random_moments(folder: Path, tmp_path: Path) -> None:
    """Killed at ten moments spread over a whole run, every run is finished later with the same result.

    Every other run reads in two processes, the others in one.
    """
    began = time.monotonic()
    whole = finish(folder, make_quick_home(tmp_path / "whole"))
    whole_s = time.monotonic() - began
    assert count_read(tmp_path / "whole") == PAGES
    chance = random.Random(20261123)  # noqa: S311 moments, not secrets
    for moment in range(MOMENTS):
        home = make_quick_home(tmp_path / f"killed-{moment}")
        running = start(folder, home, workers=1 + moment % 2)
        time.sleep(whole_s * (moment + chance.random()) / MOMENTS)
        running.kill()
        running.wait()
        read_before = count_read(home)
        assert finish(folder, home) == whole
        assert read_before <= count_read(home) == PAGES
