"""How a piece was handed in, from its pages' readings."""

from __future__ import annotations

from pipeline.records.patterns import PieceFacts
from pipeline.records.reading import PageLook, Reading
from pipeline.walk.facts import gather_facts


def read(width: int, height: int, look: PageLook | None) -> Reading:
    return Reading("ppocr", "1", width, height, (), 1.0, needs_eyes=False, cpu_seconds=0.0, look=look)


def test_pages_are_averaged_and_the_largest_counts() -> None:
    """Two pages, one ruled and one not; a page without a look says nothing of it."""
    pages = [read(900, 1200, PageLook(1.0, 0.1, 0.0)), read(1400, 1000, PageLook(0.5, 0.0, 0.0)), read(9, 9, None)]
    assert gather_facts("K07", pages, "pdf") == PieceFacts("K07", "pdf", 1400, PageLook(0.75, 0.05, 0.0))


def test_a_typed_piece_has_no_picture() -> None:
    """Nothing is said of what is not there."""
    assert gather_facts("K07", [read(0, 0, None)], "docx") == PieceFacts("K07", "docx", 0, None)
    assert gather_facts("K07", [], "") == PieceFacts("K07", "", 0, None)
