"""A document of Word 97."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def test_old_word(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """The teacher is told to save it as .docx."""
    sign = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (folder / "anna.doc").write_bytes(sign + bytes(504) + "WordDocument".encode("utf-16-le"))
    assert ".docx" in find_refusal().hint
