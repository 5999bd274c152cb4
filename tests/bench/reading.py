"""Folders of pages and their truth come in; one table of error rates, cost and memory goes out, engine beside engine.

    python -m tests.bench.reading FOLDER... [--engine ppocr] [--engine tesseract] [--engine rapidocr]

A FOLDER holds images/ and truth/ (NAME.txt for each image). Every engine reads the same pages in one run, each in a
process of its own on one thread, so that memory is its own. CER and WER as everywhere in Patternwork: case ignored,
white space folded, curly quotes and dashes made plain; edits over all pages by characters or words of the truth.
`rapidocr` is that package with its own defaults, rows sorted by height: what one gets without our decoding.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps
from rapidfuzz.distance import Levenshtein

from pipeline.reading import load_engine
from pipeline.records.work import OpenedPage
from pipeline.settings import IntakeSettings, ReadingSettings

PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})
READERS = ("ppocr", "tesseract", "rapidocr")
PAGE_SIDE_PX = IntakeSettings().page_side_px
Reader = Callable[[NDArray[np.uint8]], str]


@dataclass(frozen=True, slots=True)
class PageScore:
    """Edits and lengths of one page, and what reading it cost."""

    character_edits: int
    characters: int
    word_edits: int
    words: int
    cpu_seconds: float


def normalise(text: str) -> str:
    """Return the text as it is compared: lower case, plain quotes and dashes, single spaces."""
    return " ".join(text.translate(PLAIN).lower().split())


def load_page(path: Path) -> NDArray[np.uint8]:
    """Return the page upright by its EXIF, RGB, at most as large as intake keeps it."""
    with Image.open(path) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
    image.thumbnail((PAGE_SIDE_PX, PAGE_SIDE_PX))
    return np.asarray(image)


def open_reader(name: str) -> Reader:
    """Return a function from a page image to its text, models loaded."""
    if name == "rapidocr":
        return _open_plain_rapidocr()
    engine = load_engine(ReadingSettings.model_validate({"engine": name}))
    return lambda image: "\n".join(line.text for line in engine.read(OpenedPage(image, 0, None)).lines)


def score_page(truth: str, read: str, cpu_seconds: float) -> PageScore:
    """Return the page's edits after normalising both texts."""
    truth, read = normalise(truth), normalise(read)
    words = truth.split()
    return PageScore(
        Levenshtein.distance(truth, read),
        len(truth),
        Levenshtein.distance(words, read.split()),
        len(words),
        cpu_seconds,
    )


def run_reader(name: str, folders: Sequence[Path]) -> Iterator[str]:
    """Yield a row of the table for each folder; peak memory is the process's (and its children's) so far."""
    read = open_reader(name)
    for folder in folders:
        scores = []
        for image_path in sorted((folder / "images").iterdir()):
            image = load_page(image_path)
            started = _spent_seconds()
            text = read(image)
            truth = (folder / "truth" / f"{image_path.stem}.txt").read_text(encoding="utf-8")
            scores.append(score_page(truth, text, _spent_seconds() - started))
        yield format_row(name, folder.name, scores)


def format_row(reader: str, pages: str, scores: Sequence[PageScore]) -> str:
    """Return one line: error rates in percent, CPU-seconds a page, peak memory in MB."""
    cer = 100 * sum(s.character_edits for s in scores) / sum(s.characters for s in scores)
    wer = 100 * sum(s.word_edits for s in scores) / sum(s.words for s in scores)
    middle = 100 * median(s.character_edits / max(1, s.characters) for s in scores)
    cpu = [s.cpu_seconds for s in scores]
    cost = f"{sum(cpu) / len(cpu):7.2f} {max(cpu):7.2f} {_peak_megabytes():8.0f}"
    return f"{reader:10} {pages:8} {len(scores):5} {cer:6.2f} {middle:6.2f} {wer:6.2f} {cost}"


def print_rows(name: str, folders: Sequence[Path]) -> None:
    """Print one reader's rows: what runs in a process of its own."""
    for row in run_reader(name, folders):
        print(row, flush=True)


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--engine", action="append", choices=READERS)
    options = parser.parse_args(arguments)
    print("reader     set      pages    CER median    WER   CPU-s     max  peak MB", flush=True)
    os.environ["OMP_NUM_THREADS"] = "1"
    context = multiprocessing.get_context("spawn")
    for name in options.engine or READERS:
        process = context.Process(target=print_rows, args=(name, options.folders))
        process.start()
        process.join()


def _open_plain_rapidocr() -> Reader:
    from rapidocr import RapidOCR

    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    engine = RapidOCR(params={"Global.log_level": "error", **threads})

    def read(image: NDArray[np.uint8]) -> str:
        return "\n".join(getattr(engine(np.ascontiguousarray(image[:, :, ::-1])), "txts", None) or ())

    return read


def _spent_seconds() -> float:
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def _peak_megabytes() -> float:
    unit = 2**20 if sys.platform == "darwin" else 2**10
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_maxrss for who in whose) / unit


if __name__ == "__main__":
    main(sys.argv[1:])
