"""A file of no bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def test_empty_file(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is said to be empty."""
    (folder / "anna.jpg").write_bytes(b"")
    assert "empty" in find_refusal().reason
