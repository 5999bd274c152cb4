"""Who reads a collection: a lease with a heartbeat, counts and a wish to stop come in; the job's state goes out."""

from __future__ import annotations

import os
import secrets
import time
from dataclasses import dataclass
from typing import Any

import psutil
from sqlalchemy import Row, select, update
from sqlalchemy.dialects.sqlite import insert

from pipeline.errors import AlreadyReading
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.tables import JOBS

LEASE_S = 15.0
"""A reader that hasn't been heard of for this long has lost its lease."""

_ACTIVE = ("reading", "finding")


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to read a collection, known by its token."""

    collection: str
    token: str


@dataclass(frozen=True, slots=True)
class JobStatus:
    """The latest job on a collection. `state`: reading, finding, done, stopped or failed; times are Unix seconds.

    `is_alive`: its reader runs, as far as can be told.
    """

    state: str
    pages_done: int
    pages_total: int
    started: float
    heartbeat: float
    message: str
    is_alive: bool

    @property
    def told(self) -> str:
        """The state in a word, "stopped" where its reader went away in the middle."""
        return "stopped" if self.state in _ACTIVE and not self.is_alive else self.state


def acquire_lease(home: Home, collection_id: str, pages_total: int) -> Lease:
    """Take the lease on a collection; raises AlreadyReading while another reader lives."""
    lease, now = Lease(collection_id, secrets.token_hex(8)), time.time()
    values = {
        "token": lease.token,
        "pid": os.getpid(),
        "pid_started": psutil.Process().create_time(),
        "state": "reading",
        "pages_done": 0,
        "pages_total": pages_total,
        "started": now,
        "heartbeat": now,
        "stop_requested": 0,
        "message": "",
    }
    statement = insert(JOBS).values(collection=collection_id, **values)
    with writing(home.engine) as connection:
        row = connection.execute(select(JOBS).where(JOBS.c.collection == collection_id)).first()
        if row and _is_alive(row):
            raise AlreadyReading("This class set is being read by another Patternwork.")
        connection.execute(statement.on_conflict_do_update(index_elements=["collection"], set_=values))
    return lease


def beat(home: Home, lease: Lease, state: str, pages_done: int, pages_total: int) -> None:
    """Say that the reader lives and where it is; raises AlreadyReading where the lease was lost to another."""
    values = {"state": state, "pages_done": pages_done, "pages_total": pages_total, "heartbeat": time.time()}
    with writing(home.engine) as connection:
        done = connection.execute(update(JOBS).where(JOBS.c.token == lease.token).values(**values))
    if not done.rowcount:
        raise AlreadyReading("Another Patternwork has taken over this class set.")


def release_lease(home: Home, lease: Lease, state: str, message: str) -> None:
    """Give the lease back, leaving the job "done", "stopped" or "failed"; nothing where it was lost."""
    with writing(home.engine) as connection:
        values = {"state": state, "message": message, "heartbeat": time.time()}
        connection.execute(update(JOBS).where(JOBS.c.token == lease.token).values(**values))


def request_stop(home: Home, collection_id: str) -> None:
    """Ask the reader of a collection to stop after the page it is at."""
    with writing(home.engine) as connection:
        connection.execute(update(JOBS).where(JOBS.c.collection == collection_id).values(stop_requested=1))


def is_stop_requested(home: Home, collection_id: str) -> bool:
    """Whether the reader was asked to stop."""
    with reading(home.engine) as connection:
        return bool(
            connection.execute(select(JOBS.c.stop_requested).where(JOBS.c.collection == collection_id)).scalar()
        )


def load_job(home: Home, collection_id: str) -> JobStatus | None:
    """Return the latest job on a collection, or None where it was never read."""
    with reading(home.engine) as connection:
        row = connection.execute(select(JOBS).where(JOBS.c.collection == collection_id)).first()
    if row is None:
        return None
    counts = (row.pages_done, row.pages_total, row.started, row.heartbeat)
    return JobStatus(row.state, *counts, row.message, _is_alive(row))


def _is_alive(row: Row[Any]) -> bool:
    """Whether a job is active, was heard of, and its process is there (the same: process numbers are used again)."""
    if row.state not in _ACTIVE or time.time() - row.heartbeat > LEASE_S:
        return False
    try:
        process = psutil.Process(row.pid)
        # A killed reader stays a zombie until the app that started it takes notice.
        return process.status() != psutil.STATUS_ZOMBIE and abs(process.create_time() - row.pid_started) < 1.0
    except psutil.NoSuchProcess:
        return False
    except psutil.AccessDenied:
        return True  # it is there, and it beats
