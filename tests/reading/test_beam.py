"""Likelihoods made by hand: what words may change in what was seen, and what not."""

from __future__ import annotations

import string

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.language.pairs import WordPairs, load_pairs
from pipeline.reading.beam import BeamSettings, Words, search_texts
from pipeline.reading.decode import decode_greedy
from pipeline.reading.lexicon import load_lexicon

ALPHABET = ("", *string.ascii_letters, " ", ".", "'")

MISSPELT = (
    "becuase wich thier freind beleive recieve untill tomorow "
    "definately seperate allways alot wierd realy diffrent evaparate "
    "watter hapened sumtimes peple skool wen sed wuz "
    "brd sol enuf nite frum thay pepole"
)
NEIGHBOURS = str.maketrans("aeiourntdhclmwbg", "oaoaunrldbecnuhq")


@pytest.fixture(scope="module")
def words() -> Words:
    """Give the words and pairs that ship."""
    return Words(load_lexicon(), load_pairs())


def search_text(frames: NDArray[np.float32], words: Words) -> str:
    """Return the likeliest text."""
    return search_texts(frames, ALPHABET, words)[0]


def write(text: str, likelihood: float, doubt: dict[int, tuple[str, float]] | None = None) -> NDArray[np.float32]:
    """Return frames that show each letter of `text`, a blank after each; `doubt` gives letters' rivals."""
    frames = np.full((2 * len(text), len(ALPHABET)), 1e-5, dtype=np.float32)
    frames[1::2, 0] = 0.9999
    for k, sign in enumerate(text):
        rival, share = (doubt or {}).get(k, (sign.translate(NEIGHBOURS), 1 - likelihood))
        frames[2 * k, ALPHABET.index(rival)] += share
        frames[2 * k, ALPHABET.index(sign)] += likelihood if not doubt or k not in doubt else 1 - share
    return frames


@pytest.mark.parametrize("word", MISSPELT.split())
def test_what_the_child_spelt_stays(words: Words, word: str) -> None:
    """A misspelt or invented word that is seen clearly is read as it was written."""
    assert search_text(write(f"the {word} is", 0.96), words) == f"the {word} is"


def test_words_decide_where_the_letter_is_unsure(words: Words) -> None:
    """Between "wuter" at 0.55 and "water" at 0.45 the word that exists is read."""
    frames = write("the water rises", 0.97, {5: ("u", 0.55)})
    assert "".join(letter.sign for letter in decode_greedy(frames, ALPHABET)) == "the wuter rises"
    assert search_text(frames, words) == "the water rises"


def test_a_space_that_is_half_seen_is_found_by_the_words(words: Words) -> None:
    """Two words run together where the space was nearly seen come apart."""
    frames = write("of the", 0.97)
    frames[4, ALPHABET.index(" ")], frames[4, 0] = 0.4, 0.6
    assert search_text(frames, words) == "of the"


def test_doubled_letters_stay_doubled(words: Words) -> None:
    """A blank between two equal letters keeps both."""
    assert search_text(write("all letters", 0.97), words) == "all letters"


def test_nothing_seen_is_nothing_read(words: Words) -> None:
    """Blanks alone have no text."""
    assert search_text(write("", 0.9), words) == ""
    blanks = np.zeros((20, len(ALPHABET)), dtype=np.float32)
    blanks[:, 0] = 1.0
    assert search_text(blanks, words) == ""


def test_the_word_before_decides_between_words(words: Words) -> None:
    """Between "one" and "are", equally well seen, "there are" is read, and "only one"."""
    for before, after in (("there", "are"), ("only", "one")):
        frames = write(f"{before} {after} it", 0.97)
        at = 2 * (len(before) + 1)
        for place, pair in ((at, "ao"), (at + 2, "rn")):
            for sign in pair:
                frames[place, ALPHABET.index(sign)] = 0.49
        assert search_text(frames, words) == f"{before} {after} it"


def test_texts_come_the_likeliest_first_and_once(words: Words) -> None:
    """The second text is the rival, no text comes twice, and there are no more than the search is wide."""
    frames = write("the water rises", 0.97, {5: ("u", 0.55)})
    texts = search_texts(frames, ALPHABET, words, BeamSettings(width=4))
    assert texts[:2] == ("the water rises", "the wuter rises")
    assert len(set(texts)) == len(texts) <= 4


def test_a_text_is_worth_more_with_words_that_belong_together() -> None:
    """The price of a whole text counts its words, and its pairs where there are counts of pairs."""
    lexicon = load_lexicon()
    pairs = WordPairs({"hot": 10.0, "tea": 10.0, "sea": 10.0}, {("hot", "tea"): 8.0})
    with_pairs, without = Words(lexicon, pairs), Words(lexicon)
    assert with_pairs.price_text("hot tea") > without.price_text("hot tea")
    assert with_pairs.price_text("hot sea") < without.price_text("hot sea")
    assert without.price_text("water") > without.price_text("wuter")
