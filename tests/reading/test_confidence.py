"""Strips as they might have been read, and what is made of them."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.reading.confidence import StripRead, join_strips, judge_page
from pipeline.reading.ink import Ink
from pipeline.records.reading import Word

NO_INK = Ink(np.zeros((100, 100), dtype=np.int32), np.array([0]), np.zeros((1, 4), np.int32), 1.0)
INKED = Ink(np.eye(100, dtype=np.int32), np.array([0, 100]), np.array([[0, 0, 0, 0], [0, 0, 100, 100]], np.int32), 1.0)


def strip(text: str, confidence: float, belief: float | None = None) -> StripRead:
    """Return a strip whose words are all as sure as `confidence`."""
    words = tuple(Word(word, None, confidence) for word in text.split())
    return StripRead(words, confidence if belief is None else belief)


def test_strips_of_a_row_make_one_line() -> None:
    """From left to right, as sure as the words in them on average."""
    line = join_strips([strip("the sun", 0.8), strip("shines", 0.5)], starts_paragraph=True)
    assert line is not None
    assert (line.text, line.starts_paragraph) == ("the sun shines", True)
    assert line.confidence == pytest.approx(0.7)


def test_strips_nobody_believes_in_are_left_out() -> None:
    """A scribble beside a word leaves the word; a row of scribbles leaves nothing."""
    scribble = strip("xW", 0.1, belief=0.2)
    line = join_strips([scribble, strip("sun", 0.9)], starts_paragraph=False)
    assert line is not None
    assert line.text == "sun"
    assert join_strips([scribble, strip("", 0.0)], starts_paragraph=False) is None


def test_a_page_without_ink_is_blank() -> None:
    """Nothing there is not the same as nothing read."""
    assert judge_page(NO_INK, [], 0.83) == judge_page(NO_INK, [strip("", 0.0)], 0.83)
    assert (judge_page(NO_INK, [], 0.83).confidence, judge_page(NO_INK, [], 0.83).needs_eyes) == (1.0, False)
    assert (judge_page(INKED, [], 0.83).confidence, judge_page(INKED, [], 0.83).needs_eyes) == (0.0, True)


@pytest.mark.parametrize(("confidence", "needs_eyes"), [(0.9, False), (0.83, False), (0.82, True)])
def test_the_setting_draws_the_line(confidence: float, needs_eyes: bool) -> None:  # noqa: FBT001  # a table of cases
    """A page needs eyes below the setting, not at it."""
    assert judge_page(INKED, [strip("the sun is warm", confidence)], 0.83).needs_eyes is needs_eyes


def test_what_was_left_out_still_counts() -> None:
    """A page of scribbles with one clear word is not a clear page."""
    scribbles = [strip("xW", 0.1, belief=0.2)] * 5
    assert judge_page(INKED, [strip("sun", 0.95), *scribbles], 0.83).needs_eyes
