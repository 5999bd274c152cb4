"""A PDF of no pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from tests.intake.makers import make_pdf


def test_pdf_without_pages(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """There is nothing to read, and that is said."""
    make_pdf(folder / "anna.pdf", [])
    assert "no pages" in find_refusal().reason
