"""A picture of one pixel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from pipeline.records.work import Refusal
from tests.intake.makers import save_picture


def test_one_pixel(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """Nothing can be written on it."""
    save_picture(folder / "anna.png", Image.new("RGB", (1, 1)))
    assert "too small" in find_refusal().reason
