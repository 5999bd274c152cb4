"""A handful of words, and what they say about the next letter."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_a_capital_costs_a_little(lexicon: Lexicon) -> None:
    """At the start of a word a capital makes it a little less likely, inside a word more."""
    small, first, inside = (walk(lexicon, text)[0] for text in ("the", "The", "tHe"))
    assert small > first > inside > small - 3


def test_a_word_all_in_capitals_pays_once(lexicon: Lexicon) -> None:
    """After two capitals a third costs nothing, and a small letter does."""
    assert walk(lexicon, "THEN")[0] - walk(lexicon, "THE")[0] == pytest.approx(
        walk(lexicon, "then")[0] - walk(lexicon, "the")[0]
    )
    assert walk(lexicon, "THEn")[0] < walk(lexicon, "THEN")[0]


def test_a_sentence_begins_with_a_capital(lexicon: Lexicon) -> None:
    """After a full stop a capital is likelier than a small letter; after a comma it is not."""
    assert walk(lexicon, "rain. The")[0] > walk(lexicon, "rain. the")[0]
    assert walk(lexicon, "rain, The")[0] < walk(lexicon, "rain, the")[0]


def test_punctuation_ends_a_word(lexicon: Lexicon) -> None:
    """A comma stands behind whole words, and behind it a space is likelier than the next word at once."""
    assert walk(lexicon, "rain,")[0] > walk(lexicon, "rai,")[0]
    assert walk(lexicon, "rain, the")[0] > walk(lexicon, "rain,the")[0]
    assert walk(lexicon, "rain, ")[1] == lexicon.start


@pytest.mark.parametrize("number", ["7", "12.5", "3/4", "1,000", "9:30", "2024"])
def test_numbers_are_no_unknown_words(lexicon: Lexicon, number: str) -> None:
    """Digits, and marks between them, cost less than letters that make no word."""
    cost, state = walk(lexicon, number)
    letters = walk(lexicon, "x" * len(number))
    assert cost + lexicon.end(state) > letters[0] + lexicon.end(letters[1])


@pytest.mark.parametrize("text", ["12cm", "2nd", "10%", "$5", "(5)", "x=7"])
def test_units_and_signs_stand_by_numbers(text: str) -> None:
    """A unit right behind, a sign before or behind: after each a space leads to the next word."""
    lexicon = Lexicon({"cm": 0.4, "nd": 0.3, "x": 0.3})
    assert walk(lexicon, text)[0] > -30
    assert walk(lexicon, f"{text} ")[1] == lexicon.start


def test_hyphens_tie_words_and_break_them(lexicon: Lexicon) -> None:
    """Behind a hyphen the next word begins; the first part of a word may stand before one, at a line's end."""
    assert walk(lexicon, "rain-the")[0] > walk(lexicon, "rain")[0] + walk(lexicon, "the")[0] - 7
    assert walk(lexicon, "rai-")[0] > walk(lexicon, "rai")[0] + math.log(0.001)


def test_an_elided_word_stands_before_the_next(lexicon: Lexicon) -> None:
    """Behind "l'" a word begins without a space; a curly apostrophe is the same."""
    french = Lexicon({"l'": 0.5, "eau": 0.25, "eaux": 0.25})
    assert walk(french, "l'eau")[0] == pytest.approx(math.log(0.5 * 0.5))
    assert walk(french, "l’eau") == walk(french, "l'eau")  # noqa: RUF001 it is curly
    assert walk(lexicon, "rain's")[0] > walk(lexicon, "rains")[0]


def test_shares_of_words(lexicon: Lexicon) -> None:
    """A word's share of all; a beginning of one is no word."""
    assert [lexicon.measure(word) for word in ("the", "rain", "th", "zebra")] == [0.5, 0.25, 0.0, 0.0]


@given(st.text(alphabet="thernai TH.,'-123%é", max_size=12))
def test_nothing_is_ruled_out(text: str) -> None:
    """Whatever is written costs something finite, however it is written."""
    lexicon = Lexicon({"the": 0.5, "then": 0.25, "rain": 0.25})
    cost, state = walk(lexicon, text)
    assert -200 < cost + lexicon.end(state) <= 0


def test_three_languages_are_known() -> None:
    """The words of English, Spanish and French are found, and no other string of letters is."""
    lexicon = load_lexicon()
    assert all(walk(lexicon, word)[1] is not UNKNOWN for word in ("evaporation", "también", "fenêtre"))
    assert walk(lexicon, "qzxv")[1] is UNKNOWN
