"""A home with one collection of three pieces, made by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.records.reading import Box, Line, Reading, Word
from pipeline.records.work import Collection, IntakePlan, PlannedPiece, SourcePage
from pipeline.store.collections import create_collection
from pipeline.store.home import Home, open_home


@dataclass(frozen=True, slots=True)
class Kept:
    """A home and the collection in it."""

    home: Home
    collection: Collection


def plan_of(*pieces: PlannedPiece) -> IntakePlan:
    return IntakePlan(pieces, (), (), files_seen=len(pieces))


def piece_of(stem: str, content: str, pages: int = 1, folder: str = "/work") -> PlannedPiece:
    """A piece whose pages' hashes follow from `content`."""
    source = Path(folder) / f"{stem}.pdf"
    return PlannedPiece(stem, (source,), tuple(SourcePage(source, content, number) for number in range(pages)))


def reading_of(text: str, fingerprint: str = "ppocr 1") -> Reading:
    """A page with one line."""
    words = tuple(Word(word, Box(10.0 * n, 0.0, 10.0 * n + 9, 12.0), 0.9) for n, word in enumerate(text.split()))
    return Reading("ppocr", fingerprint, 100, 50, (Line(words, 0.9),), 0.9, needs_eyes=False, cpu_seconds=0.5)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """An open home with an empty collection."""
    home = open_home(tmp_path / "home")
    return Kept(home, create_collection(home, "Period 2", "Why do plants wilt?"))
