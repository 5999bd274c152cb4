"""A few frames by hand, and where the letters of a text stand in them."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.reading.align import align_text
from pipeline.reading.decode import decode_greedy

ALPHABET = ("", "a", "b")
FRAMES = np.array(
    [[0.1, 0.9, 0.0], [0.8, 0.2, 0.0], [0.1, 0.3, 0.6], [0.1, 0.2, 0.7], [0.9, 0.1, 0.0]], dtype=np.float32
)


def test_the_likeliest_text_stands_where_it_was_read() -> None:
    """For the greedy text the places and beliefs are the greedy ones."""
    assert align_text(FRAMES, ALPHABET, "ab") == decode_greedy(FRAMES, ALPHABET)


def test_another_letter_has_the_belief_the_model_has_in_it() -> None:
    """A letter the words asked for is as unsure as the frames are about it."""
    first, second = align_text(FRAMES, ALPHABET, "aa")
    assert (first.sign, first.start, first.end) == ("a", 0, 1)
    assert (second.sign, second.start) == ("a", 2)
    assert (first.confidence, second.confidence) == pytest.approx((0.9, 0.3))


def test_equal_letters_need_a_blank_between() -> None:
    """Two frames cannot hold two equal letters."""
    assert align_text(FRAMES[:2], ALPHABET, "aa") == ()
    assert len(align_text(FRAMES[:2], ALPHABET, "ab")) == 2


def test_too_long_a_text_has_no_place() -> None:
    """More letters than frames cannot be placed, and no letters need none."""
    assert align_text(FRAMES, ALPHABET, "ababab") == ()
    assert align_text(FRAMES, ALPHABET, "") == ()
