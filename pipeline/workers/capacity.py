"""From this computer's cores and free memory to the number of reading processes."""

from __future__ import annotations

import os

import psutil

MEMORY_A_WORKER_BYTES = 850_000_000
"""Peak resident memory of one reading process (models/README.md)."""


def count_workers(wanted: int, page_count: int) -> int:
    """Return how many processes should read `page_count` pages; `wanted` 0 means as many as cores and memory allow."""
    cores = wanted or _count_cores()
    by_memory = int(psutil.virtual_memory().available // MEMORY_A_WORKER_BYTES)
    return max(1, min(cores, by_memory, page_count))


def _count_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
