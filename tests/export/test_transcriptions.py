"""What `read` writes."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from pipeline.export.transcriptions import Transcription, shorten_name, write_pieces, write_transcription
from pipeline.records.reading import Box, Line, Reading, Transcript, Word
from pipeline.records.work import PlannedPiece


def make_transcription(stem: str) -> Transcription:
    """One page that says "NA gose", with a box for one of its words."""
    words = (Word("NA", Box(1, 2, 3.25, 4), 0.9), Word("gose", None, 0.5))
    reading = Reading("ppocr", "f", 100, 50, (Line(words, 0.7),), 0.7, needs_eyes=True, cpu_seconds=1.25)
    piece = PlannedPiece(stem, (Path(f"/scans/{stem}.jpg"), Path(f"/scans/{stem} 2.jpg")), ())
    return Transcription(piece, (reading, reading), Transcript(stem, "NA gose", (), 0.7, needs_eyes=True), ())


def test_text_and_json_carry_the_pieces_name(tmp_path: Path) -> None:
    """NAME.txt is the text alone; NAME.json has pages, lines and words with box and confidence."""
    write_transcription(make_transcription("essay"), tmp_path)
    assert (tmp_path / "essay.txt").read_text(encoding="utf-8") == "NA gose"
    told = json.loads((tmp_path / "essay.json").read_text(encoding="utf-8"))
    assert told["pages"][1]["lines"][0]["words"] == [
        {"text": "NA", "box": [1, 2, 3.2, 4], "confidence": 0.9},
        {"text": "gose", "box": None, "confidence": 0.5},
    ]


def test_the_table_has_one_row_a_piece(tmp_path: Path) -> None:
    """Process time is summed over pages, and a name that a spreadsheet would run is defused."""
    write_pieces([make_transcription("essay"), make_transcription("=cmd")], tmp_path)
    with (tmp_path / "pieces.csv").open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["piece", "sources", "pages", "confidence", "needs_eyes", "cpu_seconds"]
    assert (rows[0]["sources"], rows[0]["cpu_seconds"], rows[0]["needs_eyes"]) == (
        "essay.jpg; essay 2.jpg",
        "2.5",
        "true",
    )
    assert rows[1]["piece"] == "'=cmd"


@pytest.mark.parametrize("stem", ["essay", "Müller 2", "é__2", "🌱 = plant", "a" * 200])
def test_a_name_that_a_file_may_have_stays(stem: str) -> None:
    """The stem is the name."""
    assert shorten_name(stem) == stem


@pytest.mark.parametrize("stem", ["../../up", "a/b", "c:d", "line\nbreak", "🌱" * 70, ""])
def test_any_other_name_is_made_safe(stem: str, tmp_path: Path) -> None:
    """No path leads out of the folder, and no name is too long for it."""
    name = shorten_name(stem)
    (tmp_path / f"{name}.json").write_text("")
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}.json"]


@pytest.mark.parametrize("one", ["Essay: Lee", "Essay? Lee", "Essay| Lee"])
def test_names_made_safe_stay_apart(one: str) -> None:
    """Of "Essay: Lee" and "Essay_ Lee" neither is written over the other."""
    assert len({shorten_name(one), shorten_name("Essay_ Lee"), shorten_name("Essay* Lee")}) == 3


def test_long_names_stay_apart() -> None:
    """Two names that differ at their far end only are two files."""
    assert shorten_name("🌱" * 70 + "a") != shorten_name("🌱" * 70 + "b")
