"""How sure the words of a strip are: texts with their shares come in, each word's agreement and choices go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.matching import match_words
from pipeline.reading.weigh import Weighed
from pipeline.records.reading import Choice

_MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """A word of the likeliest text: the share of all texts that have it there (0..1), and what else may stand there."""

    share: float
    choices: tuple[Choice, ...]


def weigh_words(weighed: Sequence[Weighed]) -> tuple[Standing, ...]:
    """Return how each word of the first text stands among the texts; their words are matched by edit distance.

    A choice's log-likelihood is that of the likeliest text which has it there. The word itself is among the choices,
    which are left empty where there is nothing else to choose from.
    """
    words = weighed[0].text.split()
    shares = [0.0] * len(words)
    choices: list[dict[str, float]] = [{} for _ in words]
    for other in weighed:
        for k, word in match_words(words, other.text.split()):
            if word == words[k]:
                shares[k] += other.share
            choices[k][word] = max(choices[k].get(word, other.log_likelihood), other.log_likelihood)
    return tuple(Standing(min(1.0, share), _rank(told)) for share, told in zip(shares, choices, strict=True))


def _rank(told: dict[str, float]) -> tuple[Choice, ...]:
    if len(told) == 1:  # nothing but the word itself
        return ()
    ranked = sorted(told, key=lambda text: (-told[text], text))[:_MOST_CHOICES]
    return tuple(Choice(text, round(told[text], 3)) for text in ranked)
