"""Word counts of a class set in, what it and the lists of its languages know out: which words are words, how common.

A word is known when a list has it as no misspelling, when the task has it, or when the class set uses it often enough.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from pipeline.language.edits import list_near, spell_digits
from pipeline.language.words import STOP_WORDS, is_known_word

SHORTEST_REPAIRED = 4

SHORTEST_PART, SHORTEST_PLAIN_PART = 2, 4
OFTEN = 3
"""A word no list knows that stands so often in a class set is one of its own."""

COMMONER = 4
"""Unless it is read for a word that stands so many times as often: "lhat" comes back wherever "that" is common."""

LEAST_SHARE = 2e-7
"""A list's words are meant from once in five million: "perpetrator" and "hallucination" are that rare."""


@dataclass(frozen=True)
class Vocabulary:
    """What a class set knows. `counts`: how often each known word stands in it; `languages`: whose lists are asked."""

    counts: Mapping[str, int]
    languages: tuple[str, ...]

    @cached_property
    def total(self) -> int:
        """How many known words the class set has, at least 1."""
        return max(1, sum(self.counts.values()))

    @cached_property
    def able(self) -> list[str]:
        """The class set's words that another may be read for: of three letters only stop words, for all are near."""
        return sorted(word for word in self.counts if _may_be_meant(word))

    @cached_property
    def listed(self) -> frozenset[str]:
        """The words of letters alone that the lists of its languages have, rare ones included."""
        return frozenset().union(*(list_dictionary(language) for language in self.languages))

    def has_word(self, word: str) -> bool:
        """Whether the class set or a list of its languages has `word`."""
        return word in self.counts or word in self.listed

    def measure_share(self, word: str) -> float:
        """Return which share of all words `word` is by the lists, 0.0 for none."""
        return max(_list_shares(language).get(word, 0.0) for language in self.languages)


def learn_vocabulary(counts: Mapping[str, int], told: frozenset[str], languages: tuple[str, ...]) -> Vocabulary:
    """Return what is known of the words `counts` of a class set whose task has the words `told`."""
    listed = {
        word: counts.get(word, 0) for word in sorted(counts.keys() | told) if word in told or is_in(word, languages)
    }
    known = {word: count for word, count in listed.items() if word in told or not _is_read_for_digits(word, listed)}
    often = {word for word, count in counts.items() if count >= OFTEN and len(word) >= SHORTEST_REPAIRED}
    able = sorted(filter(_may_be_meant, known))
    own = {word: counts[word] for word in sorted(often - listed.keys()) if _is_own(word, counts, known, able)}
    return Vocabulary(known | own, languages)


def is_in(word: str, languages: Sequence[str]) -> bool:
    """Whether a list of one of `languages` has `word` as no misspelling."""
    return any(is_known_word(word, language) for language in languages)


@cache
def list_dictionary(language: str) -> frozenset[str]:
    """Return the words of letters alone that wordfreq's list of `language` has, down to LEAST_SHARE."""
    shares = _list_shares(language)
    return frozenset(word for word, share in shares.items() if share >= LEAST_SHARE and word.isalpha())


@cache
def _list_shares(language: str) -> Mapping[str, float]:
    import wordfreq

    return wordfreq.get_frequency_dict(language, "best")


def _may_be_meant(word: str) -> bool:
    return len(word) >= SHORTEST_REPAIRED or (len(word) == SHORTEST_REPAIRED - 1 and word in STOP_WORDS)


def _is_read_for_digits(word: str, listed: Mapping[str, int]) -> bool:
    return any(listed.get(meant, 0) >= COMMONER * listed[word] for meant in spell_digits(word))


def _is_own(word: str, counts: Mapping[str, int], known: Mapping[str, int], able: Sequence[str]) -> bool:
    """Whether `word`, which no list knows, is the class set's own and no misreading that comes back."""
    if _is_split(word, known) or any(meant in known for meant in spell_digits(word)):
        return False
    near = list_near(word, able, 1)
    return max((known[other] for other, _ in near), default=0) < COMMONER * counts[word]


def _is_split(word: str, known: Mapping[str, int]) -> bool:
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return any(word[:at] in known and word[at:] in known and _are_two(word[:at], word[at:], known) for at in cuts)


def _are_two(first: str, second: str, known: Mapping[str, int]) -> bool:
    """Whether what two known words make together is two: one of them a stop word, or both long and met again."""
    if first in STOP_WORDS or second in STOP_WORDS:
        return True
    return min(len(first), len(second)) >= SHORTEST_PLAIN_PART and min(known[first], known[second]) > 1
