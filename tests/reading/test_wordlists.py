"""What the word lists hold."""

from __future__ import annotations

import pytest
from wordfreq import available_languages

from pipeline.reading.wordlists import load_frequencies, mix_frequencies
from pipeline.settings import WORD_LISTS


def test_every_language_of_the_settings_has_a_list() -> None:
    """The codes that the settings allow are those of lists in the wheel."""
    assert set(WORD_LISTS.split()) <= set(available_languages("best"))


def test_common_words_are_more_frequent() -> None:
    """Shares of all words, numbers left out."""
    english = load_frequencies("en")
    assert english["the"] > english["water"] > english["evaporation"] > 0
    assert not [word for word in english if any(sign.isdigit() for sign in word)]


def test_french_words_are_elided() -> None:
    """An l with an apostrophe is far commoner than one without, and they share what the list counts."""
    french = load_frequencies("fr")
    assert french["l'"] > 10 * french["l"] > 0


def test_shares_are_mixed() -> None:
    """A word of two languages has the mean of both, weighed."""
    lists = {"en": {"son": 0.2, "sun": 0.8}, "es": {"son": 0.6, "sol": 0.4}}
    assert mix_frequencies(lists, {"en": 0.75, "es": 0.25}) == pytest.approx({"son": 0.3, "sun": 0.6, "sol": 0.1})
