"""From likelihoods to the likeliest words: a strip's frames come in, its text goes out.

A prefix beam search over CTC (Graves et al. 2006; Hannun et al. 2014) in which a word that exists costs less than one
that does not. What the frames are sure of stays as it was written, misspelt or not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.reading.lexicon import Lexicon, State

_NEVER = -1e30
_LEAST_LIKELY = 1e-12


@dataclass(frozen=True, slots=True)
class BeamSettings:
    """How much words count (`word_weight`) against a bonus for each letter, and how far the search looks.

    Where the model believes in a letter by `sure_letter`, words have no say.
    """

    word_weight: float = 0.5
    letter_bonus: float = 1.2
    width: int = 8
    least_likelihood: float = 2e-3
    most_signs: int = 8
    sure_letter: float = 0.95
    sure_blank: float = 0.9995


USUAL = BeamSettings()


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


def search_text(
    likelihoods: NDArray[np.float32], alphabet: Sequence[str], lexicon: Lexicon, settings: BeamSettings = USUAL
) -> str:
    """Return the likeliest text; likelihoods: shape (frames, len(alphabet)), alphabet[0] is the blank."""
    shares = likelihoods / np.maximum(likelihoods.sum(axis=1, keepdims=True), _LEAST_LIKELY)
    logs = np.log(np.maximum(shares, _LEAST_LIKELY))
    paths = {"": _Path(0.0, _NEVER, 0.0, lexicon.start)}
    for frame, row in zip(shares, logs, strict=True):
        if frame[0] > settings.sure_blank:
            for path in paths.values():
                path.blank, path.letter = path.likelihood + float(row[0]), _NEVER
            continue
        choices = [(alphabet[k], float(row[k])) for k in _choose_signs(frame, settings)]
        grown = _grow(paths, float(row[0]), choices, lexicon, settings)
        best = sorted(grown.items(), key=lambda pair: -pair[1].worth)
        paths = dict(best[: settings.width])
    last = max(paths.items(), key=lambda pair: pair[1].worth + settings.word_weight * lexicon.end(pair[1].state))
    return last[0].strip()


def _choose_signs(frame: NDArray[np.float32], settings: BeamSettings) -> list[int]:
    """Return the columns of the frame's likely letters, the likeliest first; of a sure letter no other is."""
    least = settings.sure_letter if frame[1:].max() >= settings.sure_letter else settings.least_likelihood
    likely = np.flatnonzero(frame[1:] > least) + 1
    return [int(k) for k in likely[np.argsort(-frame[likely], kind="stable")[: settings.most_signs]]]


def _grow(
    paths: dict[str, _Path],
    blank: float,
    choices: Sequence[tuple[str, float]],
    lexicon: Lexicon,
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
            step, state = lexicon.step(path.state, sign)
            score = path.score + settings.word_weight * step + settings.letter_bonus
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
