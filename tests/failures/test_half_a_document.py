"""A Word document whose copying broke off."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from tests.intake.makers import make_docx


def test_half_a_document(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """It is damaged, not empty."""
    path = make_docx(folder / "anna.docx", "<w:p><w:r><w:t>Ice.</w:t></w:r></w:p>")
    path.write_bytes(path.read_bytes()[:-200])
    assert "damaged" in find_refusal().reason
