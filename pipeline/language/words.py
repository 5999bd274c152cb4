"""Text in, words with their places out: what a word is, everywhere in the house; stop words and known words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

KNOWN_FROM_ZIPF = 3.0
"""Zipf scale (van Heuven et al. 2014): common misspellings ("thier", "recieve") lie just below once in a million."""

_STOP = """
    a about above after again all also am an and any are as at be because been before being below between both but by
    can could did do does doing done down during each even few for from further get gets got had has have having he her
    here hers him his how i if in into is it it's its itself just kind like lot made make makes me more most much my
    no nor not now of off on once one only or other our out over own put really same she should so some such than that
    that's the their them then there there's these they they're thing things this those through to too under until up
    us use very was way we well were what when where which while who whom why will with would you your
    don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't
    i'm i'll i've i'd he's she's we're you're you'll what's let's dont doesnt didnt isnt cant wont im ive thats
"""
STOP_WORDS = frozenset(_STOP.split())
"""Words that say little about what a sentence is about; "not" and its kin are in: contrast is looked at elsewhere."""

_ENDINGS = ("'s", "s", "es", "d", "ed", "ing", "ly")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class WordAt:
    """A word of a text: characters [start, end); `text` is in lower case, with a straight apostrophe."""

    start: int
    end: int
    text: str


def find_words(text: str) -> tuple[WordAt, ...]:
    """Return the words of `text` in order: runs of letters and digits, an apostrophe inside allowed."""
    return tuple(WordAt(m.start(), m.end(), m.group().lower().replace("\u2019", "'")) for m in _WORD.finditer(text))


def list_words(text: str) -> list[str]:
    """Return the words of `text` as find_words does, without their places: several times as fast."""
    return [word.lower().replace("\u2019", "'") for word in _WORD.findall(text)]


@lru_cache(maxsize=65536)
def measure_frequency(word: str, language: str = "en", wordlist: str = "best") -> float:
    """Return how common `word` is on the Zipf scale: 3 once in a million words, 6 once in a thousand, 0 unknown.

    `wordlist`: "best", or "small" for the words of once in a million and more, at a tenth of the memory.
    """
    import wordfreq

    return float(wordfreq.zipf_frequency(word.lower(), language, wordlist))


@lru_cache(maxsize=65536)
def is_known_word(word: str, language: str = "en") -> bool:
    """Whether `word`, or what is left without its ending, is frequent enough in wordfreq not to be a misspelling."""
    lowered = word.lower()
    bases = [lowered, *(lowered.removesuffix(end) for end in _ENDINGS if lowered.endswith(end))]
    return any(measure_frequency(base, language) >= KNOWN_FROM_ZIPF for base in bases)
