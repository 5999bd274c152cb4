"""From likelihoods to words: a strip's frames come in, letters and words with their place and confidence go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

_USUAL_LETTER_FRAMES = 3.0


@dataclass(frozen=True, slots=True)
class Letter:
    """One character as read: frames [start, end) of the strip, and the model's belief in it (0..1)."""

    sign: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Span:
    """One word of a strip, as shares of the strip's width (0..1).

    `first` and `last` are the middles of its first and last letter, `start` and `end` how far it may reach at most.
    """

    text: str
    start: float
    first: float
    last: float
    end: float
    confidence: float


def decode_greedy(likelihoods: NDArray[np.float32], alphabet: Sequence[str]) -> tuple[Letter, ...]:
    """Return the likeliest character of each frame, repeats joined and blanks left out (CTC, Graves et al. 2006).

    likelihoods: shape (frames, len(alphabet)); alphabet[0] is the blank.
    """
    best = likelihoods.argmax(axis=1)
    beliefs = likelihoods[np.arange(len(best)), best]
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    ends = np.append(starts[1:], len(best))
    return tuple(
        Letter(alphabet[best[start]], int(start), int(end), float(beliefs[start:end].max()))
        for start, end in zip(starts, ends, strict=True)
        if best[start] != 0
    )


def join_letters(letters: Sequence[Letter]) -> str:
    """Return the letters as one text, without spaces at its ends."""
    return "".join(letter.sign for letter in letters).strip()


def measure_belief(letters: Sequence[Letter]) -> float:
    """Return the mean belief in the letters, spaces left out; 0.0 where there are none."""
    beliefs = [letter.confidence for letter in letters if letter.sign != " "]
    return sum(beliefs) / len(beliefs) if beliefs else 0.0


def split_words(letters: Sequence[Letter], frames: int) -> tuple[Span, ...]:
    """Return the words between spaces; a word's confidence is that of its least certain letter.

    CTC fires somewhere inside a letter: a word may reach a letter further on both sides, but never to its neighbour's.
    """
    words = [tuple(group) for is_space, group in groupby(letters, lambda letter: letter.sign == " ") if not is_space]
    reach = _measure_letter(words)
    middles = [(_find_middle(word[0]), _find_middle(word[-1])) for word in words]
    spans = []
    for k, word in enumerate(words):
        first, last = middles[k]
        start = max(first - reach, middles[k - 1][1] if k else 0.0)
        end = min(last + reach, middles[k + 1][0] if k + 1 < len(words) else float(frames))
        text = "".join(letter.sign for letter in word)
        least = min(letter.confidence for letter in word)
        spans.append(Span(text, max(0.0, start) / frames, first / frames, last / frames, end / frames, least))
    return tuple(spans)


def _find_middle(letter: Letter) -> float:
    return (letter.start + letter.end) / 2


def _measure_letter(words: Sequence[Sequence[Letter]]) -> float:
    """Return the usual distance between two letters of a word, in frames."""
    steps = [after.start - before.start for word in words for before, after in pairwise(word)]
    return float(np.median(steps)) if steps else _USUAL_LETTER_FRAMES
