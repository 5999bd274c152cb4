"""Folders of pages and their truth come in; one table of error rates, cost and speed goes out, engine beside engine.

    python -m tests.bench.reading FOLDER... [--engine NAME ...] [--processes 2] [--out FOLDER] [--against FOLDER]

A FOLDER holds images/ and truth/ (NAME.txt for each image), and seeded/ where words are misspelt on purpose. Every
engine reads the same pages in one run, one after the other. CPU-s is a page's mean and dearest, model loading left out;
pages/min counts everything from the first process started to the last page done; peak MB is the largest process's.
--out keeps what was read as OUT/ENGINE/SET/NAME.txt; --against compares with what an earlier run kept, page by page.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tests.bench.pages import list_pages
from tests.bench.readers import READERS, PageText
from tests.bench.score import PageScore, bound_cer, bound_over_pages, find_median, measure_cer, measure_wer, score_page
from tests.bench.spelling import SURVIVAL_HEADER, count_survivors, load_seeded_words

HEADER = "reader     set         pages   CER  (90 %)       median    WER  CPU-s   max  pages/min  peak MB"
WORST = 5


def run_reader(name: str, folders: Sequence[Path], processes: int, keep: tuple[Path | None, Path | None]) -> None:
    """Print one reader's rows, then its worst pages: what runs in a process of its own."""
    kept: list[PageScore] = []
    notes: list[str] = []
    for folder in folders:
        pages = list_pages(folder)
        started = time.monotonic()
        texts = sorted(READERS[name](pages, processes), key=lambda read: read.page.name)
        seconds = time.monotonic() - started
        scores = [score_page(f"{folder.name}/{t.page.name}", t.page.truth, t.text, t.cpu_seconds) for t in texts]
        print(format_row(name, folder.name, scores, seconds), flush=True)
        notes += describe_survival(folder, texts) + compare_texts(texts, scores, keep[1] and keep[1] / name)
        keep_texts(texts, keep[0] and keep[0] / name)
        kept += scores
    worst = sorted(kept, key=lambda score: -score.cer)[:WORST]
    print(*notes, "  worst: " + ", ".join(f"{score.name} {score.cer:.1f}" for score in worst), sep="\n", flush=True)


def format_row(reader: str, pages: str, scores: Sequence[PageScore], seconds: float) -> str:
    """Return one line: error rates in percent, CPU-seconds a page, pages a minute, peak memory in MB."""
    low, high = bound_cer(scores)
    cpu = [score.cpu_seconds for score in scores]
    rates = f"{measure_cer(scores):5.2f} ({low:5.2f}-{high:5.2f}) {find_median(scores):6.2f} {measure_wer(scores):6.2f}"
    cost = f"{sum(cpu) / len(cpu):6.2f} {max(cpu):5.2f} {60 * len(scores) / seconds:10.1f} {_peak_megabytes():8.0f}"
    return f"{reader:10} {pages:11} {len(scores):5} {rates} {cost}"


def describe_survival(folder: Path, texts: Sequence[PageText]) -> list[str]:
    """Return how many of the words misspelt on purpose were read as written; nothing where there are none."""
    seeded = {read.page.name: load_seeded_words(folder, read.page.name) for read in texts}
    if not any(seeded.values()):
        return []
    lines = [SURVIVAL_HEADER]
    for kind, said in (("read", [read.text for read in texts]), ("letters as seen", [read.seen for read in texts])):
        counts = [
            count_survivors(read.page.truth, text, seeded[read.page.name])
            for read, text in zip(texts, said, strict=True)
        ]
        total = sum(counts[1:], counts[0])
        lines += [f"  {kind:15} {total.describe()}", f"    {' '.join(total.lost)}"]
    return lines


def keep_texts(texts: Sequence[PageText], folder: Path | None) -> None:
    """Write what was read as FOLDER/SET/NAME.txt."""
    for read in texts if folder else ():
        path = Path(str(folder)) / read.page.folder / f"{read.page.name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(read.text + "\n", encoding="utf-8")


def compare_texts(texts: Sequence[PageText], scores: Sequence[PageScore], folder: Path | None) -> list[str]:
    """Return by how much the error rate fell since the texts in FOLDER, page by page, with its 90 % interval."""
    paths = [Path(str(folder)) / read.page.folder / f"{read.page.name}.txt" for read in texts]
    if folder is None or not all(path.is_file() for path in paths):
        return []
    before = [
        score_page("", read.page.truth, path.read_text(encoding="utf-8")).character_edits
        for read, path in zip(texts, paths, strict=True)
    ]
    less = np.array(before) - np.array([score.character_edits for score in scores])
    characters = np.array([score.characters for score in scores])
    low, high = bound_over_pages(len(less), lambda draw: 100 * less[draw].sum() / characters[draw].sum())
    fell = 100 * less.sum() / characters.sum()
    return [f"  {texts[0].page.folder}: CER lower by {fell:.2f} ({low:.2f} to {high:.2f}) than in {folder}"]


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--engine", action="append", choices=READERS)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--against", type=Path)
    options = parser.parse_args(arguments)
    print(HEADER, flush=True)
    keep = (options.out, options.against)
    for name in options.engine or READERS:
        process = multiprocessing.get_context("spawn").Process(
            target=run_reader, args=(name, options.folders, options.processes, keep)
        )
        process.start()
        process.join()
        if process.exitcode:
            sys.exit(process.exitcode)


def _peak_megabytes() -> float:
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / unit


if __name__ == "__main__":
    main(sys.argv[1:])
