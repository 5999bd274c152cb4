"""Codes of languages come in, their words with how often each is used go out (wordfreq, Speer 2022)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import filterfalse, islice

WORDS_A_LANGUAGE = 80_000

# French words that stand with an apostrophe before a vowel; wordfreq counts them without it.
_ELIDED = {"fr": {"l", "d", "j", "n", "s", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu"}}
_ELIDED_SHARE = 0.97
_DIGIT = re.compile(r"\d")


def load_frequencies(language: str) -> dict[str, float]:
    """Return the language's commonest words with their share of all words, in lower case and without numbers."""
    from wordfreq import get_frequency_list

    ranked: dict[str, float] = {}
    for k, words in enumerate(get_frequency_list(language)):
        if len(ranked) >= WORDS_A_LANGUAGE:
            break
        ranked |= dict.fromkeys(filterfalse(_DIGIT.search, words), 10 ** (-k / 100))  # word by word would be slow
    frequencies = dict(islice(ranked.items(), WORDS_A_LANGUAGE))
    get_frequency_list.cache_clear()  # the whole lists take 100 MB
    for word in frequencies.keys() & _ELIDED.get(language, set()):
        frequencies[f"{word}'"] = _ELIDED_SHARE * frequencies[word]
        frequencies[word] *= 1 - _ELIDED_SHARE
    return frequencies


def mix_frequencies(lists: Mapping[str, Mapping[str, float]], shares: Mapping[str, float]) -> dict[str, float]:
    """Return the words of all languages in `lists`, each language with its share."""
    mixed: dict[str, float] = {}
    for language, share in shares.items():
        for word, frequency in lists[language].items():
            mixed[word] = mixed.get(word, 0.0) + share * frequency
    return mixed
