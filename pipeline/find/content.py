"""Texts in, the words that carry their content out: stemmed, without stop words and without the task's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.language import STOP_WORDS, find_sentences, list_words, measure_frequency, stem

LONGEST_PROMPT_STEMS, COMMON_SHARE = 60, 1 / 3
REPEATED_SHARE = 0.7
EVERYDAY_FREQUENCY, LEAST_FREQUENCY, MOST_SPECIAL = 5.7, 2.5, 2.5
"""On the Zipf scale: "reason" and "good" lie near the first, misspellings below the second."""


def find_task_stems(task: str, texts: Sequence[str]) -> frozenset[str]:
    """Return the stems of the task's content words, as far as they say nothing about who wrote what.

    A task that carries a whole article (more than LONGEST_PROMPT_STEMS different ones) holds the words of every idea
    about it: of those only the ones that a third of `texts` use are left out.
    """
    stems = frozenset(stem(word) for word in list_words(task) if word not in STOP_WORDS)
    if len(stems) <= LONGEST_PROMPT_STEMS:
        return stems
    used = Counter(one for text in texts for one in {stem(word) for word in list_words(text)})
    return frozenset(one for one in stems if used[one] >= COMMON_SHARE * len(texts))


def find_content(text: str, task_stems: frozenset[str]) -> list[str]:
    """Return the stems of `text`'s content words that are not the task's, in order."""
    stems = (stem(word) for word in list_words(text) if word not in STOP_WORDS)
    return [one for one in stems if one not in task_stems]


@dataclass(frozen=True, slots=True)
class TaskWording:
    """The task's sentences as letter triples, to tell a passage that only says one of them again, misread or not."""

    sentences: tuple[frozenset[str], ...]

    def is_repeated(self, text: str) -> bool:
        """Whether most of `text`'s letter triples stand in one sentence of the task."""
        triples = _find_triples(text)
        return any(len(triples & one) >= REPEATED_SHARE * len(triples) for one in self.sentences if triples)


def learn_wording(task: str) -> TaskWording:
    """Return the wording of `task`."""
    return TaskWording(tuple(_find_triples(task[start:end]) for start, end in find_sentences(task)))


def _find_triples(text: str) -> frozenset[str]:
    words = [f" {word} " for word in list_words(text) if word not in STOP_WORDS]
    return frozenset(word[at : at + 3] for word in words for at in range(len(word) - 2))


def strip_task(texts: Sequence[str], task_stems: frozenset[str]) -> list[str]:
    """Return each text as its content words alone, for counting n-grams."""
    return [" ".join(find_content(text, task_stems)) for text in texts]


def measure_special(word: str) -> float:
    """Return how far `word` lies from everyday words, 0..MOST_SPECIAL; its plain form counts ("bigger" is "big")."""
    plain = {word, word.removesuffix("er"), word.removesuffix("est"), word.removesuffix("s"), word.removesuffix("ed")}
    return min(max(EVERYDAY_FREQUENCY - max(map(measure_frequency, sorted(plain))), 0.0), MOST_SPECIAL)


def measure_specificity(text: str, task_stems: frozenset[str]) -> float:
    """Return how special the content words of `text` are, 0..MOST_SPECIAL: the mean distance from everyday words.

    "That is one good reason" is said about anything; "it gets dark before practice ends" is not. Words no list knows
    (misread, misspelt) count for nothing.
    """
    words = (word for word in list_words(text) if word not in STOP_WORDS and stem(word) not in task_stems)
    frequencies = [frequency for frequency in map(measure_frequency, words) if frequency >= LEAST_FREQUENCY]
    special = [min(max(EVERYDAY_FREQUENCY - frequency, 0.0), MOST_SPECIAL) for frequency in frequencies]
    return sum(special) / len(special) if special else 0.0
