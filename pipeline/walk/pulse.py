"""Holds a collection's lease while its owner works: progress in, heartbeats from a thread to the jobs table out."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.errors import PatternworkError
from pipeline.store.home import Home
from pipeline.store.jobs import Lease, acquire_lease, beat, release_lease

BEAT_EVERY_S = 4.0


class Pulse:
    """The latest state of a run, written to the jobs table at every change and at every beat between.

    `end_state` is what the job is left in when all went well: "done", or "stopped" where the teacher asked for it.
    """

    def __init__(self, home: Home, lease: Lease) -> None:
        self.end_state = "done"
        self.ended = threading.Event()
        self._home, self._lease = home, lease
        self._latest = ("reading", 0, 0)
        self._lock = threading.Lock()

    def tell(self, state: str, pages_done: int, pages_total: int) -> None:
        """Write where the run is now."""
        with self._lock:
            self._latest = (state, pages_done, pages_total)
            beat(self._home, self._lease, state, pages_done, pages_total)

    def keep_beating(self) -> None:
        """Write the latest state every few seconds until ended.

        What goes wrong here goes wrong again at the run's next `tell`, which is where it is said.
        """
        while not self.ended.wait(BEAT_EVERY_S):
            with contextlib.suppress(PatternworkError):
                self.tell(*self._latest)


@contextmanager
def hold_lease(home: Home, collection_id: str) -> Iterator[Pulse]:
    """Give a beating Pulse; raises AlreadyReading while another reader holds the collection.

    However the block is left, the lease is given back with a state that says how it ended.
    """
    lease = acquire_lease(home, collection_id, 0)
    pulse = Pulse(home, lease)
    thread = threading.Thread(target=pulse.keep_beating, daemon=True)
    thread.start()
    state, message = "failed", f"Something unexpected happened. {PatternworkError.default_hint}"
    try:
        yield pulse
        state, message = pulse.end_state, ""
    except PatternworkError as error:
        message = f"{error.message} {error.hint}"
        raise
    except KeyboardInterrupt:
        state, message = "stopped", ""
        raise
    finally:
        pulse.ended.set()
        thread.join()
        release_lease(home, lease, state, message)
