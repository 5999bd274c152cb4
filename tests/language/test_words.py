"""What a word is, and which words are known."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import STOP_WORDS, find_words, is_known_word, list_words, measure_frequency


def test_words_stand_where_they_say() -> None:
    """A word's place cuts it out of the text, whatever its case and its apostrophe."""
    text = "Don\u2019t touch the 9-volt battery, Anna's!"
    words = find_words(text)
    assert [word.text for word in words] == ["don't", "touch", "the", "9", "volt", "battery", "anna's"]
    assert text[words[0].start : words[0].end] == "Don\u2019t"


@given(st.text(max_size=80))
def test_no_text_breaks_the_words(text: str) -> None:
    """Words come in order, do not overlap, and hold no white space."""
    words = find_words(text)
    assert all(before.end <= after.start for before, after in pairwise(words))
    assert all(text[word.start : word.end].split() == [text[word.start : word.end]] for word in words)
    assert list_words(text) == [word.text for word in words]


def test_no_words_in_punctuation() -> None:
    """Dots and dashes are no words."""
    assert find_words("... -- '' \n") == ()


@pytest.mark.parametrize("word", ["evaporates", "bulbs", "Photosynthesis", "dog's", "running"])
def test_known_words(word: str) -> None:
    """A word is known in its forms and in any case."""
    assert is_known_word(word)


@pytest.mark.parametrize("word", ["thier", "recieve", "becuase", "evaperatid", "xqzt"])
def test_misspellings_are_not_known(word: str) -> None:
    """Common misspellings and nonsense are not known."""
    assert not is_known_word(word)


def test_common_words_are_more_frequent() -> None:
    """Frequency rises with use, and nonsense has none."""
    assert measure_frequency("xqzt") == 0
    assert measure_frequency("good") > measure_frequency("hormone") > 2


def test_stop_words_are_words_as_found() -> None:
    """Every stop word is found as one word in lower case, so that a lookup can meet it."""
    assert all([word.text for word in find_words(stop)] == [stop] for stop in STOP_WORDS)
