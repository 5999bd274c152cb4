"""Ink laid out by hand, and the boxes of the words in it."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.reading.decode import Span
from pipeline.reading.place import place_words
from pipeline.reading.share import Share
from pipeline.records.reading import Box

QUAD = np.array([[0, 100], [400, 100], [400, 160], [0, 160]], dtype=np.float32)
SPANS = (Span("one", 0.02, 0.1, 0.3, 0.6, 0.9), Span("two", 0.3, 0.6, 0.85, 1.0, 0.9))


def share_of(*boxes: tuple[int, int, int, int]) -> Share:
    """Return a line's ink on 400 by 300 pixels: a mark that fills each box (x0, y0, x1, y1)."""
    labels = np.zeros((300, 400), dtype=np.int32)
    for number, (x0, y0, x1, y1) in enumerate(boxes, start=1):
        labels[y0:y1, x0:x1] = number
    return Share(labels, 0, 0, 1.0)


def edges(box: Box) -> NDArray[np.float64]:
    """Return the box as numbers."""
    return np.array([box.x0, box.y0, box.x1, box.y1])


def test_words_stand_where_their_ink_is() -> None:
    """Empty edges go, and the gap between two words is the ink's, not the frames'."""
    first, second = place_words(share_of((20, 110, 180, 150), (200, 115, 390, 160)), QUAD, SPANS)
    assert edges(first) == pytest.approx([20, 110, 180, 150], abs=1.5)
    assert edges(second) == pytest.approx([200, 115, 390, 160], abs=1.5)


def test_what_hangs_below_the_line_is_the_words() -> None:
    """A tail below the quad makes its word taller, and the word beside it not."""
    first, second = place_words(share_of((20, 110, 180, 190), (200, 115, 390, 160)), QUAD, SPANS)
    assert edges(first) == pytest.approx([20, 110, 180, 190], abs=1.5)
    assert edges(second) == pytest.approx([200, 115, 390, 160], abs=1.5)


def test_a_mark_is_one_words() -> None:
    """A mark most of which is the second word's lies whole in its box, and leaves the first word's alone."""
    labels = share_of((20, 120, 150, 150), (200, 120, 390, 150)).labels
    labels[150:156, 100:390] = 2
    first, second = place_words(Share(labels, 0, 0, 1.0), QUAD, SPANS)
    assert edges(first) == pytest.approx([20, 120, 150, 150], abs=1.5)
    assert edges(second) == pytest.approx([100, 120, 390, 156], abs=1.5)


def test_without_ink_the_frames_and_the_quad_count() -> None:
    """Pencil too faint to be seen as ink still has a box inside its line."""
    boxes = place_words(share_of(), QUAD, SPANS)
    assert [box.y0 for box in boxes] == pytest.approx([100, 100], abs=1)
    assert [box.y1 for box in boxes] == pytest.approx([160, 160], abs=1)
    assert boxes[0].x1 <= boxes[1].x0


def test_a_tilted_word_has_the_upright_box_around_its_part() -> None:
    """On a rising line the second word lies higher than the first."""
    rising = np.array([[0, 150], [380, 50], [395, 108], [15, 208]], dtype=np.float32)
    first, second = place_words(share_of(), rising, SPANS)
    assert second.y1 < first.y1
    assert second.y0 < first.y0


def test_no_words_need_no_boxes() -> None:
    """A quad in which nothing was read is passed over."""
    assert place_words(share_of((20, 110, 180, 150)), QUAD, ()) == ()
