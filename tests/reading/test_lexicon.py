"""A handful of words, and what they say about the next letter."""

from __future__ import annotations

import math

import pytest

from pipeline.reading.lexicon import UNKNOWN, Lexicon, State, load_lexicon


@pytest.fixture
def lexicon() -> Lexicon:
    """Give three words, "the" twice as common as each other one."""
    return Lexicon({"the": 0.5, "then": 0.25, "rain": 0.25})


def walk(lexicon: Lexicon, text: str) -> tuple[float, State]:
    """Return the log-probability of all of `text` and the state after it."""
    total, state = 0.0, lexicon.start
    for sign in text:
        step, state = lexicon.step(state, sign)
        total += step
    return total, state


def test_letters_are_as_likely_as_their_words(lexicon: Lexicon) -> None:
    """Three quarters of all words begin with t, and after "the" two thirds end."""
    assert walk(lexicon, "t")[0] == pytest.approx(math.log(0.75))
    assert lexicon.end(walk(lexicon, "the")[1]) == pytest.approx(math.log(2 / 3))


def test_a_space_starts_a_new_word(lexicon: Lexicon) -> None:
    """After a word and a space every word is possible again."""
    assert walk(lexicon, "rain ")[1] == lexicon.start


def test_a_new_word_costs_more_and_is_possible(lexicon: Lexicon) -> None:
    """Here no word begins with "thr": it costs, and goes on as an unknown word to the next space."""
    total, state = walk(lexicon, "thr")
    assert state is UNKNOWN
    assert -20 < total < walk(lexicon, "the")[0] - 3
    assert walk(lexicon, "thrx ")[1] == lexicon.start


def test_a_capital_costs_little(lexicon: Lexicon) -> None:
    """At the start of a word a capital makes it a little less likely, inside a word more."""
    small, first, inside = (walk(lexicon, text)[0] for text in ("the", "The", "tHe"))
    assert small > first > inside > small - 1


def test_punctuation_ends_a_word(lexicon: Lexicon) -> None:
    """After a comma a new word begins, even without a space."""
    assert walk(lexicon, "rain,")[1] == lexicon.start
    assert walk(lexicon, "rain,")[0] > walk(lexicon, "rai,")[0]


def test_three_languages_are_known() -> None:
    """The words of English, Spanish and French are found, and no other string of letters is."""
    lexicon = load_lexicon()
    assert all(walk(lexicon, word)[1] is not UNKNOWN for word in ("evaporation", "también", "fenêtre"))
    assert walk(lexicon, "qzxv")[1] is UNKNOWN
