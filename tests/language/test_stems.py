"""Words without their endings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.stems import SHORTEST_STEM, stem

LETTERS = "abcdefghijklmnopqrstuvwxyz'"


@pytest.mark.parametrize(
    "forms",
    [
        ("evaporates", "evaporate", "evaporating", "evaporated", "evaporation"),
        ("plant", "plants", "planted", "planting", "plant's"),
        ("body", "bodies", "bodied"),
        ("quick", "quickly"),
        ("use", "uses"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    """Whatever ending it has."""
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("pair", [("plant", "planet"), ("heat", "hear"), ("leaves", "roots")])
def test_other_words_have_other_stems(pair: tuple[str, str]) -> None:
    """An ending is taken off, not a word's own letters."""
    assert stem(pair[0]) != stem(pair[1])


@pytest.mark.parametrize("word", ["is", "bed", "red", "day", "sky", "gas", "ring", "", "7"])
def test_a_short_word_stays_whole(word: str) -> None:
    """What would be left is too little to know it by."""
    assert stem(word) == word


@given(st.text(LETTERS, max_size=15))
def test_a_stem_begins_its_word(word: str) -> None:
    """Nothing is put in, and three letters at least are kept of a word that has them."""
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(len(word), SHORTEST_STEM)
