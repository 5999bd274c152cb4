"""Likelihoods made by hand: which text several views of one strip say."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.reading.beam import Words
from pipeline.reading.lexicon import load_lexicon
from pipeline.reading.weigh import weigh_texts
from tests.reading.test_beam import ALPHABET, write


@pytest.fixture(scope="module")
def words() -> Words:
    """Give words without pairs."""
    return Words(load_lexicon())


def show(doubt: dict[int, tuple[str, float]]) -> NDArray[np.float32]:
    """Return frames of "the water is" with some letters doubtful."""
    return write("the water is", 0.97, doubt)


def test_shares_sum_to_one_and_come_in_order(words: Words) -> None:
    """Every text stands once."""
    weighed = weigh_texts([show({5: ("u", 0.5)})], ALPHABET, words, ["the wuter is"])
    assert sum(text.share for text in weighed) == pytest.approx(1.0)
    shares = [text.share for text in weighed]
    assert shares == sorted(shares, reverse=True)
    assert len({text.text for text in weighed}) == len(weighed)


def test_what_fits_all_views_wins_over_what_fits_one(words: Words) -> None:
    """One view says "later" by a little, two say "water": "water" is read."""
    views = [show({4: ("l", 0.7)}), show({4: ("l", 0.1)}), show({4: ("l", 0.1)})]
    assert weigh_texts(views, ALPHABET, words, [])[0].text == "the water is"


def test_what_was_seen_is_always_among_the_texts(words: Words) -> None:
    """Also where no search would propose it."""
    weighed = weigh_texts([show({})], ALPHABET, words, ["zzz"])
    assert "zzz" in {text.text for text in weighed}
    assert weighed[0].text == "the water is"


def test_blanks_alone_say_nothing(words: Words) -> None:
    """A strip on which no letter is seen has no text."""
    blanks = np.zeros((12, len(ALPHABET)), dtype=np.float32)
    blanks[:, 0] = 1.0
    assert weigh_texts([blanks], ALPHABET, words, [""]) == ()


def test_a_sure_view_keeps_what_it_shows_far_better(words: Words) -> None:
    """In a sure strip's one view "wuter" stays, though the lists have only "water"; less surely shown it doesn't."""
    assert weigh_texts([show({5: ("u", 0.9999)})], ALPHABET, words, ["the wuter is"])[0].text == "the wuter is"
    assert weigh_texts([show({5: ("u", 0.6)})], ALPHABET, words, ["the wuter is"])[0].text == "the water is"
