"""A Word document whose entities multiply."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.records.work import Refusal
from tests.intake.makers import make_zip


def test_xml_bomb(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """Entities are refused, never expanded."""
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    make_zip(folder / "anna.docx", {"[Content_Types].xml": "x", "_rels/.rels": laughs, "word/document.xml": laughs})
    assert "harmful" in find_refusal().reason
