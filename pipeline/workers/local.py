"""Reads pages in a pool of processes on this computer: page tasks in, page readings out as each is done.

A page that crashes its process, takes longer than the time limit, or makes a library under us raise what nobody
foresaw, costs that page alone: it becomes a refusal. The pool spawns (SQLite connections and PDFium don't survive a
fork) and each process reads on one thread.
"""

from __future__ import annotations

import functools
import logging
import multiprocessing
import os
from collections.abc import Generator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future, TimeoutError, as_completed  # noqa: A004 pebble raises this one
from dataclasses import dataclass, replace

from pebble import ProcessExpired, ProcessPool

from pipeline.errors import PatternworkError
from pipeline.imaging import decode_image, encode_webp, is_broken, measure_look
from pipeline.intake import PageRefused, open_page
from pipeline.reading import Engine, load_engine, read_page, read_upright
from pipeline.records.reading import Reading
from pipeline.records.work import OpenedPage, Refusal, SourcePage
from pipeline.settings import ReadingSettings, Settings
from pipeline.workers.capacity import count_workers

ONE_THREAD = ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
PAGE_WEBP_QUALITY = 75
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PageTask:
    """One page to read: page `number` (from 0) of the piece named `piece`.

    `is_upright`: the source is a picture of our own, which stands as a teacher wants it, and is not turned.
    """

    piece: str
    number: int
    source: SourcePage
    is_upright: bool = False


@dataclass(frozen=True, slots=True)
class PageRead:
    """What became of a task: a reading with its page image (WebP bytes; None for typed text), or a refusal."""

    task: PageTask
    reading: Reading | None
    image_webp: bytes | None
    refusal: Refusal | None


def read_pages(tasks: Sequence[PageTask], settings: Settings) -> Generator[PageRead]:
    """Yield each task's outcome as it is done, in no fixed order. Closing the generator stops the pool.

    Raises ModelMissing or EngineMissing where no page can be read at all, PatternworkError where no process can start.
    """
    if not tasks:
        return
    pool = ProcessPool(
        max_workers=count_workers(settings.reading.workers, len(tasks)),
        context=multiprocessing.get_context("spawn"),
        initializer=_use_one_thread,
    )
    try:
        futures: dict[Future[PageRead], PageTask] = {
            pool.schedule(_read_task, (task, settings), timeout=settings.reading.page_timeout_s): task for task in tasks
        }
        for future in as_completed(futures):
            yield _settle(futures[future], future)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves this one untyped
        pool.join()


def _settle(task: PageTask, future: Future[PageRead]) -> PageRead:
    try:
        return future.result()
    except BrokenExecutor as error:
        hint = "Close other programs to free memory, then run the same command again: it goes on where it stopped."
        raise PatternworkError("The reading could not be started.", hint) from error
    except TimeoutError:
        refusal = _refuse(task, "This page took too long to read.", "Scan or photograph it again, smaller.")
    except (ProcessExpired, CancelledError):
        refusal = _refuse(
            task, "Reading stopped in the middle of this page.", "Add the folder again to retry this page."
        )
    except PatternworkError:
        raise
    except Exception as error:  # noqa: BLE001 one page never stops a class set, whatever a library makes of it
        _log.error("unforeseen on a page: %s", type(error).__name__)  # no message, for that may quote a student
        refusal = _refuse(task, "This page could not be read.", "Scan or photograph it again, and add that.")
    return PageRead(task, None, None, refusal)


def _refuse(task: PageTask, reason: str, hint: str) -> Refusal:
    return Refusal(task.source.source.name, reason, hint, task.source.source)


def _use_one_thread() -> None:
    for name in ONE_THREAD:
        os.environ[name] = "1"


@functools.lru_cache(maxsize=1)
def _keep_engine(settings: ReadingSettings) -> Engine:
    return load_engine(settings)


def _read_task(task: PageTask, settings: Settings) -> PageRead:
    """Open, read and encode one page, inside a worker."""
    if task.is_upright:
        return _read_picture(task, settings)
    try:
        opened = open_page(task.source, settings.intake)
    except PageRefused as error:
        return PageRead(task, None, None, error.refusal)
    upright, reading = read_upright(opened, _keep_engine(settings.reading))
    if upright.image is None:
        return PageRead(task, reading, None, None)
    broken = opened.is_one_bit and is_broken(upright.image)
    looked_at = replace(reading, is_broken=broken, look=measure_look(upright.image))
    return PageRead(task, looked_at, _encode_page(upright), None)


def _read_picture(task: PageTask, settings: Settings) -> PageRead:
    """Read a picture of our own as it stands; it is kept already."""
    try:
        page = OpenedPage(decode_image(task.source.source.read_bytes()), 0, None)
    except OSError:
        refusal = _refuse(
            task, "The page's new picture is gone or damaged.", "Undo its change, or give the photo again."
        )
        return PageRead(task, None, None, refusal)
    return PageRead(task, read_page(page, _keep_engine(settings.reading)), None, None)


def _encode_page(opened: OpenedPage) -> bytes | None:
    return None if opened.image is None else encode_webp(opened.image, PAGE_WEBP_QUALITY)
