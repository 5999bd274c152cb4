"""Likelihoods made by hand: what words may change in what was seen, and what not."""

from __future__ import annotations

import string

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.reading.beam import search_text
from pipeline.reading.decode import decode_greedy
from pipeline.reading.lexicon import Lexicon, load_lexicon

ALPHABET = ("", *string.ascii_letters, " ", ".", "'")

MISSPELT = (
    "becuase wich thier freind beleive recieve untill tomorow "
    "definately seperate allways alot wierd realy diffrent evaparate "
    "watter hapened sumtimes peple skool wen sed wuz "
    "brd sol enuf nite frum thay pepole"
)
NEIGHBOURS = str.maketrans("aeiourntdhclmwbg", "oaoaunrldbecnuhq")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Give the lexicon that ships."""
    return load_lexicon()


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
def test_what_the_child_spelt_stays(lexicon: Lexicon, word: str) -> None:
    """A misspelt or invented word that is seen clearly is read as it was written."""
    assert search_text(write(f"the {word} is", 0.96), ALPHABET, lexicon) == f"the {word} is"


def test_words_decide_where_the_letter_is_unsure(lexicon: Lexicon) -> None:
    """Between "wuter" at 0.55 and "water" at 0.45 the word that exists is read."""
    frames = write("the water rises", 0.97, {5: ("u", 0.55)})
    assert "".join(letter.sign for letter in decode_greedy(frames, ALPHABET)) == "the wuter rises"
    assert search_text(frames, ALPHABET, lexicon) == "the water rises"


def test_a_space_that_is_half_seen_is_found_by_the_words(lexicon: Lexicon) -> None:
    """Two words run together where the space was nearly seen come apart."""
    frames = write("of the", 0.97)
    frames[4, ALPHABET.index(" ")], frames[4, 0] = 0.4, 0.6
    assert search_text(frames, ALPHABET, lexicon) == "of the"


def test_doubled_letters_stay_doubled(lexicon: Lexicon) -> None:
    """A blank between two equal letters keeps both."""
    assert search_text(write("all letters", 0.97), ALPHABET, lexicon) == "all letters"


def test_nothing_seen_is_nothing_read(lexicon: Lexicon) -> None:
    """Blanks alone have no text."""
    assert search_text(write("", 0.9), ALPHABET, lexicon) == ""
    blanks = np.zeros((20, len(ALPHABET)), dtype=np.float32)
    blanks[:, 0] = 1.0
    assert search_text(blanks, ALPHABET, lexicon) == ""
