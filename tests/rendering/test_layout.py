"""Rules of laying a text on sheets."""

from __future__ import annotations

from itertools import pairwise

from tests.rendering.hands import draw_hand, make_generator
from tests.rendering.layout import WrittenSheet, write_text
from tests.rendering.paper import A4, SLIP, Paper, SheetSize

SENTENCE = "The water on the floor had more surface area than the water in the cup."


def _write(text: str, size: SheetSize) -> tuple[WrittenSheet, ...]:
    return write_text(text, draw_hand("otter", "schoolbell"), Paper.RULED, size, make_generator("layout"))


def test_every_word_is_written_once_and_in_order() -> None:
    """Words on the sheets, read in order, are the text's words."""
    sheets = _write(SENTENCE, SLIP)
    assert [word.text for sheet in sheets for word in sheet.words] == SENTENCE.split()


def test_words_on_a_line_follow_one_another_to_the_right() -> None:
    """Within a line each word's ink begins to the right of the one before."""
    words = _write(SENTENCE, SLIP)[0].words
    for before, after in pairwise(words):
        if before.line == after.line:
            assert before.hull[:, 0].min() < after.hull[:, 0].min()
        else:
            assert after.line == before.line + 1


def test_a_long_text_takes_a_second_sheet() -> None:
    """Thirty sentences do not fit on one sheet; lines are counted anew on the next, and all ink stays on the paper."""
    sheets = _write("\n\n".join([SENTENCE] * 30), A4)
    assert len(sheets) > 1
    assert sheets[1].words[0].line == 0
    for sheet in sheets:
        for word in sheet.words:
            assert 0 <= word.hull[:, 0].min() < word.hull[:, 0].max() < A4.width_px
            assert 0 <= word.hull[:, 1].min() < word.hull[:, 1].max() < A4.height_px


def test_ink_lies_where_the_words_are_said_to_be() -> None:
    """Inside a word's hull bounds the sheet is darker than empty paper."""
    sheet = _write(SENTENCE, SLIP)[0]
    for word in sheet.words:
        (x0, y0), (x1, y1) = word.hull.min(axis=0).astype(int), word.hull.max(axis=0).astype(int)
        assert sheet.image[y0 : y1 + 1, x0 : x1 + 1].min() < 140
