"""What to read comes in; a process of the command line that outlives the browser and the server goes out.

Only what it says in trouble is kept, until it is told: its report names files and quotes students, and is unwritten.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pipeline.store.files import name_failure
from pipeline.store.home import Home

LOG_FOLDER = "logs"


@dataclass(frozen=True, slots=True)
class Launch:
    """A started process, when (Unix seconds, as jobs are dated), and what it says in trouble: a file without a name."""

    process: subprocess.Popen[bytes]
    started: float
    said: IO[bytes]

    def is_starting(self, job_started: float) -> bool:
        """Tell whether it runs but has not taken its job yet: the last one began before it, at `job_started`."""
        return self.process.poll() is None and job_started < self.started

    @property
    def has_failed(self) -> bool:
        """Whether it ended with an error."""
        return self.process.poll() not in (None, 0)

    def take_last_words(self) -> str:
        """Return what it said when it failed (message and hint), once: what was said is gone with that."""
        if self.said.closed:
            return ""
        with self.said as said:
            said.seek(0)
            lines = said.read().decode("utf-8", errors="replace").splitlines()
        return " ".join(line.strip() for line in lines[-2:])


def launch_add(home: Home, paths: Path, collection: str, *, one_file_one_piece: bool) -> Launch:
    """Start reading `paths` into the collection (its id, or a name for a new one), stacks cut as on screen."""
    flags = ["--one-file-one-piece"] if one_file_one_piece else []
    return _launch(home, ["add", str(paths), "--class-set", collection, "--cut", "none", *flags])


def launch_resume(home: Home, collection_id: str) -> Launch:
    """Start reading what is unread in a collection, and finding again where something changed."""
    return _launch(home, ["resume", collection_id])


def _launch(home: Home, arguments: Sequence[str]) -> Launch:
    folder = home.path / LOG_FOLDER
    command = [sys.executable, "-m", "pipeline.cli", *arguments, "--home", str(home.path)]
    started = time.time()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        said = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 held as long as the launch is
        process = subprocess.Popen(  # noqa: S603 our own command line, arguments as a list
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True
        )
    except OSError as error:
        raise name_failure(error, "The reading could not be started.") from error
    return Launch(process, started, said)
