"""Bytes of no kind we know."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def test_unknown_binary(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is said rather than guessed at."""
    (folder / "anna.bin").write_bytes(bytes(range(256)))
    assert "not a kind of file" in find_refusal().reason
