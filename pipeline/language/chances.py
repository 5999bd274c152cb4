"""A class set's words in, how likely each is after another one out, as natural logs.

The class writes about one thing: what it has said counts beside what the lists say of the language, and the pairs of
words it has said beside the pairs that English has (interpolated, Jelinek and Mercer 1980).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.language.pairs import WordPairs
from pipeline.language.vocabulary import Vocabulary

CLASS_SHARE, PAIR_SHARE = 0.6, 0.4
"""Of the chance of a word: what the class says, and what it says after the word before."""

PAIR_WEIGHT = 0.8
"""How much of a pair's log-ratio in English counts: web pages are not what a class writes."""

LEAST = 1e-9


@dataclass(frozen=True)
class Chances:
    """How likely words are in a class set; `followers` are its counts of a word after another known one.

    `pairs` are those of English, None for another language. A count is taken as one less, for the word that is asked
    about may be the one that was counted, and misread.
    """

    vocabulary: Vocabulary
    followers: Counter[tuple[str, str]]
    pairs: WordPairs | None
    _known: dict[tuple[str, str], float] = field(default_factory=dict)

    def price(self, before: str, word: str) -> float:
        """Return the natural log of the chance of `word` after `before`."""
        price = self._known.get((before, word))
        if price is None:
            price = self._known[before, word] = math.log(self._measure(before, word))
        return price

    def _measure(self, before: str, word: str) -> float:
        counts = self.vocabulary.counts
        own = max(counts.get(word, 0) - 1, 0) / self.vocabulary.total
        alone = CLASS_SHARE * own + (1 - CLASS_SHARE) * self.vocabulary.measure_share(word) + LEAST
        if self.pairs:
            alone *= math.exp(PAIR_WEIGHT * self.pairs.price(before, word))
        said = max(self.followers[before, word] - 1, 0)
        return (1 - PAIR_SHARE) * alone + PAIR_SHARE * said / max(1, counts.get(before, 0))


def learn_chances(vocabulary: Vocabulary, texts: Iterable[Sequence[str]], pairs: WordPairs | None) -> Chances:
    """Return the chances in a class set whose `texts` are these words in order."""
    known = vocabulary.counts
    followers = Counter(
        (before, word) for words in texts for before, word in pairwise(words) if before in known and word in known
    )
    return Chances(vocabulary, followers, pairs)
