"""Pages that came upside down, and pages that only read badly."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pipeline.imaging import turn_image
from pipeline.reading.ppocr import PpocrEngine
from pipeline.reading.turned import read_upright
from pipeline.records.work import OpenedPage
from tests.reading.pages import add_text_layer, draw_blank, draw_page, draw_scribble, place_lines

TEXTS = ["The sun is warm and bright.", "It makes the water go up.", "We all get wet."]


def test_an_upside_down_page_is_turned(ppocr: PpocrEngine) -> None:
    """The page comes out upright with its text, its turn told, and both readings' seconds."""
    page = draw_page(place_lines(TEXTS)).page
    assert page.image is not None
    kept, reading = read_upright(OpenedPage(turn_image(page.image, 180), 180, None), ppocr)
    assert [line.text for line in reading.lines] == TEXTS
    assert kept.image is not None
    assert np.array_equal(kept.image, page.image)
    assert kept.turned_degrees == 0
    assert reading.cpu_seconds > 0


def test_an_upright_page_stays(ppocr: PpocrEngine) -> None:
    """A page that reads well is read once and given back as it is."""
    page = draw_page(place_lines(TEXTS)).page
    kept, reading = read_upright(page, ppocr)
    assert kept is page
    assert replace(reading, cpu_seconds=0.0) == replace(ppocr.read(page), cpu_seconds=0.0)


def test_what_reads_no_better_turned_stays(ppocr: PpocrEngine) -> None:
    """A scribble needs eyes either way up; a blank page, and one with a text layer, are never turned."""
    for page in (draw_scribble(), draw_blank(), add_text_layer(draw_page(place_lines(TEXTS)))):
        assert read_upright(page, ppocr)[0] is page
    assert read_upright(draw_scribble(), ppocr)[1].needs_eyes


def test_typed_text_has_no_way_up(ppocr: PpocrEngine) -> None:
    """A page without an image is given back with its text."""
    layered = add_text_layer(draw_page(place_lines(TEXTS)))
    page = OpenedPage(None, 0, layered.text_lines)
    kept, reading = read_upright(page, ppocr)
    assert kept is page
    assert reading.confidence == 1.0
