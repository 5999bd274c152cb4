"""A link that leads out of the folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def test_symbolic_link(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is said and not followed."""
    (folder.parent / "secret.txt").write_text("Not handed in.")
    (folder / "anna.txt").symlink_to(folder.parent / "secret.txt")
    assert "not followed" in find_refusal().reason
