"""A pipe, which would be waited on for ever."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def test_special_file(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is never opened."""
    os.mkfifo(folder / "anna.txt")
    assert "special file" in find_refusal().reason
