"""Strips as they might have been read, and what is made of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.reading.confidence import Nature, StripRead, join_strips, judge_page, weigh_signs
from pipeline.reading.ink import Ink
from pipeline.reading.signs import Signs
from pipeline.records.reading import Box, Word

NO_INK = Ink(np.zeros((100, 100), dtype=np.int32), np.array([0]), np.zeros((1, 4), np.int32), 1.0)
INKED = Ink(np.eye(100, dtype=np.int32), np.array([0, 100]), np.array([[0, 0, 0, 0], [0, 0, 100, 100]], np.int32), 1.0)
EVERYWHERE = Box(0, 0, 100, 100)
INSIDE = Box(5, 5, 95, 95)
CLEAR = Signs(sureness=0.95, unread=0.01)


def strip(text: str, confidence: float, belief: float | None = None, nature: Nature = Nature.WRITING) -> StripRead:
    """Return a strip whose words are all as sure as `confidence`, over the middle of the page."""
    words = tuple(Word(word, INSIDE, confidence) for word in text.split())
    return StripRead(words, confidence if belief is None else belief, nature=nature)


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
    assert join_strips([strip("www", 0.9, nature=Nature.DRAWING)], starts_paragraph=False) is None


def test_a_page_without_ink_is_blank() -> None:
    """Nothing there is not the same as nothing read; what shines through was not written on this side."""
    blank, unread = judge_page(NO_INK, [strip("", 0.0)], 0.0, 0.5), judge_page(INKED, [strip("xW", 0.1)], 0.0, 0.5)
    assert (blank.confidence, blank.needs_eyes) == (1.0, False)
    assert (unread.confidence, unread.needs_eyes) == (0.0, True)
    through = replace(strip("nus", 0.6, nature=Nature.SHOW_THROUGH), words=(Word("nus", EVERYWHERE, 0.6),))
    assert judge_page(INKED, [through], 0.0, 0.5) == blank


def test_the_setting_draws_the_line() -> None:
    """A page needs eyes below the setting, not at it."""
    read = [strip("the sun is warm", 0.9)]
    confidence = judge_page(INKED, read, 0.0, 0.5).confidence
    assert 0 < confidence < 1
    assert not judge_page(INKED, read, 0.0, confidence).needs_eyes
    assert judge_page(INKED, read, 0.0, confidence + 0.001).needs_eyes


def test_a_clear_page_is_sure() -> None:
    """Words that are sure, no ink left over, no line cut."""
    assert weigh_signs(CLEAR) > 0.9


@pytest.mark.parametrize(
    ("signs", "cut"), [(replace(CLEAR, sureness=0.5), 0.0), (replace(CLEAR, unread=0.4), 0.0), (CLEAR, 0.6)]
)
def test_each_sign_can_mark_a_page(signs: Signs, cut: float) -> None:
    """Unsure words, ink that nobody read, lines that run out of the picture."""
    assert weigh_signs(signs, cut) < 0.45


def test_certainty_has_an_end() -> None:
    """Words that are wrong for sure, and right for sure, are numbers in 0..1 too."""
    assert 0 <= weigh_signs(replace(CLEAR, sureness=0.0)) < weigh_signs(replace(CLEAR, sureness=1.0)) <= 1
