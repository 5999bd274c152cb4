"""Which English word likes to follow which: counts of words and pairs come in, log-ratios of probabilities go out.

Counts: the 286,000 commonest pairs of the Google Web Trillion Word Corpus (Brants and Franz 2006, as kept by Norvig in
"Natural Language Corpus Data", 2009), from the wheel of wordsegment. They are English alone: a line that is read as
another language is read without them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise

BEGINNING = "<s>"
"""Stands before the first word of a line or sentence, as in the counts."""

_PAIR_SHARE = 0.7
_UNSEEN = math.log(1 - _PAIR_SHARE)
_KNOWN_WORDS = 80_000
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # noqa: RUF001 a curly apostrophe
_LAST_WORDS = re.compile(rf"(?:({_WORD.pattern})\W+)?({_WORD.pattern})\W*$")
_LONGEST_PAIR = 48
_NO_APOSTROPHE = str.maketrans("", "", "'’-")  # noqa: RUF001 the counts have none


class WordPairs:
    """How much likelier a word is after another one than anywhere: interpolated (Jelinek and Mercer 1980)."""

    def __init__(self, words: Mapping[str, float], pairs: Mapping[tuple[str, str], float]) -> None:
        total = sum(words.values())
        self._known = frozenset(words)
        self._shares = {word: count / total for word, count in words.items()}
        self._least = min(pairs.values(), default=0.0) / total
        self._ratios: dict[str, dict[str, float]] = {}
        for (before, word), count in pairs.items():
            if before in words and word in words:
                ratio = (count / words[before]) / (words[word] / total)
                self._ratios.setdefault(before, {})[word] = math.log(_PAIR_SHARE * ratio + 1 - _PAIR_SHARE)

    def price(self, before: str, word: str) -> float:
        """Return log P(word after `before`) - log P(word); 0.0 for a word without counts, which nothing is known of."""
        if before not in self._known or word not in self._known:
            return 0.0
        return self._ratios.get(before, {}).get(word, _UNSEEN)

    def measure_pull(self, before: str, word: str) -> float | None:
        """Return log P(word after `before`) - log P(word), not interpolated; None for a pair that was not counted.

        Pointwise mutual information (Church and Hanks 1990). Words as written: case and apostrophes don't matter.
        """
        price = self._ratios.get(_fold(before), {}).get(_fold(word))
        return None if price is None else math.log((math.exp(price) - 1 + _PAIR_SHARE) / _PAIR_SHARE)

    def is_expected(self, before: str, word: str) -> bool:
        """Whether both words are so common that, followed by any word alike, the pair would have been counted."""
        return self._shares.get(_fold(before), 0.0) * self._shares.get(_fold(word), 0.0) >= self._least > 0

    def price_last(self, text: str) -> float:
        """Return the price of the text's last word after the one before it."""
        found = _LAST_WORDS.search(text[-_LONGEST_PAIR:])
        if found is None:
            return 0.0
        return self.price(_fold(found[1]) if found[1] else BEGINNING, _fold(found[2]))

    def price_text(self, text: str) -> float:
        """Return the price of all the text's words."""
        words = [BEGINNING, *(_fold(word) for word in _WORD.findall(text))]
        return sum(self.price(before, word) for before, word in pairwise(words))


@cache
def load_pairs() -> WordPairs:
    """Return the pairs of the counts that wordsegment brings; half a second of work, once."""
    words = dict(islice(_read_counts("unigrams.txt"), _KNOWN_WORDS))
    pairs = {_split_pair(told): count for told, count in _read_counts("bigrams.txt")}
    words[BEGINNING] = sum(count for (before, _), count in pairs.items() if before == BEGINNING)
    return WordPairs(words, pairs)


def _read_counts(name: str) -> Iterator[tuple[str, float]]:
    for line in (files("wordsegment") / name).read_text(encoding="utf-8").splitlines():
        told, count = line.split("\t")
        yield told, float(count)


def _split_pair(told: str) -> tuple[str, str]:
    before, _, word = told.partition(" ")
    return before, word


def _fold(word: str) -> str:
    return word.lower().translate(_NO_APOSTROPHE)
