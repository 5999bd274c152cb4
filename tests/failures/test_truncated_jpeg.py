"""A photo whose copying broke off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from tests.intake.makers import draw_writing, save_picture


def test_truncated_jpeg(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is found when the page is opened, not read as a half-empty page."""
    path = save_picture(folder / "anna.jpg", draw_writing())
    path.write_bytes(path.read_bytes()[:-2000])
    refusal = find_refusal()
    assert "not copied whole" in refusal.reason
    assert refusal.source_name == "anna.jpg"
