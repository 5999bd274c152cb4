"""As many reading processes as cores, memory and pages allow."""

from __future__ import annotations

import psutil

from pipeline.workers.capacity import MEMORY_A_WORKER_BYTES, count_workers


def test_never_more_than_pages_or_wish() -> None:
    """One page needs one process; a wish for two is at most two."""
    assert count_workers(8, page_count=1) == 1
    assert count_workers(2, page_count=100) <= 2


def test_at_least_one_even_where_memory_is_short() -> None:
    """A full machine still reads, slowly."""
    assert count_workers(0, page_count=5) >= 1


def test_memory_caps_the_number() -> None:
    """A wish beyond the free memory is cut down to what fits."""
    fits = psutil.virtual_memory().available // MEMORY_A_WORKER_BYTES
    assert count_workers(1000, page_count=1000) <= max(1, fits + 1)
