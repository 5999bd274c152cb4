"""A started reading: what it says in trouble is told once and not kept."""

from __future__ import annotations

import time
from pathlib import Path

from pipeline.store.home import Home
from pipeline.views.launch import Launch, launch_add

END_LIMIT_S = 60.0


def _wait(launch: Launch) -> None:
    end = time.monotonic() + END_LIMIT_S
    while launch.process.poll() is None and time.monotonic() < end:
        time.sleep(0.1)


def test_a_reading_that_fails_says_why_once(empty_home: Home, tmp_path: Path) -> None:
    """The command line's message and hint reach the screen, and the log is removed when they have."""
    launch = launch_add(empty_home, tmp_path / "nowhere", "4b", one_file_one_piece=False)
    assert launch.is_starting(job_started=0.0)
    assert not launch.is_starting(job_started=launch.started + 1)
    _wait(launch)
    assert launch.has_failed
    assert not launch.is_starting(job_started=0.0)
    words = launch.take_last_words()
    assert words
    assert "Traceback" not in words
    assert launch.take_last_words() == ""
    assert not list((empty_home.path / "logs").iterdir())


def test_a_reading_that_ends_well_leaves_no_log(empty_home: Home, tmp_path: Path) -> None:
    """Each word corrected is a run of its own: a log each would be thousands in a year."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "otter.txt").write_text("The mirror bounces the light.")
    launch = launch_add(empty_home, tmp_path / "work", "4b", one_file_one_piece=False)
    _wait(launch)
    assert launch.process.poll() == 0
    assert not list((empty_home.path / "logs").iterdir())
