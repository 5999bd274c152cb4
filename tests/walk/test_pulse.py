"""However a run ends, its lease is given back with a state that says how."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import DiskFull
from pipeline.store.collections import create_collection
from pipeline.store.home import Home, open_home
from pipeline.store.jobs import JobStatus, load_job
from pipeline.walk import pulse
from pipeline.walk.pulse import hold_lease


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(tmp_path / "home")


def find_job(home: Home, collection_id: str) -> JobStatus:
    job = load_job(home, collection_id)
    assert job is not None
    return job


@pytest.mark.parametrize("end", ["done", "stopped"])
def test_a_run_that_ends_well_says_how(home: Home, end: str) -> None:
    """Done, or stopped by the teacher, with the pages it got to."""
    collection = create_collection(home, "Period 2", "").id
    with hold_lease(home, collection) as held:
        held.tell("reading", 3, 9)
        assert find_job(home, collection).is_alive
        held.end_state = end
    job = find_job(home, collection)
    assert (job.state, job.pages_done, job.pages_total, job.is_alive) == (end, 3, 9, False)


def test_a_run_that_fails_says_why(home: Home) -> None:
    """The error's message and hint are on the job, and the error goes on."""
    collection = create_collection(home, "Period 2", "").id
    with pytest.raises(DiskFull), hold_lease(home, collection):
        raise DiskFull("There is no room left.")
    job = find_job(home, collection)
    assert job.state == "failed"
    assert job.message.startswith("There is no room left. Free some space")


def test_an_interrupted_run_is_stopped(home: Home) -> None:
    """Ctrl-C is a stop, not a failure."""
    collection = create_collection(home, "Period 2", "").id
    with pytest.raises(KeyboardInterrupt), hold_lease(home, collection):
        raise KeyboardInterrupt
    assert find_job(home, collection).state == "stopped"


def test_it_beats_while_nothing_is_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long step without news keeps its lease: the heartbeat moves on by itself."""
    monkeypatch.setattr(pulse, "BEAT_EVERY_S", 0.02)
    collection = create_collection(home, "Period 2", "").id
    with hold_lease(home, collection) as held:
        held.tell("finding", 9, 9)
        first = find_job(home, collection).heartbeat
        held.ended.wait(0.5)
        assert find_job(home, collection).heartbeat > first
