"""A PDF of more pages than any student writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from pipeline.settings import IntakeSettings
from tests.intake.makers import make_pdf


def test_thousands_of_pages(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """The teacher is told to split it."""
    make_pdf(folder / "anna.pdf", [""] * 4)
    assert "Split" in find_refusal(IntakeSettings(max_pages_a_file=3)).hint
