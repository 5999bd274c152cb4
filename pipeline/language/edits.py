"""A word as read in, words it is few edits away from out: a letter put in, lost, or taken for another.

Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals" (1966).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from string import ascii_lowercase

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from pipeline.language.words import measure_frequency

TWO_EDITS_FROM, TWO_EDITS_ALWAYS_FROM = 5, 7
RARE_FROM_ZIPF = 2.0
"""A word met less often than that (on the Zipf scale of frequencies) is hardly one: of shorter words those alone are
mended by two edits, for "untied" is no "until"."""

LETTERS_LIKE = {"0": "o", "1": "li", "2": "z", "5": "s", "6": "b", "9": "g"}
"""Digits inside a word are most likely letters."""

MOST_WAYS = 16


class Neighbours:
    """The words of a list, found by those one edit away: both less one letter are the same (Garbe's SymSpell, 2012)."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_less = defaultdict[str, list[str]](list)
        for word in words:
            for less in _take_one_out(word):
                self._by_less[less].append(word)

    def list_near(self, word: str) -> list[str]:
        """Return the words of the list that are one edit away from `word`, in order."""
        near = {other for less in _take_one_out(word) for other in self._by_less.get(less, ())}
        return sorted(other for other in near if Levenshtein.distance(word, other, score_cutoff=1) == 1)


def list_edited(word: str) -> Iterator[str]:
    """Yield every string one edit away from `word`, or with two letters in the other's place (Norvig 2009)."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for before, after in cuts:
        yield from (before + letter + after for letter in ascii_lowercase)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def spell_digits(word: str) -> list[str]:
    """Return `word` with letters for its digits, each way there is; nothing for a word or a number alone."""
    if word.isalpha() or not any(char.isalpha() for char in word):
        return []
    ways = product(*(LETTERS_LIKE.get(char, char) for char in word))
    return [spelt for way in islice(ways, MOST_WAYS) if (spelt := "".join(way)) != word]


def list_near(word: str, able: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Return those of the words `able` that are at most so many edits (Levenshtein 1966) away, and how many."""
    found = process.extract(word, able, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
    return [(other, int(edits)) for other, edits, _ in found]


def count_edits(word: str) -> int:
    """Return how many letters of `word`, which nobody knows, may be misread at most."""
    if len(word) >= TWO_EDITS_ALWAYS_FROM:
        return 2
    return 2 if len(word) >= TWO_EDITS_FROM and measure_frequency(word) < RARE_FROM_ZIPF else 1


def _take_one_out(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
