"""Two lines of writing drawn by hand: whose each mark is."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.reading.detect import Quad
from pipeline.reading.ink import find_ink
from pipeline.reading.share import Share, share_ink
from tests.reading.pages import INK, PAPER

Path = tuple[int, ...]


def quad(top: int) -> Quad:
    """Return a level quad, 60 pixels high."""
    return np.array([[40, top], [360, top], [360, top + 60], [40, top + 60]], dtype=np.float32)


def share_paths(*paths: Path, pen_px: int = 6) -> tuple[Share, Share]:
    """Draw paths on white paper and return the ink of a line at 100..160 and of one at 165..225."""
    image = Image.new("RGB", (400, 320), PAPER)
    for path in paths:
        ImageDraw.Draw(image).line(path, fill=INK, width=pen_px)
    upper, lower = share_ink(find_ink(np.asarray(image)), [quad(100), quad(165)])
    return upper, lower


def find_rows(share: Share) -> tuple[int, int]:
    """Return the first and last row of the page with the line's ink."""
    rows = np.flatnonzero(share.labels.any(axis=1))
    return int(rows[0]) + share.top, int(rows[-1]) + share.top


def stroke(x: int, top: int, bottom: int) -> Path:
    """Return a leaning stroke: an upright one of this length is ruling."""
    return (x, top, x - (bottom - top) // 2, bottom)


def test_a_tail_belongs_to_its_own_line() -> None:
    """A tail that hangs down into the next line is the upper line's, whole."""
    letters = [stroke(x, top, top + 38) for top in (112, 175) for x in (80, 110, 140, 260, 290, 320)]
    upper, lower = share_paths(*letters, stroke(220, 115, 182))
    assert find_rows(upper) == pytest.approx((112, 182), abs=4)
    assert find_rows(lower) == pytest.approx((175, 213), abs=4)


def test_marks_that_touch_are_divided() -> None:
    """A tail that runs into a letter of the next line ends about where the two meet."""
    upper, lower = share_paths(stroke(100, 112, 150), (200, 115, 150, 215), stroke(300, 175, 215))
    assert find_rows(upper) == pytest.approx((112, 165), abs=12)
    assert find_rows(lower) == pytest.approx((165, 215), abs=12)


def test_a_dot_belongs_to_the_nearest_line() -> None:
    """What crosses no line's middle, like the dot of an i, is where it lies."""
    upper, lower = share_paths(stroke(100, 112, 150), stroke(300, 182, 215), (299, 168, 305, 168))
    assert find_rows(upper)[1] < 156
    assert find_rows(lower)[0] == pytest.approx(167, abs=4)


def test_hairs_are_left_out() -> None:
    """A thin stroke on a thick one, as squared paper leaves it, is no ink of the word's."""
    image = Image.new("RGB", (400, 320), PAPER)
    draw = ImageDraw.Draw(image)
    for x in (100, 160, 220):
        draw.line(stroke(x, 115, 150), fill=INK, width=8)
    draw.line((96, 135, 80, 180), fill=INK, width=1)
    (share,) = share_ink(find_ink(np.asarray(image)), [quad(100)])
    assert find_rows(share) == pytest.approx((115, 150), abs=4)


def test_ink_far_from_every_line_is_nobodys() -> None:
    """A drawing at the foot of the page is no line's."""
    upper, lower = share_paths(stroke(100, 112, 150), stroke(300, 175, 215), stroke(200, 275, 310))
    assert find_rows(upper)[1] < 160
    assert find_rows(lower)[1] < 225


def test_no_ink_and_no_quads() -> None:
    """An empty page gives empty shares, and no quads give none."""
    upper, lower = share_paths()
    assert not upper.labels.any()
    assert not lower.labels.any()
    assert share_ink(find_ink(np.full((300, 400, 3), 255, np.uint8)), []) == ()


def test_a_share_is_cut_out_straight() -> None:
    """The ink of a tilted quad comes out upright, in the quad's own width and height with its room."""
    labels = np.zeros((300, 400), dtype=np.int32)
    labels[120:140, 120:140] = 7
    tilted = np.array([[130, 80], [180, 130], [130, 180], [80, 130]], dtype=np.float32)
    cut = Share(labels, 0, 0, 1.0).cut(tilted, 0.0)
    assert cut.shape == (71, 71)
    assert set(np.unique(cut)) == {0, 7}
    assert (cut > 0).sum() == pytest.approx(400, rel=0.1)
    assert Share(labels, 0, 0, 1.0).cut(tilted, 0.5).shape == (141, 71)
