"""The registry of engines, and what a page is read by."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from pipeline.errors import InputError
from pipeline.reading import ENGINES, Engine, load_engine, read_page
from pipeline.reading.none import NoEngine
from pipeline.records.reading import Line, Word
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings
from tests.reading.pages import add_text_layer, draw_blank, draw_page, place_lines

NONE = ReadingSettings(engine="none")


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_every_engine_loads_by_its_name(name: str) -> None:
    """Each says its name, and has a fingerprint of its own that starts with it."""
    engine: Engine = load_engine(ReadingSettings.model_validate({"engine": name}))
    assert engine.name == name
    assert engine.fingerprint.startswith(name + " ")


def test_an_unknown_engine_is_said() -> None:
    """The error names those there are."""
    with pytest.raises(InputError) as caught:
        load_engine(ReadingSettings.model_construct(engine="crystal ball"))
    assert "ppocr" in caught.value.hint


def test_the_engine_that_reads_nothing_marks_the_page() -> None:
    """No lines, and a person's eyes are needed; a typed page without text needs none."""
    reading = NoEngine(NONE).read(draw_blank())
    assert (reading.lines, reading.confidence, reading.needs_eyes, reading.width_px) == ((), 0.0, True, 1200)
    assert not NoEngine(NONE).read(OpenedPage(None, 0, None)).needs_eyes


def test_a_good_text_layer_goes_before_the_engine() -> None:
    """It is taken as it stands, under the fingerprint of the engine that was asked for."""
    page = add_text_layer(draw_page(place_lines(["The sun makes the water warm."])))
    reading = read_page(page, load_engine(NONE))
    assert reading.engine == "textlayer"
    assert reading.lines == page.text_lines
    assert reading.fingerprint == load_engine(NONE).fingerprint


def test_a_bad_text_layer_is_passed_over() -> None:
    """The engine reads the image instead."""
    page = add_text_layer(draw_page(place_lines(["The sun makes the water warm."])), shift_px=300)
    assert read_page(page, load_engine(NONE)).engine == "none"


def test_typed_text_is_always_taken() -> None:
    """A typed file has no image to read."""
    typed = OpenedPage(None, 0, (Line((Word("zzqx", None, 1.0),), 1.0),))
    assert read_page(typed, load_engine(NONE)).lines == typed.text_lines
    assert read_page(replace(typed, text_lines=None), load_engine(NONE)).confidence == 1.0


def test_the_room_opens_without_heavy_imports() -> None:
    """`--help` must not wait for onnxruntime, OpenCV or an engine's package."""
    code = (
        "import sys, pipeline.reading\n"
        "print([m for m in ('onnxruntime', 'cv2', 'rapidocr', 'pytesseract', 'wordfreq') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # ours
    assert done.stdout.strip() == "[]"
