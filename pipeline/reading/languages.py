"""Which language a line is in: its letters as seen come in, the lexicon to read it with goes out."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache

from pipeline.reading.lexicon import Lexicon
from pipeline.reading.wordlists import load_frequencies, mix_frequencies

FIRST_SHARE = 0.6
"""How likely a line is in the first language of the settings before it is seen; the others share the rest."""

SURE_FROM = 0.9
"""A line less surely of one language is read with the words of all (models/README.md has the table)."""

_WORD = re.compile(r"[^\W\d_]+")
_EVIDENCE = 0.5  # letters are misread and neighbours hang together: a line counts as half as many words
_NO_WORD, _NO_WORD_A_LETTER = 2.7e-6, 1 / 3


class Lexicons:
    """The lexicon of each language, and one of all mixed. A line's language depends on that line alone."""

    def __init__(self, lists: Mapping[str, Mapping[str, float]]) -> None:
        self._shares = share_languages(tuple(lists))
        self._lexicons = {language: Lexicon(words) for language, words in lists.items()}
        self.mixed = (
            Lexicon(mix_frequencies(lists, self._shares)) if len(lists) > 1 else next(iter(self._lexicons.values()))
        )

    def choose(self, seen: str) -> Lexicon:
        """Return the lexicon of the language that a line, seen letter by letter, is in; of all where that is unsure."""
        likely = self.weigh(seen)
        language = max(likely, key=lambda code: likely[code])
        return self._lexicons[language] if likely[language] >= SURE_FROM else self.mixed

    def is_partly(self, lexicon: Lexicon, language: str) -> bool:
        """Whether words of the language are in a lexicon that was chosen."""
        return language in self._lexicons and (lexicon is self.mixed or lexicon is self._lexicons[language])

    def weigh(self, seen: str) -> dict[str, float]:
        """Return how likely each language is, 0..1, by how often the words of `seen` are used in it."""
        words = _WORD.findall(seen.lower())
        logs = {
            language: _EVIDENCE * sum(_measure_word(lexicon, word) for word in words) + math.log(self._shares[language])
            for language, lexicon in self._lexicons.items()
        }
        most = max(logs.values())
        parts = {language: math.exp(log - most) for language, log in logs.items()}
        return {language: part / sum(parts.values()) for language, part in parts.items()}


def share_languages(languages: Sequence[str]) -> dict[str, float]:
    """Return what share of the lines is expected in each language, the usual one first."""
    first, *others = languages
    if not others:
        return {first: 1.0}
    return {first: FIRST_SHARE, **{language: (1 - FIRST_SHARE) / len(others) for language in others}}


@cache
def load_lexicons(languages: tuple[str, ...]) -> Lexicons:
    """Return the lexicons of wordfreq's lists, codes as in the settings; under a second of work, once."""
    return Lexicons({language: load_frequencies(language) for language in languages})


def _measure_word(lexicon: Lexicon, word: str) -> float:
    return math.log(lexicon.measure(word) + _NO_WORD * _NO_WORD_A_LETTER ** len(word))
