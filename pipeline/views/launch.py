"""What to read comes in; a process of the command line that outlives the browser and the server goes out.

Only what it says in trouble is logged: its report names files and quotes students, and stays unwritten.
"""

from __future__ import annotations

import errno
import secrets
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DiskFull, HomeError
from pipeline.store.home import Home

LOG_FOLDER = "logs"


@dataclass(frozen=True, slots=True)
class Launch:
    """A started process, and when (Unix seconds, as jobs are dated)."""

    process: subprocess.Popen[bytes]
    started: float
    log: Path

    def is_starting(self, job_started: float) -> bool:
        """Tell whether it runs but has not taken its job yet: the last one began before it, at `job_started`."""
        return self.process.poll() is None and job_started < self.started

    @property
    def has_failed(self) -> bool:
        """Whether it ended with an error."""
        return self.process.poll() not in (None, 0)

    def take_last_words(self) -> str:
        """Return what it said when it failed (message and hint), once: the log is removed with it."""
        try:
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
            self.log.unlink()
        except FileNotFoundError:
            return ""
        return " ".join(line.strip() for line in lines[-2:])


def launch_add(home: Home, paths: Path, collection: str, *, one_file_one_piece: bool) -> Launch:
    """Start reading `paths` into the collection (its id, or a name for a new one), stacks cut as on screen."""
    flags = ["--one-file-one-piece"] if one_file_one_piece else []
    return _launch(home, ["add", str(paths), "--collection", collection, "--cut", "none", *flags])


def launch_resume(home: Home, collection_id: str) -> Launch:
    """Start reading what is unread in a collection, and finding again where something changed."""
    return _launch(home, ["resume", collection_id])


def _launch(home: Home, arguments: Sequence[str]) -> Launch:
    log = home.path / LOG_FOLDER / f"reading-{secrets.token_hex(4)}.log"
    command = [sys.executable, "-m", "pipeline.cli", *arguments, "--home", str(home.path)]
    started = time.time()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as out:
            process = subprocess.Popen(  # noqa: S603 our own command line, arguments as a list
                command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=out, start_new_session=True
            )
    except OSError as error:
        raise (DiskFull if error.errno == errno.ENOSPC else HomeError)("The reading could not be started.") from error
    return Launch(process, started, log)
