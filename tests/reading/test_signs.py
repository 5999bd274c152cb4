"""Words and ink one can count, and what they say about the page."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.reading.ink import Ink
from pipeline.reading.signs import measure_cut, measure_signs
from pipeline.reading.stripread import Nature, StripRead
from pipeline.records.reading import Box, Word

WIDTH, HEIGHT = 1000, 200


def draw_ink(*boxes: Box) -> Ink:
    """Return a page whose ink fills the boxes."""
    labels = np.zeros((HEIGHT, WIDTH), np.int32)
    for number, box in enumerate(boxes, start=1):
        labels[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)] = number
    sides = [(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0) for box in boxes]
    outlines = np.array([(0, 0, 0, 0), *sides], np.int32)
    areas = np.bincount(labels.ravel(), minlength=len(boxes) + 1).astype(np.int64)
    return Ink(labels, areas, outlines, 1.0)


BOX, OTHER = Box(100, 20, 200, 60), Box(300, 20, 400, 60)


def read(*words: Word) -> StripRead:
    """Return a strip of the words."""
    return StripRead(words, 0.9)


def test_a_word_counts_by_its_letters() -> None:
    """Nine letters at 0.9 and three at 0.5 are 0.8 on average."""
    strips = [read(Word("beanstalk", BOX, 0.9)), read(Word("sun", OTHER, 0.5))]
    assert measure_signs(draw_ink(BOX, OTHER), strips).sureness == pytest.approx(0.8)


def test_ink_under_no_word_is_unread() -> None:
    """Half of the ink lies under the word; what is said to be paper counts as read."""
    ink = draw_ink(BOX, OTHER)
    assert measure_signs(ink, [read(Word("rain", BOX, 0.9))]).unread == pytest.approx(0.5)
    assert measure_signs(ink, [read(Word("rain", BOX, 0.9))], [OTHER]).unread == 0.0
    dot = Box(300, 40, 308, 48)
    assert measure_signs(draw_ink(BOX, dot), [read(Word("rain", BOX, 0.9))]).unread == 0.0, "smaller than a letter"


def test_lines_that_run_out_of_the_picture_are_cut() -> None:
    """One of two stretches ends at the right edge; a drawing there is no cut line; without writing nothing is cut."""
    whole, ends = (
        np.array([(x0, 20), (x1, 20), (x1, 60), (x0, 60)], np.float32) for x0, x1 in ((100, 200), (900, 999))
    )
    rain = read(Word("rain", BOX, 0.9))
    assert measure_cut([whole, ends], [rain, rain], WIDTH) == pytest.approx(0.5)
    assert measure_cut([whole, ends], [rain, StripRead((), 0.9, nature=Nature.DRAWING)], WIDTH) == 0.0
    assert measure_cut([ends], [StripRead((), 0.9, nature=Nature.DRAWING)], WIDTH) == 0.0
