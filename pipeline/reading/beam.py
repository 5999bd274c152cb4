"""From likelihoods to the likeliest texts: a strip's frames come in, texts go out, the likeliest first.

A prefix beam search over CTC (Graves et al. 2006; Hannun et al. 2014) in which a word that exists costs less than one
that does not, and one that often follows the word before it less again. What the frames are sure of stays as it was
written, misspelt or not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.lexicon import Lexicon, State
from pipeline.reading.pairs import WordPairs

_NEVER = -1e30
_LEAST_LIKELY = 1e-12
_INSIDE_WORDS = frozenset("'’-")  # noqa: RUF001 a curly apostrophe


@dataclass(frozen=True, slots=True)
class BeamSettings:
    """How much words and pairs of words count against a bonus for each letter, and how far the search looks.

    Where the model believes in a letter by `sure_letter`, words have no say.
    """

    word_weight: float = 0.5
    pair_weight: float = 0.7
    letter_bonus: float = 1.2
    width: int = 24
    least_likelihood: float = 1e-3
    most_signs: int = 8
    sure_letter: float = 0.95
    sure_blank: float = 0.9995


USUAL = BeamSettings()


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of a language: its words, and which of them like to stand together (None: not known)."""

    lexicon: Lexicon
    pairs: WordPairs | None = None

    def price_last(self, text: str) -> float:
        """Return what the last word costs after the one before it."""
        return self.pairs.price_last(text) if self.pairs else 0.0

    def price_text(self, text: str, settings: BeamSettings = USUAL) -> float:
        """Return what a whole text is worth to the search beside the frames' say."""
        state, worth = self.lexicon.start, 0.0
        for sign in text:
            step, state = self.lexicon.step(state, sign)
            worth += settings.word_weight * step + settings.letter_bonus
        pairs = self.pairs.price_text(text) if self.pairs else 0.0
        return worth + settings.word_weight * self.lexicon.end(state) + settings.pair_weight * pairs


@dataclass(slots=True)
class _Path:
    """A text so far: log-likelihoods of ending in a blank and in its last letter, the words' score and the state."""

    blank: float
    letter: float
    score: float
    state: State

    @property
    def likelihood(self) -> float:
        """The text's log-likelihood, however its last frame was read."""
        return _add(self.blank, self.letter)

    @property
    def worth(self) -> float:
        """What paths are compared by: the frames' say and the words'."""
        return self.likelihood + self.score


def search_texts(
    likelihoods: NDArray[np.float32], alphabet: Sequence[str], words: Words, settings: BeamSettings = USUAL
) -> tuple[str, ...]:
    """Return at most `settings.width` texts, the likeliest first; at least one, which may be "".

    likelihoods: shape (frames, len(alphabet)), alphabet[0] is the blank.
    """
    shares = likelihoods / np.maximum(likelihoods.sum(axis=1, keepdims=True), _LEAST_LIKELY)
    logs = np.log(np.maximum(shares, _LEAST_LIKELY))
    paths = {"": _Path(0.0, _NEVER, 0.0, words.lexicon.start)}
    for frame, row in zip(shares, logs, strict=True):
        if frame[0] > settings.sure_blank:
            for path in paths.values():
                path.blank, path.letter = path.likelihood + float(row[0]), _NEVER
            continue
        choices = [(alphabet[k], float(row[k])) for k in _choose_signs(frame, settings)]
        grown = _grow(paths, float(row[0]), choices, words, settings)
        best = sorted(grown.items(), key=lambda pair: -pair[1].worth)
        paths = dict(best[: settings.width])
    ended = {text: path.worth + _price_end(text, path.state, words, settings) for text, path in paths.items()}
    best_first = sorted(ended, key=lambda text: (-ended[text], text))
    return tuple(dict.fromkeys(text.strip() for text in best_first))


def _price_end(text: str, state: State, words: Words, settings: BeamSettings) -> float:
    pair = words.price_last(text) if text[-1:].isalnum() else 0.0
    return settings.word_weight * words.lexicon.end(state) + settings.pair_weight * pair


def _choose_signs(frame: NDArray[np.float32], settings: BeamSettings) -> list[int]:
    """Return the columns of the frame's likely letters, the likeliest first; of a sure letter no other is."""
    least = settings.sure_letter if frame[1:].max() >= settings.sure_letter else settings.least_likelihood
    likely = np.flatnonzero(frame[1:] > least) + 1
    return [int(k) for k in likely[np.argsort(-frame[likely], kind="stable")[: settings.most_signs]]]


def _grow(
    paths: dict[str, _Path],
    blank: float,
    choices: Sequence[tuple[str, float]],
    words: Words,
    settings: BeamSettings,
) -> dict[str, _Path]:
    """Return every path after one more frame: with a blank, its last letter again, or a further letter."""
    grown: dict[str, _Path] = {}
    for text, path in paths.items():
        total = path.likelihood
        _join(grown, text, _Path(total + blank, _NEVER, path.score, path.state))
        last = text[-1:]
        for sign, log in choices:
            before = total
            if sign == last:
                _join(grown, text, _Path(_NEVER, path.letter + log, path.score, path.state))
                before = path.blank
            if before <= _NEVER / 2 or (sign == " " and last in {"", " "}):
                continue
            step, state = words.lexicon.step(path.state, sign)
            score = path.score + settings.word_weight * step + settings.letter_bonus
            if last.isalnum() and not sign.isalnum() and sign not in _INSIDE_WORDS:
                score += settings.pair_weight * words.price_last(text)
            _join(grown, text + sign, _Path(_NEVER, before + log, score, state))
    return grown


def _join(paths: dict[str, _Path], text: str, path: _Path) -> None:
    known = paths.get(text)
    if known is None:
        paths[text] = path
    else:
        known.blank, known.letter = _add(known.blank, path.blank), _add(known.letter, path.letter)


def _add(one: float, other: float) -> float:
    """Return log(exp(one) + exp(other))."""
    high, low = (one, other) if one > other else (other, one)
    return high if low <= _NEVER / 2 else high + math.log1p(math.exp(low - high))
