"""A class set's texts in, their words with likely misreadings set right out: for comparing, never for showing.

The likeliest words are taken, given what was read and the words around (a noisy channel in context, Mays, Damerau and
Mercer 1991): by what misread letters and spaces make of a word, and by what this class and its language say. A text is
weighed by the language it is in; one that is clearly in none is weighed by all that the class set's texts are in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from pipeline.language.chances import Chances, learn_chances
from pipeline.language.meant import Channel, Meant, learn_channel
from pipeline.language.pairs import load_pairs
from pipeline.language.tongues import guess_language
from pipeline.language.trellis import find_path
from pipeline.language.vocabulary import learn_vocabulary
from pipeline.language.words import WordAt, find_words, list_words

ENGLISH = "en"


def repair_words(texts: Sequence[str], task: str = "") -> list[tuple[WordAt, ...]]:
    """Return the words of each text: their places as read, `text` as what they most likely are, in lower case."""
    mender = _learn_mender(tuple(sorted(text for text in texts if text.strip())), task)
    return [mender.repair(text) for text in texts]


def repair_texts(texts: Sequence[str], task: str = "") -> list[str]:
    """Return each text as its words with likely misreadings set right, one space between."""
    return [" ".join(word.text for word in words) for words in repair_words(texts, task)]


@dataclass(frozen=True)
class Tongue:
    """What is known of a class set's words in a language, or in the several that its texts are in."""

    channel: Channel
    chances: Chances
    _meant: dict[str, tuple[Meant, ...]] = field(default_factory=dict)

    def list_ways(self, words: Sequence[WordAt]) -> list[tuple[Meant, ...]]:
        """Return for each word what may be meant from there on, alone or together with the next word."""
        ways = []
        for at, word in enumerate(words):
            after = words[at + 1] if at + 1 < len(words) else None
            joined = self.channel.join(word.text, after.text) if after and after.start - word.end <= 1 else None
            ways.append((*self._list_meant(word.text), *([joined] if joined else [])))
        return ways

    def _list_meant(self, word: str) -> tuple[Meant, ...]:
        if word not in self._meant:
            self._meant[word] = self.channel.list_meant(word)
        return self._meant[word]


@dataclass(frozen=True)
class Mender:
    """A class set's texts, the words of its task, and what was learnt of them; every text is set right once."""

    texts: tuple[str, ...]
    told: frozenset[str]
    _tongues: dict[tuple[str, ...], Tongue] = field(default_factory=dict)
    _repaired: dict[str, tuple[WordAt, ...]] = field(default_factory=dict)

    def repair(self, text: str) -> tuple[WordAt, ...]:
        """Return the words of `text`, set right."""
        if text not in self._repaired:
            self._repaired[text] = tuple(self._find_meant(text))
        return self._repaired[text]

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        """The languages that texts are clearly in, the commonest first; English where there is none."""
        found = Counter(language for text in self.texts if (language := guess_language(text)))
        return tuple(sorted(found, key=lambda one: (-found[one], one))) or (ENGLISH,)

    @cached_property
    def _words(self) -> list[list[str]]:
        return [list_words(text) for text in self.texts]

    def _find_meant(self, text: str) -> Iterator[WordAt]:
        words = find_words(text)
        if not words:
            return
        language = guess_language(text)
        tongue = self._learn_tongue((language,) if language else self._languages)
        at = 0
        for meant in find_path(tongue.list_ways(words), tongue.chances.price):
            yield from _place(meant, words[at : at + meant.span])
            at += meant.span

    def _learn_tongue(self, languages: tuple[str, ...]) -> Tongue:
        if languages not in self._tongues:
            counts = Counter(word for words in self._words for word in words)
            vocabulary = learn_vocabulary(counts, self.told, languages)
            pairs = load_pairs() if languages[0] == ENGLISH else None
            chances = learn_chances(vocabulary, self._words, pairs)
            self._tongues[languages] = Tongue(learn_channel(vocabulary, counts), chances)
        return self._tongues[languages]


@lru_cache(maxsize=4)
def _learn_mender(texts: tuple[str, ...], task: str) -> Mender:
    """Return what sets these texts right; kept, for every room asks about the same class set."""
    return Mender(texts, frozenset(list_words(task)))


def _place(meant: Meant, read: Sequence[WordAt]) -> Iterator[WordAt]:
    """Yield the words meant, each where it was read."""
    start, end = read[0].start, read[-1].end
    for word in meant.words[:-1]:
        past = min(start + len(word), end)
        yield WordAt(start, past, word)
        start = past
    yield WordAt(start, end, meant.words[-1])
