"""A document of Apple's Pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from tests.intake.makers import make_zip


def test_apple_pages(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """The teacher is told how to export it."""
    make_zip(folder / "anna.pages", {"Index/Document.iwa": "x", "preview.jpg": "x"})
    assert "Export" in find_refusal().hint
