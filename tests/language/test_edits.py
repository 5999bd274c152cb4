"""Words a few misread letters away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from pipeline.language.edits import Neighbours, count_edits, list_edited, list_near, spell_digits

WORDS = st.text(alphabet="abc", min_size=1, max_size=5)


@given(st.sets(WORDS, min_size=1), WORDS)
def test_neighbours_are_all_words_one_edit_away(words: set[str], word: str) -> None:
    """The list of words less one letter finds what measuring every word finds."""
    assert Neighbours(words).list_near(word) == sorted(w for w in words if Levenshtein.distance(w, word) == 1)


@given(WORDS)
def test_edited_words_are_one_edit_away(word: str) -> None:
    """Or have two letters in each other's place, which are two edits; the word itself may come back."""
    assert {Levenshtein.distance(word, other) for other in list_edited(word)} <= {0, 1, 2}
    assert {"teh", "he", "thee", "tje"} <= set(list_edited("the"))


def test_near_words_come_with_their_edits() -> None:
    """What is further away than asked for isn't there."""
    assert list_near("lhe", ["the", "then", "floor"], 2) == [("the", 1), ("then", 2)]


@pytest.mark.parametrize(
    ("read", "spelt"), [("m0re", ["more"]), ("wi1l", ["will", "wiil"]), ("more", []), ("2024", []), ("3rd", [])]
)
def test_digits_in_a_word_are_letters(read: str, spelt: list[str]) -> None:
    """A digit that looks like no letter spells no word, and neither does a number."""
    assert sorted(spell_digits(read)) == sorted(spelt)


@pytest.mark.parametrize(("word", "edits"), [("flor", 1), ("untied", 1), ("unfll", 2), ("terninab", 2)])
def test_longer_words_may_have_more_misread(word: str, edits: int) -> None:
    """Five letters are mended by two edits only where nobody writes such a word."""
    assert count_edits(word) == edits
