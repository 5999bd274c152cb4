"""A Word document that unpacks to twenty million zeros."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from tests.intake.makers import make_zip


def test_zip_bomb(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is refused by its list of parts; nothing is unpacked."""
    make_zip(folder / "anna.docx", {"[Content_Types].xml": "x", "word/document.xml": bytes(20_000_000)})
    assert "harmful" in find_refusal().reason
