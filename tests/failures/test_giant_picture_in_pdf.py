"""A small PDF whose page claims a picture over the pixel limit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from tests.intake.makers import draw_corners, make_scan_pdf


def test_giant_picture_in_pdf(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is refused before PDFium decodes it."""
    make_scan_pdf(folder / "anna.pdf", draw_corners(), declared=30_000)
    assert "too large" in find_refusal().reason
