"""A slide show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from tests.intake.makers import make_zip


def test_slides(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """The teacher is told how to export it."""
    make_zip(folder / "anna.pptx", {"[Content_Types].xml": "x", "ppt/presentation.xml": "x"})
    assert "slide show" in find_refusal().reason
