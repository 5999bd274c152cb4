"""The words a teacher writes down for a piece: the last ones count, empty ones are gone, undo brings them back."""

from __future__ import annotations

from pipeline.decide import collect_captions, write_caption
from tests.decide.conftest import Diary


def test_the_last_words_written_down_count() -> None:
    """By piece, whatever signs are in them."""
    diary = Diary()
    diary.decide("caption", value=write_caption("K07", "a sun"))
    diary.decide("caption", value=write_caption("K07", 'a "hot" sun\n<b>'))
    diary.decide("caption", value=write_caption("B12", "roots"))
    assert collect_captions(diary.decisions) == {"B12": "roots", "K07": 'a "hot" sun\n<b>'}


def test_empty_words_are_none_and_undo_brings_them_back() -> None:
    """Emptying a caption is a decision like any other."""
    diary = Diary()
    diary.decide("caption", value=write_caption("K07", "a sun"))
    emptied = diary.decide("caption", value=write_caption("K07", ""))
    assert collect_captions(diary.decisions) == {}
    diary.undo(emptied)
    assert collect_captions(diary.decisions) == {"K07": "a sun"}
