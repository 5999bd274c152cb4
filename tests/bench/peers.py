"""Texts and their vectors in, how peers would group them out: plain k-means, and BERTopic in a place of its own.

BERTopic (Grootendorst 2022) never becomes a dependency: it is installed into a throw-away environment that sees this
one's libraries, and asked in a process of its own. What it answered is kept by texts and vectors.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import silhouette_score

from tests.bench.bars import DEFAULTS, FRIENDLY, MEANS

REQUIREMENTS = Path(__file__).parent / "requirements-peers.txt"
SCRIPT = Path(__file__).parent / "peer_topics.py"
PILES = (3, 4, 5, 6, 7, 8)
STARTS = 4
FEWEST_ROWS = 12

Cut = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """What is to be grouped: `texts` and a unit row (n, d) for each; k-means takes one of `piles` by silhouette."""

    texts: tuple[str, ...]
    rows: NDArray[np.float32]
    piles: tuple[int, ...] = PILES

    @property
    def name(self) -> str:
        """The name under which BERTopic's answer is kept."""
        digest = hashlib.sha256(np.ascontiguousarray(self.rows).tobytes())
        for text in self.texts:
            digest.update(text.encode() + b"\0")
        return digest.hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Cost:
    """What grouping cost: CPU-seconds and peak memory."""

    cpu_s: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Peers:
    """`folder` is where the environment is made and answers are kept; without one there is no BERTopic."""

    folder: Path | None

    def cut(self, jobs: Sequence[Job]) -> dict[str, list[Cut]]:
        """Return by peer a group number for each piece of each job, -1 where it is in none."""
        cuts = {MEANS: [cut_by_means(job) for job in jobs]}
        if self.folder is None:
            return cuts
        answers = self._ask([job for job in jobs if len(job.texts) >= FEWEST_ROWS])
        for setting in (DEFAULTS, FRIENDLY):
            cuts[setting] = [
                np.array(answers[job.name][setting] if job.name in answers else [-1] * len(job.texts), dtype=np.intp)
                for job in jobs
            ]
        return cuts

    def cost(self, job: Job) -> dict[str, Cost]:
        """Return by peer what a fresh process needs to group `job`, whose vectors it is given."""
        if self.folder is None:
            return {}
        path = self.folder / "timed" / f"{job.name}.topics.json"
        path.unlink(missing_ok=True)
        costs = {}
        for setting in (DEFAULTS, FRIENDLY):
            told = self._ask([job], "timed", setting)[job.name]
            costs[setting] = Cost(told["cpu_s"][setting], told["peak_mb"][setting])
            path.unlink()
        return costs

    def _ask(self, jobs: Sequence[Job], under: str = "topics", *settings: str) -> dict[str, dict]:
        assert self.folder is not None
        folder = self.folder / under
        folder.mkdir(parents=True, exist_ok=True)
        missing = [job for job in jobs if not (folder / f"{job.name}.topics.json").is_file()]
        for job in missing:
            np.save(folder / f"{job.name}.npy", job.rows)
            (folder / f"{job.name}.json").write_text(json.dumps(job.texts))
        if missing:
            python = install_peers(self.folder / "venv")
            command = [str(python), str(SCRIPT), str(folder), *settings]
            subprocess.run(command, check=True, env=os.environ | {"TOKENIZERS_PARALLELISM": "false"})
        return {job.name: json.loads((folder / f"{job.name}.topics.json").read_text()) for job in jobs}


def install_peers(venv: Path) -> Path:
    """Return the Python of an environment with BERTopic, made where there is none; raises CalledProcessError."""
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", str(venv)], check=True)
        # The environment sees the libraries of the one that runs this, torch among them, not the system's alone.
        where = "import sysconfig; print(sysconfig.get_path('purelib'))"
        purelib = subprocess.run([str(python), "-c", where], check=True, capture_output=True, text=True).stdout.strip()
        ours = [path for path in sys.path if path.endswith("site-packages")]
        (Path(purelib) / "ours.pth").write_text("\n".join(ours) + "\n")
        quiet = ["--quiet", "--disable-pip-version-check"]
        subprocess.run([str(python), "-m", "pip", "install", *quiet, "-r", str(REQUIREMENTS)], check=True)
    return python


def cut_by_means(job: Job) -> Cut:
    """Return plain k-means' groups, their number by the best silhouette (Rousseeuw 1987)."""
    distinct = len(np.unique(job.rows, axis=0))
    if distinct <= job.piles[0]:
        return np.zeros(len(job.rows), dtype=np.intp)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        cuts = [
            KMeans(count, n_init=STARTS, random_state=0).fit_predict(job.rows)
            for count in job.piles
            if count < distinct
        ]
    scores = [silhouette_score(job.rows, cut, sample_size=min(len(cut), 2000), random_state=0) for cut in cuts]
    return np.asarray(cuts[int(np.argmax(scores))], dtype=np.intp)
