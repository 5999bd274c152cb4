"""Strips as they might have been read off a drawing, and which of them stay."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.reading.doodles import leave_out_doodles
from pipeline.reading.ink import Ink
from pipeline.reading.stripread import Nature, StripRead
from pipeline.records.reading import Box, Word

HEIGHT, WIDTH = 400, 600


def draw_ink(*boxes: Box) -> Ink:
    """Return a page whose ink fills the boxes."""
    labels = np.zeros((HEIGHT, WIDTH), np.int32)
    for number, box in enumerate(boxes, start=1):
        labels[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)] = number
    areas = np.bincount(labels.ravel(), minlength=len(boxes) + 1).astype(np.int64)
    areas[0] = 0
    return Ink(labels, areas, np.zeros((len(boxes) + 1, 4), np.int32), 1.0)


def read(text: str, box: Box, belief: float = 0.95) -> StripRead:
    """Return a strip with one word in `box`."""
    return StripRead((Word(text, box, belief),), belief)


def surround(box: Box) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Return the quad around a box."""
    return np.array([(box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1)], np.float32)


LINE, MARK, DRAWING = Box(50, 50, 350, 80), Box(100, 200, 125, 230), Box(300, 150, 500, 350)


@pytest.mark.parametrize("text", ["wwwwwww", "mm", "Oooo", "..", "wwwwwwwvww", "&"])
def test_one_sign_over_and_over_is_a_pattern(text: str) -> None:
    """Waves and loops are no words, however much they are believed in, beside writing too."""
    reads = [read("the beans", LINE), read(text, MARK)]
    natures = [
        strip.nature for strip in leave_out_doodles(reads, [surround(LINE), surround(MARK)], draw_ink(LINE, MARK))
    ]
    assert natures == [Nature.WRITING, Nature.DRAWING]


@pytest.mark.parametrize("text", ["I", "22", "1000", "off", "sooooo cold", "3.", "to"])
def test_short_words_beside_writing_stay(text: str) -> None:
    """A number, a lone I and a word drawn out are read as they stand."""
    reads = [read("the beans", LINE), read(text, MARK, belief=0.7)]
    quads = [surround(LINE), surround(MARK)]
    assert all(strip.is_writing for strip in leave_out_doodles(reads, quads, draw_ink(LINE, MARK)))


def test_a_letter_that_hangs_in_a_drawing_is_none() -> None:
    """The lamp of a circuit looks like X, and its ink runs on through all wires."""
    reads = [read("the beans", LINE), read("X", DRAWING)]
    sorted_out = leave_out_doodles(reads, [surround(LINE), surround(MARK)], draw_ink(LINE, DRAWING))
    assert [strip.is_writing for strip in sorted_out] == [True, False]


def test_alone_on_a_page_few_letters_must_be_sure() -> None:
    """An answer of one clear letter is read; an unclear one, or one amid a drawing, is left to a person."""
    quads = [surround(MARK)]
    assert leave_out_doodles([read("B", MARK)], quads, draw_ink(MARK))[0].is_writing
    assert not leave_out_doodles([read("B", MARK, belief=0.8)], quads, draw_ink(MARK))[0].is_writing
    assert not leave_out_doodles([read("B", MARK)], quads, draw_ink(MARK, DRAWING))[0].is_writing


def test_nothing_read_stays_nothing() -> None:
    """No strips, or empty ones, are no drawings."""
    assert leave_out_doodles([], [], draw_ink()) == []
    nothing = StripRead((), 0.0)
    assert leave_out_doodles([nothing], [surround(MARK)], draw_ink(MARK)) == [nothing]
