"""A collection's unread pages in; their readings in the home out, page by page: a stop loses at most one page."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from pipeline.reading import load_engine
from pipeline.records.work import READ_BY_HAND
from pipeline.settings import Settings
from pipeline.store.home import Home
from pipeline.store.jobs import is_stop_requested
from pipeline.store.pages import PendingPage, list_unread_pages, save_page_refusal, save_reading
from pipeline.walk.progress import Progress
from pipeline.workers.local import PageRead, PageTask, read_pages


@dataclass(frozen=True, slots=True)
class Filled:
    """How many pages were read in how many seconds, and whether the teacher stopped it."""

    pages_done: int
    seconds: float
    was_stopped: bool


def read_unread_pages(home: Home, collection_id: str, settings: Settings, tell: Callable[[Progress], None]) -> Filled:
    """Read every page this engine hasn't read yet; a stop asked for in the app takes effect within one page.

    Where the teacher reads, pages are only opened, and what was read of a page before stays.
    """
    started = time.monotonic()
    fingerprint = load_engine(settings.reading).fingerprint
    is_by_hand = settings.reading.engine == READ_BY_HAND
    unread = list_unread_pages(home, collection_id, fingerprint, is_by_hand=is_by_hand)
    pending = {(page.piece, page.number): page for page in unread}
    tasks = [PageTask(page.piece, page.number, page.source, bool(page.picture)) for page in pending.values()]
    done = 0
    tell(Progress("reading", 0, len(tasks), 0.0))
    with closing(read_pages(tasks, settings)) as pages:
        for page in pages:
            _keep_page(home, collection_id, pending[page.task.piece, page.task.number], page)
            done += 1
            tell(Progress("reading", done, len(tasks), time.monotonic() - started))
            if done < len(tasks) and is_stop_requested(home, collection_id):
                return Filled(done, time.monotonic() - started, was_stopped=True)
    return Filled(done, time.monotonic() - started, was_stopped=False)


def _keep_page(home: Home, collection_id: str, pending: PendingPage, page: PageRead) -> None:
    if page.reading is not None:
        save_reading(home, collection_id, pending, page.reading, page.image_webp)
    elif page.refusal is not None:
        save_page_refusal(home, collection_id, pending, page.refusal)
