"""Text layers that fit their page, and those that do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.reading.textlayer import is_trustworthy, read_text_layer
from pipeline.records.reading import Line, Word
from pipeline.records.work import OpenedPage
from tests.reading.pages import DrawnPage, add_text_layer, draw_blank, draw_page, place_lines

TEXTS = ["The sun makes the water warm.", "Then it goes up into the sky", "and falls again as rain."]


@pytest.fixture(scope="module")
def drawn() -> DrawnPage:
    """Draw a page of three typed lines."""
    return draw_page(place_lines(TEXTS))


def relabel(page: OpenedPage, words: list[str]) -> OpenedPage:
    """Return the page with other words in the boxes of its text layer, repeated as often as needed."""
    assert page.text_lines is not None
    old = page.text_lines[0].words
    new = tuple(replace(word, text=words[k % len(words)]) for k, word in enumerate(old))
    return replace(page, text_lines=(Line(new, 1.0),))


def test_a_layer_that_fits_is_trusted(drawn: DrawnPage) -> None:
    """Words of a language, on the ink, all of it: taken as it stands, fully sure."""
    page = add_text_layer(drawn)
    assert is_trustworthy(page)
    reading = read_text_layer(page)
    assert (reading.lines, reading.confidence, reading.needs_eyes) == (page.text_lines, 1.0, False)
    assert (reading.engine, reading.width_px, reading.height_px) == ("textlayer", 1200, 900)


def test_spanish_is_a_language_too(drawn: DrawnPage) -> None:
    """A layer need not be English."""
    assert is_trustworthy(relabel(add_text_layer(drawn), ["el", "agua", "sube", "cuando", "hace", "calor"]))


def test_a_few_misspellings_are_a_childs(drawn: DrawnPage) -> None:
    """One word in four may be unknown."""
    assert is_trustworthy(relabel(add_text_layer(drawn), ["evaperates", "the", "water", "warm"]))


@pytest.mark.parametrize(
    "words",
    [
        ["(cid:12)(cid:7)", "(cid:40)"],
        ["\ue012\ue013\ue044", "\ue001\ue002"],
        ["t\ufffd\ufffd", "w\ufffdt\ufffdr"],
        ["Thc", "svn", "rnakcs", "wotcr", "qocs", "vp"],
        ["-", "...", "|"],
    ],
    ids=["cid", "private signs", "unknown signs", "misread handwriting", "no letters"],
)
def test_garbage_is_not_trusted(drawn: DrawnPage, words: list[str]) -> None:
    """Glyph numbers, signs without a meaning and a scanner's guesses are read again from the image."""
    assert not is_trustworthy(relabel(add_text_layer(drawn), words))


def test_a_layer_beside_the_ink_is_not_trusted(drawn: DrawnPage) -> None:
    """Text where there is none on the page belongs to something else."""
    assert not is_trustworthy(add_text_layer(drawn, shift_px=400))


def test_a_layer_for_the_printed_part_alone_is_not_trusted(drawn: DrawnPage) -> None:
    """A form's own words leave the handwriting uncovered: the page is read whole."""
    page = add_text_layer(drawn)
    assert page.text_lines is not None
    first_line = Line(page.text_lines[0].words[:6], 1.0)
    assert not is_trustworthy(replace(page, text_lines=(first_line,)))


def test_a_layer_without_boxes_is_not_trusted(drawn: DrawnPage) -> None:
    """Nothing says that it belongs to this page."""
    words = tuple(Word(text, None, 1.0) for text, _ in drawn.words)
    assert not is_trustworthy(replace(drawn.page, text_lines=(Line(words, 1.0),)))


@pytest.mark.parametrize("lines", [None, (), (Line((), 1.0),)])
def test_an_image_without_a_layer_is_read(drawn: DrawnPage, lines: tuple[Line, ...] | None) -> None:
    """No text is no text layer, on a page with ink and on a blank one."""
    assert not is_trustworthy(replace(drawn.page, text_lines=lines))
    assert not is_trustworthy(replace(draw_blank(), text_lines=lines))


def test_typed_text_without_an_image_is_always_taken() -> None:
    """There is nothing else to go by, whatever it looks like."""
    typed = OpenedPage(None, 0, (Line((Word("(cid:3)", None, 1.0),), 1.0),))
    assert is_trustworthy(typed)
    assert read_text_layer(typed).lines == typed.text_lines
    assert read_text_layer(OpenedPage(None, 0, None)).lines == ()


def test_a_damaged_image_does_not_fail() -> None:
    """A layer over a page of one pixel is judged like any other."""
    page = OpenedPage(np.zeros((1, 1, 3), np.uint8), 0, (Line((Word("sun", None, 1.0),), 1.0),))
    assert not is_trustworthy(page)
