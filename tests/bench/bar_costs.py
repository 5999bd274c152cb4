"""Class sets in, what finding costs out: CPU-seconds and peak memory of a process of its own, models loaded in it.

    python -m tests.bench.bar_costs essays|passages DATA CACHE EMBEDDER COUNT

The first is from typed text to patterns, nothing stored; the second from stored vectors. A peer is given its vectors:
its figure is what grouping alone costs in a fresh process, its compiling of code included.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.settings import FindingSettings
from pipeline.walk.find import assemble_set, find_in_transcripts, type_transcript
from tests.bench.bars import MEANS, OURS, Figure, Line
from tests.bench.bench import Bench, list_piece_job
from tests.bench.peers import Job, cut_by_means
from tests.bench.shelf import FolderShelf
from tests.bench.tables import draw_essays
from tests.planted.bank import TASKS
from tests.planted.sets import SetSpec, make_set

ESSAYS, PASSAGES_AN_ESSAY = 120, 24
ESSAY_BAR, PASSAGES_BAR, MEMORY_BAR = "<= 40 CPU-s", "<= 120 CPU-s", "<= 2048 MB"


def measure_costs(bench: Bench) -> Iterator[Line]:
    """Yield CPU-seconds for a set of essays, then CPU-seconds and peak memory for many passages."""
    judged = next(draw_essays(bench.data / "essays" / "ellipse.csv", ESSAYS, (0,)))
    job = list_piece_job(bench.assemble(judged.texts, judged.question))
    yield from _write_costs(bench, f"{ESSAYS} essays, typed text to patterns", "essays", job, (ESSAY_BAR, ""))
    pieces = bench.effort.passages // PASSAGES_AN_ESSAY
    assembled = assemble_set(_type_essays(pieces), "", bench.settings, bench.shelf)
    passages = Job(tuple(one.text for one in assembled.passages), assembled.passage_vectors.matrix, (20,))
    what = f"{len(passages.texts)} passages, stored vectors to patterns"
    yield from _write_costs(bench, what, "passages", passages, (PASSAGES_BAR, MEMORY_BAR))


def _write_costs(bench: Bench, what: str, which: str, job: Job, bars: tuple[str, str]) -> Iterator[Line]:
    ours = _run_apart(bench, which, bench.effort.passages // PASSAGES_AN_ESSAY)
    costs = bench.peers.cost(job)
    started = time.process_time()
    cut_by_means(job)
    spent = {OURS: ours["cpu_s"], MEANS: time.process_time() - started} | {p: cost.cpu_s for p, cost in costs.items()}
    held = {OURS: ours["peak_mb"]} | {peer: cost.peak_mb for peer, cost in costs.items()}
    yield Line(f"{what}: CPU-s", bars[0], {column: Figure(value, decimals=1) for column, value in spent.items()})
    yield Line(f"{what}: peak MB", bars[1], {column: Figure(value, decimals=0) for column, value in held.items()})


def _run_apart(bench: Bench, which: str, pieces: int) -> dict[str, float]:
    where = [str(bench.data), str(bench.cache), bench.settings.embedder, str(pieces)]
    command = [sys.executable, "-m", "tests.bench.bar_costs", which, *where]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cost: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return cost


def _type_essays(pieces: int) -> list:
    texts = make_set(SetSpec(TASKS[0], pieces, is_short=False, cer=0.0, seed=0)).texts
    return [type_transcript(code, text) for code, text in texts.items()]


def main(which: str, data: Path, cache: Path, embedder: str, pieces: int) -> None:
    """Find in a set and print what this process has cost."""
    settings = FindingSettings(embedder=embedder)
    if which == "essays":
        judged = next(draw_essays(data / "essays" / "ellipse.csv", ESSAYS, (0,)))
        transcripts = [type_transcript(code, text) for code, text in zip(judged.codes, judged.texts, strict=True)]
        find_in_transcripts(transcripts, judged.question, settings)
    else:
        find_in_transcripts(_type_essays(pieces), "", settings, FolderShelf(cache))
    spent = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"cpu_s": spent.ru_utime + spent.ru_stime, "peak_mb": spent.ru_maxrss / 1024}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
