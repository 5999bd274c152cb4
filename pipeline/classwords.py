"""A class set's readings come in, the words it shares go out; then the readings again, doubtful words chosen anew.

A class writes about the same things: a word that two children wrote clearly, that stands in the task or that the
teacher typed is likelier in every other piece too. No page is read again: each doubtful word brings the texts that its
ink may say, and among those the likeliest in this class is taken. What the ink is sure of stays, misspelt or not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from pipeline.language import measure_frequency
from pipeline.records.reading import Choice, Line, Reading, Word, WordRole

FEWEST_PIECES = 2
CONFIDENT_FROM = 0.8
"""So sure words, seen letter by letter as they were read, teach what the class writes."""
DOUBTFUL_BELOW = 0.9
"""Only words less sure are chosen anew."""
SEEN_GAP, GUESSED_GAP = 3.0, 8.0
"""How much less likely by its ink (natural log) a text may be than the likeliest: little where what was read is what
was seen letter by letter, more where the word list had made it something else."""

_TOLD = 3  # pieces that a word of the task, or one that the teacher typed, counts for
_CLASS_SHARE = 0.7  # of the words that come next, how many the class has used before
_WORD_WEIGHT, _LETTER_BONUS = 0.5, 1.2  # as the search for words has them
_NEW_WORD, _ANY_LETTER, _ANY_NUMBER, _MARK = math.log(1e-4), math.log(1 / 30), math.log(1e-4), math.log(0.03)


@dataclass(frozen=True, slots=True)
class ClassWords:
    """Words in lower case, in how many pieces each stands (told ones count for a few), and the sum of those."""

    counts: Mapping[str, int]
    total: int
    languages: tuple[str, ...] = ("en",)

    def has_word(self, text: str) -> bool:
        """Whether the class uses the word, whatever marks stand around it."""
        return _find_core(text) in self.counts

    def price(self, text: str) -> float:
        """Return the log of how likely `text`, with the marks around it, is as the next word of this class set."""
        word = _find_core(text)
        marks = _MARK * (len(text) - len(word))
        if not any(sign.isalpha() for sign in word):
            return _ANY_NUMBER + marks
        general = max(_measure_share(word, language, k) for k, language in enumerate(self.languages))
        known = _CLASS_SHARE * self.counts.get(word, 0) / max(1, self.total) + (1 - _CLASS_SHARE) * general
        new = _NEW_WORD + _ANY_LETTER * len(word)
        return marks + (max(math.log(known), new) if known else new)


def learn_class_words(
    readings: Mapping[str, Sequence[Reading]],
    task: str = "",
    checked: Iterable[str] = (),
    languages: tuple[str, ...] = ("en",),
) -> ClassWords:
    """Return the words that pieces (by code) share: confident in two of them, in the task, or `checked` by the teacher.

    `checked` holds texts as typed, one word or many; `languages` are the codes of the settings, the usual one first.
    """
    pieces = Counter(word for pages in readings.values() for word in _find_confident(pages))
    counts = {word: count for word, count in pieces.items() if count >= FEWEST_PIECES}
    for word in sorted({_find_core(part) for text in (task, *checked) for part in text.split()} - {""}):
        counts[word] = pieces[word] + _TOLD
    return ClassWords(counts, sum(counts.values()), languages)


def settle_readings(
    readings: Mapping[str, Sequence[Reading]], class_words: ClassWords
) -> dict[str, tuple[Reading, ...]]:
    """Return the readings with every doubtful word as the class's words have it; lines and words keep their places."""
    return {
        code: tuple(
            replace(page, lines=tuple(_settle_line(line, class_words) for line in page.lines)) for page in pages
        )
        for code, pages in readings.items()
    }


def _find_confident(pages: Sequence[Reading]) -> set[str]:
    words = (word for page in pages for line in page.lines for word in line.own)
    sure = (word.text for word in words if word.confidence >= CONFIDENT_FROM and word.seen == word.text)
    return {core for core in map(_find_core, sure) if any(sign.isalpha() for sign in core)}


def _settle_line(line: Line, class_words: ClassWords) -> Line:
    words = tuple(_settle_word(word, class_words) if word.role is WordRole.STUDENT else word for word in line.words)
    return line if words == line.words else replace(line, words=words)


def _settle_word(word: Word, class_words: ClassWords) -> Word:
    """Return the word as the likeliest of its choices; one chosen anew is never surer than it was."""
    if word.confidence >= DOUBTFUL_BELOW or word.text not in {choice.text for choice in word.choices}:
        return word
    scores = {choice.text: _score(choice, class_words) for choice in _list_possible(word, class_words)}
    best = max(scores, key=lambda text: (scores[text], text))
    if _find_core(best) == _find_core(word.text):  # marks and capitals are the ink's business
        return word
    chance = 1 / sum(math.exp(score - scores[best]) for score in scores.values())
    plain = "" if best == word.seen else word.seen
    return replace(word, text=best, plain=plain, confidence=min(word.confidence, chance))


def _list_possible(word: Word, class_words: ClassWords) -> Iterator[Choice]:
    """Yield what was read, and the class's words that the ink leaves open: other words were the reading's business."""
    gap = SEEN_GAP if word.seen == word.text else GUESSED_GAP
    least = max(choice.log_likelihood for choice in word.choices) - gap
    for choice in word.choices:
        is_open = choice.log_likelihood >= least and class_words.has_word(choice.text)
        if choice.text == word.text or (is_open and _is_near(choice.text, word)):
            yield choice


def _is_near(text: str, word: Word) -> bool:
    """Whether the text is about as long as what was read or seen, and half its letters are the same."""
    core = _find_core(text)
    for other in {_find_core(word.text), _find_core(word.seen)}:
        longest = max(len(core), len(other))
        if abs(len(core) - len(other)) <= longest // 4 and 2 * Levenshtein.distance(core, other) <= longest + 1:
            return True
    return False


def _score(choice: Choice, class_words: ClassWords) -> float:
    return choice.log_likelihood + _WORD_WEIGHT * class_words.price(choice.text) + _LETTER_BONUS * len(choice.text)


def _find_core(text: str) -> str:
    """Return the word without marks around it, in lower case, with a straight apostrophe."""
    edges = "".join({sign for sign in text if not sign.isalnum()})
    return text.strip(edges).lower().replace("\u2019", "'")


def _measure_share(word: str, language: str, rank: int) -> float:
    """Return the word's share of all words; the languages after the first are looked up in their short lists."""
    zipf = measure_frequency(word, language, "best" if rank == 0 else "small")
    return float(10 ** (zipf - 9)) if zipf else 0.0
