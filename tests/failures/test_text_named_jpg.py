"""Plain text under a picture's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def test_text_named_jpg(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is not read as student work by accident; the teacher decides."""
    (folder / "anna.jpg").write_text("Not a photo.")
    refusal = find_refusal()
    assert "plain text" in refusal.reason
    assert ".txt" in refusal.hint
