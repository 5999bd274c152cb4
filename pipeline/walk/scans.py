"""A collection comes in; what its pages read so far say of the scanner goes out."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.store.home import Home
from pipeline.store.pages import count_broken_pages

FEWEST_BROKEN = 2
LEAST_SHARE = 1 / 3


@dataclass(frozen=True, slots=True)
class BrokenScans:
    """On how many pages thin strokes came apart, of how many pages read so far."""

    broken: int
    pages: int


def find_broken_scans(home: Home, collection_id: str) -> BrokenScans | None:
    """Return how many pages lost pencil, or None where so few did that it is no fault of the scanner's."""
    broken, pages = count_broken_pages(home, collection_id)
    return BrokenScans(broken, pages) if is_the_scanner(broken, pages) else None


def is_the_scanner(broken: int, pages: int) -> bool:
    """Whether so many pages are broken, two and a third of those read, that not one pale page is the reason."""
    return broken >= FEWEST_BROKEN and broken >= LEAST_SHARE * pages
