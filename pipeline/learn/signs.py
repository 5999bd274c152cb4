"""Texts, their vectors and the task in, signs of what kind of answer each is out: one column a sign, z-scored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.language import STOP_WORDS, find_words
from pipeline.language.stems import stem

Rows = NDArray[np.float64]
TINY = 1e-9

NEGATIONS = frozenset(
    "not no never none nothing neither nor without cannot can't dont don't doesnt doesn't didn't didnt isn't isnt "  # noqa: SIM905 a list
    "aren't arent wasn't wasnt won't wont wouldn't couldn't shouldn't cant haven't hasn't nobody".split()
)
TELLING = NEGATIONS | frozenset(
    "above after before below between more most less least same other both all only each because if on off up down "  # noqa: SIM905 a list
    "over under out in to from than few".split()
)
"""Stop words that change what an answer says."""

_GIVES_UP = re.compile(
    r"\b(i )?(do not|don'?t|dont) (know|understand|get)|\bidk\b|give up|no idea|not sure|no clue"
    r"|tell (me )?(the )?answer|forgot|\bhelp\b|^\W*$|^\W*i (do not|don'?t)\W*$"
)


@dataclass(frozen=True, slots=True)
class Likenesses:
    """How alike any two pieces are: cosines (n, n).

    `asked` is meaning read after the question; the rest meaning, character n-grams, telling words, word pairs, claims.
    """

    meaning: Rows
    asked: Rows
    spelling: Rows
    words: Rows
    pairs: Rows
    claims: Rows


def list_telling(text: str) -> list[str]:
    """Return the stems of `text`'s content and telling words in order; negations are one word, "no" aside."""
    words = (word.text for word in find_words(text))
    return [_stem_telling(word) for word in words if word not in STOP_WORDS or word in TELLING]


def list_content(text: str) -> list[str]:
    """Return the stems of `text`'s content words, in order."""
    return [stem(word.text) for word in find_words(text) if word.text not in STOP_WORDS]


def standardise(column: Sequence[float] | Rows) -> Rows:
    """Return `column` (n,) at mean 0 and deviation 1; a constant one is 0."""
    values = np.asarray(column, dtype=np.float64)
    spread = values.std()
    return np.asarray((values - values.mean()) / spread if spread > TINY else values * 0.0)


def find_signs(texts: Sequence[str], repaired: Sequence[str], alike: Likenesses) -> dict[str, Rows]:
    """Return the signs that need no model answer, each (n,)."""
    return {
        "typical": standardise(alike.meaning.mean(axis=1)),
        "spelling": standardise(alike.spelling.mean(axis=1)),
        "words": standardise(alike.words.mean(axis=1)),
        "length": standardise(np.log1p([len(find_words(text)) for text in repaired])),
        "gives up": np.array([float(bool(_GIVES_UP.search(text.lower()))) for text in texts]),
    }


def _stem_telling(word: str) -> str:
    return stem(word) if word not in NEGATIONS else ("no" if word == "no" else "not")
