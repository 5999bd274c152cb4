"""A Google document's link instead of the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal


def test_google_link(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """The teacher is told how to export it."""
    (folder / "anna.gdoc").write_text('{"doc_id": "1a2b3c", "email": "anna@school.example"}')
    refusal = find_refusal()
    assert "link" in refusal.reason
    assert "Download" in refusal.hint
    assert "anna" not in refusal.reason + refusal.hint
