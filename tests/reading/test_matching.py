"""Two texts of one line, word for word."""

from __future__ import annotations

import pytest

from pipeline.reading.matching import match_words


@pytest.mark.parametrize(
    ("words", "others", "pairs"),
    [
        ("the water is", "the wuter is", [(0, "the"), (1, "wuter"), (2, "is")]),
        ("the water is", "the wa ter is", [(0, "the"), (2, "is")]),
        ("the wa ter is", "the water is", [(0, "the"), (3, "is")]),
        ("so the", "the", [(1, "the")]),
        ("", "the", []),
    ],
)
def test_one_word_for_one(words: str, others: str, pairs: list[tuple[int, str]]) -> None:
    """Words that were parted, joined or left out have no partner."""
    assert match_words(words.split(), others.split()) == pairs
