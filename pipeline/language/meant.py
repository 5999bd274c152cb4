"""A word as read in, what it may have been meant as out, each with how likely it is then read as it was.

The channel of a noisy-channel speller (Kernighan, Church and Gale 1990). Chances are natural logs. How much is misread
is told by the words that nobody knows: where there are few, hardly any known word is taken for another.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.language.edits import Neighbours, count_edits, list_edited, list_near, spell_digits
from pipeline.language.vocabulary import SHORTEST_REPAIRED, Vocabulary
from pipeline.language.words import STOP_WORDS

UNKNOWN_TIMES, LEAST_MISREAD, MOST_MISREAD = 2.0, 0.002, 0.3
"""Words misread, as a multiple of the unknown ones (some become other known words), within bounds."""

ONE_EDIT, ONE_SPACE, ONE_DIGIT = -5.0, -1.0, -1.0
"""Of a misread word: one letter as it is, among the hundred and fifty edits that there may be; a space lost or put in;
digits for letters. Of edits at -1.5 to -6, those at -5 left the fewest words wrong (planted essays, 5 % misread)."""

NEW_WORD, NEW_LETTER = -8.0, -2.5
"""A word that nobody knows: that there is one, and each of its letters."""

SHORTEST_READ_TWICE = 6
"""A word read together with a stop word, one of its letters misread, has so many letters at least."""

ENDINGS = ("s", "es", "d", "ed", "r", "er", "y", "ly", "ing")
FORMS = ("s", "es", "d", "ed", "ly", "ing")
BEGINNINGS = ("un", "in", "im", "dis", "non", "re", "a")
"""What makes another word of one: "bulbs" is no misread "bulb", and "undissolved" says the opposite of "dissolved". The
other way round FORMS alone do: "batter" may be "battery", but "bulb" is not "bulbs"."""

LONGEST_SIGN = 2
MOST_MEANT = 7
MOST_BY_CONTEXT = 8.0
"""By so much, of log chances, the words around may make another word likelier than the one that stands there."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """One or two words that a stretch of `span` words as read may mean; `is_new`: itself, though nobody knows it."""

    words: Words
    chance: float
    span: int = 1
    is_new: bool = False


@dataclass(frozen=True)
class Channel:
    """How words become what is read, in a class set with the words `vocabulary` knows; `misread`: the share that is."""

    vocabulary: Vocabulary
    misread: float

    @cached_property
    def _near(self) -> Neighbours:
        return Neighbours(self.vocabulary.able)

    @cached_property
    def _near_stop_words(self) -> Neighbours:
        return Neighbours(word for word in STOP_WORDS if len(word) < SHORTEST_REPAIRED)

    def list_meant(self, word: str) -> tuple[Meant, ...]:
        """Return what `word` may mean, itself first, then at most MOST_MEANT others, likeliest first."""
        if is_sign(word):
            return (Meant((word,), 0.0, is_new=True),)
        itself = self._keep(word)
        chances = self._weigh_others(word, is_word=not itself.is_new)
        alone = {words: chance + self._measure(words) for words, chance in chances.items()}
        least = -math.inf if itself.is_new else itself.chance + self._measure(itself.words) - MOST_BY_CONTEXT
        best = sorted((words for words in alone if alone[words] >= least), key=lambda words: (-alone[words], words))
        return (itself, *(Meant(words, chances[words]) for words in best[:MOST_MEANT]))

    def join(self, first: str, second: str) -> Meant | None:
        """Return the word that two words as read make together, None where they make none."""
        word, known = first + second, self.vocabulary.counts
        is_met = word in known or (word in self.vocabulary.listed and not (first in known and second in known))
        if not is_met or {first, second} <= STOP_WORDS:
            return None
        return Meant((word,), math.log(self.misread) + ONE_SPACE, span=2)

    def _keep(self, word: str) -> Meant:
        if self.vocabulary.has_word(word):
            return Meant((word,), math.log1p(-self.misread))
        return Meant((word,), NEW_WORD + NEW_LETTER * len(word), is_new=True)

    def _weigh_others(self, word: str, *, is_word: bool) -> dict[Words, float]:
        """Return what else than itself and its forms `word` may mean, each with its chance."""
        found = dict(self._list_known(word) if word in self.vocabulary.counts else self._list_unknown(word))
        return {
            words: chance
            for words, chance in found.items()
            if words != (word,) and not (len(words) == 1 and is_form(word, words[0], is_word=is_word))
        }

    def _measure(self, words: Words) -> float:
        shares = (self.vocabulary.counts.get(one, 0) / self.vocabulary.total for one in words)
        listed = (self.vocabulary.measure_share(one) for one in words)
        return sum(math.log((own + told) / 2 + 1e-9) for own, told in zip(shares, listed, strict=True))

    def _list_known(self, word: str) -> Iterator[tuple[Words, float]]:
        """Yield the words of the class set that a known one may be read for: one letter misread gave another word."""
        near = self._near if len(word) >= SHORTEST_REPAIRED - 1 else self._near_stop_words
        chance = math.log(self.misread) + ONE_EDIT
        yield from (((other,), chance) for other in near.list_near(word))

    def _list_unknown(self, word: str) -> Iterator[tuple[Words, float]]:
        """Yield all that a word nobody knows may be, what is less likely first."""
        chance = math.log(self.misread)
        yield from self._list_far(word, chance + 2 * ONE_EDIT)
        yield from self._list_glued(word, 2 * chance + ONE_SPACE + ONE_EDIT)
        yield from self._list_listed(word, chance + ONE_EDIT)
        yield from self._list_known(word)
        yield from self._list_split(word, chance + ONE_SPACE)
        yield from (((one,), chance + ONE_DIGIT) for one in spell_digits(word) if self.vocabulary.has_word(one))

    def _list_far(self, word: str, chance: float) -> Iterator[tuple[Words, float]]:
        if count_edits(word) > 1:
            yield from (((other,), chance) for other, edits in list_near(word, self.vocabulary.able, 2) if edits > 1)

    def _list_listed(self, word: str, chance: float) -> Iterator[tuple[Words, float]]:
        """Yield words of the lists: of short ones too many are near."""
        if len(word) < SHORTEST_REPAIRED:
            return
        for other in sorted(self.vocabulary.listed.intersection(list_edited(word))):
            if len(other) >= SHORTEST_REPAIRED or other in STOP_WORDS:
                yield (other,), chance

    def _list_split(self, word: str, chance: float) -> Iterator[tuple[Words, float]]:
        for first, second in _cut(word, 1):
            if self._is_part(first) and self._is_part(second):
                yield (first, second), chance

    def _list_glued(self, word: str, chance: float) -> Iterator[tuple[Words, float]]:
        """Yield pairs of a stop word and a word of the class set with a misread letter, no space between them."""
        if len(word) < SHORTEST_READ_TWICE:
            return
        for first, second in _cut(word, 2):
            if first in STOP_WORDS and self._is_misread(second):
                yield from (((first, other), chance) for other in self._near.list_near(second))
            if second in STOP_WORDS and self._is_misread(first):
                yield from (((other, second), chance) for other in self._near.list_near(first))

    def _is_part(self, word: str) -> bool:
        if len(word) < SHORTEST_REPAIRED:
            return word in STOP_WORDS and (len(word) > 1 or word in "ai")
        return self.vocabulary.has_word(word)

    def _is_misread(self, word: str) -> bool:
        return len(word) >= SHORTEST_REPAIRED and word not in self.vocabulary.counts


def is_sign(word: str) -> bool:
    """Whether `word` is a number, a letter or both together: "bulb B", "point 3b" are what they are."""
    return word.isdigit() or len(word) == 1 or (len(word) == LONGEST_SIGN and not word.isalpha())


def is_form(word: str, other: str, *, is_word: bool) -> bool:
    """Whether `word` is `other` with a beginning or an ending; or the other way round, where `word` is one at all."""
    if word.startswith(other):
        return word[len(other) :] in ENDINGS
    if word.endswith(other):
        return word[: len(word) - len(other)] in BEGINNINGS
    return is_word and other.startswith(word) and other[len(word) :] in FORMS


def learn_channel(vocabulary: Vocabulary, counts: Mapping[str, int]) -> Channel:
    """Return the channel of a class set with the words `counts`, of which `vocabulary` knows some."""
    told = Counter({word: count for word, count in counts.items() if not word.isdigit()})
    unknown = sum(count for word, count in told.items() if not vocabulary.has_word(word))
    misread = UNKNOWN_TIMES * unknown / max(1, told.total())
    return Channel(vocabulary, min(max(misread, LEAST_MISREAD), MOST_MISREAD))


def _cut(word: str, shortest: int) -> list[tuple[str, str]]:
    return [(word[:at], word[at:]) for at in range(shortest, len(word) - shortest + 1)]
