"""Pages come in; what one reader makes of them, read by a pool of processes, goes out: ours, and one to compare with.

`ppocr` and `tesseract` are our engines, read as a class set is: each page opened, turned upright and read, then
doubtful words chosen by what all pages share. `rapidocr` is that package with its own defaults, rows sorted by height:
what one gets without our decoding. Every process works on one thread.
"""

from __future__ import annotations

import functools
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from pipeline.settings import IntakeSettings, Settings
from pipeline.transcript import build_transcript
from pipeline.workers.local import ONE_THREAD, read_pages
from tests.bench.kept import settle_class
from tests.bench.pages import TruePage


@dataclass(frozen=True, slots=True)
class PageText:
    """What was read of one page, its letters as seen without word lists, and the CPU-seconds, loading left out."""

    page: TruePage
    text: str
    seen: str
    cpu_seconds: float


Reader = Callable[[Sequence[TruePage], int], Iterator[PageText]]


def read_ours(engine: str, pages: Sequence[TruePage], processes: int) -> Iterator[PageText]:
    """Yield what our engine reads, all pages taken as one class set; a page that could not be read has no text."""
    settings = Settings.model_validate({"reading": {"engine": engine, "workers": processes}})
    by_hash = {page.sha256: page for page in pages}
    read = {done.task.source.source_sha256: done.reading for done in read_pages([p.task for p in pages], settings)}
    settled = settle_class({sha: reading for sha, reading in read.items() if reading is not None}, settings)
    for sha, page in by_hash.items():
        readings = (settled[sha],) if sha in settled else ()
        seen = " ".join(word.seen for reading in readings for line in reading.lines for word in line.words)
        text = build_transcript(page.name, readings).text
        yield PageText(page, text, seen, sum(reading.cpu_seconds for reading in readings))


def read_rapidocr(pages: Sequence[TruePage], processes: int) -> Iterator[PageText]:
    """Yield what rapidocr's defaults read."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, initializer=_use_one_thread) as pool:
        yield from pool.map(_read_by_rapidocr, pages)


READERS: dict[str, Reader] = {
    "ppocr": functools.partial(read_ours, "ppocr"),
    "tesseract": functools.partial(read_ours, "tesseract"),
    "rapidocr": read_rapidocr,
}


def _use_one_thread() -> None:
    for name in ONE_THREAD:
        os.environ[name] = "1"


@functools.lru_cache(maxsize=1)
def _load_rapidocr() -> Callable[[NDArray[np.uint8]], object]:
    from rapidocr import RapidOCR

    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    engine: Callable[[NDArray[np.uint8]], object] = RapidOCR(params={"Global.log_level": "error", **threads})
    return engine


def _read_by_rapidocr(page: TruePage) -> PageText:
    engine = _load_rapidocr()
    started = time.process_time()
    lines = getattr(engine(np.ascontiguousarray(_load_image(page)[:, :, ::-1])), "txts", None) or ()
    text = "\n".join(lines)
    return PageText(page, text, text, time.process_time() - started)


def _load_image(page: TruePage) -> NDArray[np.uint8]:
    """Return the page upright by its EXIF, RGB, at most as large as intake keeps it."""
    side_px = IntakeSettings().page_side_px
    with Image.open(page.image) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
    image.thumbnail((side_px, side_px))
    return np.asarray(image)
