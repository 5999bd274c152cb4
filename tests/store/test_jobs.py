"""One reader a collection: a lease, a heartbeat, and a take-over when its owner is gone."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil
import pytest

from pipeline.errors import AlreadyReading
from pipeline.store import jobs
from pipeline.store.jobs import acquire_lease, beat, is_stop_requested, load_job, release_lease, request_stop
from tests.store.conftest import Kept

TAKE = """
import sys
from pathlib import Path
from pipeline.errors import AlreadyReading
from pipeline.store.home import open_home
from pipeline.store.jobs import acquire_lease
home = open_home(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
try:
    acquire_lease(home, sys.argv[2], 1)
    print("taken", flush=True)
    sys.stdin.readline()
except AlreadyReading:
    print("refused", flush=True)
"""


def start_taker(kept: Kept) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", TAKE, str(kept.home.path), kept.collection.id]
    pipe = subprocess.PIPE
    taker = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
    assert read_line(taker) == "ready"
    return taker


def read_line(taker: subprocess.Popen[str]) -> str:
    assert taker.stdout is not None
    return taker.stdout.readline().strip()


def tell(taker: subprocess.Popen[str]) -> None:
    assert taker.stdin is not None
    taker.stdin.write("go\n")
    taker.stdin.flush()


def test_of_two_racing_processes_one_reads(kept: Kept) -> None:
    """Started together, one takes the lease and the other is refused."""
    takers = [start_taker(kept), start_taker(kept)]
    for taker in takers:
        tell(taker)
    assert sorted(read_line(taker) for taker in takers) == ["refused", "taken"]
    for taker in takers:
        taker.communicate(timeout=10)


def test_a_dead_reader_loses_its_lease_at_once(kept: Kept) -> None:
    """Killed, its process is gone: nobody has to wait for a heartbeat to run out."""
    taker = start_taker(kept)
    tell(taker)
    assert read_line(taker) == "taken"
    with pytest.raises(AlreadyReading):
        acquire_lease(kept.home, kept.collection.id, 1)
    taker.kill()
    taker.communicate()
    acquire_lease(kept.home, kept.collection.id, 1)


def test_a_silent_reader_loses_its_lease(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a heartbeat for long enough another takes over, and the first is told at its next one."""
    lost = acquire_lease(kept.home, kept.collection.id, 1)
    monkeypatch.setattr(jobs, "LEASE_S", 0.01)
    time.sleep(0.05)
    acquire_lease(kept.home, kept.collection.id, 1)
    with pytest.raises(AlreadyReading):
        beat(kept.home, lost, "reading", 1, 1)


def test_counts_and_the_wish_to_stop(kept: Kept) -> None:
    """What the reader tells is what the screen sees; a new lease begins without an old wish to stop."""
    assert load_job(kept.home, kept.collection.id) is None
    lease = acquire_lease(kept.home, kept.collection.id, 30)
    beat(kept.home, lease, "reading", 7, 30)
    request_stop(kept.home, kept.collection.id)
    job = load_job(kept.home, kept.collection.id)
    assert job is not None
    assert (job.state, job.pages_done, job.pages_total, job.is_alive) == ("reading", 7, 30, True)
    assert is_stop_requested(kept.home, kept.collection.id)
    release_lease(kept.home, lease, "stopped", "")
    ended = load_job(kept.home, kept.collection.id)
    assert ended is not None
    assert (ended.state, ended.is_alive) == ("stopped", False)
    acquire_lease(kept.home, kept.collection.id, 23)
    assert not is_stop_requested(kept.home, kept.collection.id)


def test_a_reused_process_number_is_not_the_reader(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of the same number that began at another time is somebody else."""
    acquire_lease(kept.home, kept.collection.id, 1)
    monkeypatch.setattr(psutil.Process, "create_time", lambda _: 1.0)
    job = load_job(kept.home, kept.collection.id)
    assert job is not None
    assert not job.is_alive


def test_a_killed_reader_nobody_waited_for_is_gone(kept: Kept) -> None:
    """The app that started it may not have taken notice yet: a zombie reads nothing."""
    taker = start_taker(kept)
    tell(taker)
    assert read_line(taker) == "taken"
    taker.kill()
    deadline = time.monotonic() + 5
    while psutil.Process(taker.pid).status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
        time.sleep(0.01)
    job = load_job(kept.home, kept.collection.id)
    taker.communicate()
    assert job is not None
    assert not job.is_alive
