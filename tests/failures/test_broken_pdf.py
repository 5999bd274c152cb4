"""A PDF beyond repair."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def test_broken_pdf(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """The teacher is told to print it anew."""
    (folder / "anna.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    assert "could not be mended" in find_refusal().reason
