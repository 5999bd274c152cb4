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

from pipeline.language.pairs import WordPairs
from pipeline.reading.lexicon import Lexicon, State

_NEVER, _IMPOSSIBLE = -1e30, -5e29
_LEAST_LIKELY = 1e-12
_NO_LETTER = frozenset(("", " "))
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
    """A text so far: log-likelihoods of ending in a blank and in its last letter, the words' score and the state.

    `total` is the text's log-likelihood, however its last frame was read, once the frame is done.
    """

    blank: float
    letter: float
    score: float
    state: State
    total: float = _NEVER


@dataclass(frozen=True, slots=True)
class _Choice:
    """A letter that a frame may show, its log-likelihood, and whether it is a space or ends a word."""

    sign: str
    log: float
    is_space: bool
    ends_word: bool


def search_texts(
    likelihoods: NDArray[np.float32], alphabet: Sequence[str], words: Words, settings: BeamSettings = USUAL
) -> tuple[str, ...]:
    """Return at most `settings.width` texts, the likeliest first; at least one, which may be "".

    likelihoods: shape (frames, len(alphabet)), alphabet[0] is the blank.
    """
    shares = likelihoods / np.maximum(likelihoods.sum(axis=1, keepdims=True), _LEAST_LIKELY)
    logs = np.log(np.maximum(shares, _LEAST_LIKELY))
    search = _Search(words, settings)
    paths = {"": _Path(0.0, _NEVER, 0.0, words.lexicon.start, 0.0)}
    is_likely = _find_likely(shares, settings)
    for k, (frame, row) in enumerate(zip(shares, logs, strict=True)):
        blank = float(row[0])
        if frame[0] > settings.sure_blank:
            for path in paths.values():
                path.blank, path.letter, path.total = path.total + blank, _NEVER, path.total + blank
            continue
        choices = _choose_signs(frame, row, is_likely[k], alphabet, settings.most_signs)
        paths = search.keep_best(search.grow(paths, blank, choices))
    ended = {text: path.total + path.score + search.price_end(text, path.state) for text, path in paths.items()}
    best_first = sorted(ended, key=lambda text: (-ended[text], text))
    return tuple(dict.fromkeys(text.strip() for text in best_first))


def _find_likely(shares: NDArray[np.float32], settings: BeamSettings) -> NDArray[np.bool_]:
    """Return which letters each frame may show; of a sure letter no other is. Shape of `shares` without the blank."""
    letters = shares[:, 1:]
    is_sure = letters.max(axis=1, keepdims=True) >= settings.sure_letter
    least = np.where(is_sure, settings.sure_letter, settings.least_likelihood).astype(letters.dtype)
    return np.asarray(letters > least)


def _choose_signs(
    frame: NDArray[np.float32],
    row: NDArray[np.float32],
    is_likely: NDArray[np.bool_],
    alphabet: Sequence[str],
    most: int,
) -> list[_Choice]:
    """Return the likely letters of a frame, the likeliest first."""
    likely = np.flatnonzero(is_likely) + 1
    if len(likely) > 1:
        likely = likely[np.argsort(-frame[likely], kind="stable")[:most]]
    signs = [(alphabet[k], float(row[k])) for k in likely.tolist()]
    return [_Choice(s, log, s == " ", not s.isalnum() and s not in _INSIDE_WORDS) for s, log in signs]


class _Search:
    """One search: the words, the settings, and what the last word of each text cost so far."""

    def __init__(self, words: Words, settings: BeamSettings) -> None:
        self._words, self._settings = words, settings
        self._step = words.lexicon.step
        self._pair_prices: dict[str, float] = {}

    def keep_best(self, grown: dict[str, _Path]) -> dict[str, _Path]:
        """Return the paths worth most: the frames' say and the words' together."""
        for path in grown.values():
            path.total = _add(path.blank, path.letter)
        best = sorted(grown.items(), key=lambda pair: -(pair[1].total + pair[1].score))
        return dict(best[: self._settings.width])

    def price_end(self, text: str, state: State) -> float:
        """Return what it is worth that the text ends here."""
        pair = self._price_last(text) if text[-1:].isalnum() else 0.0
        return self._settings.word_weight * self._words.lexicon.end(state) + pair

    def grow(self, paths: dict[str, _Path], blank: float, choices: Sequence[_Choice]) -> dict[str, _Path]:
        """Return every path after one more frame: with a blank, its last letter again, or a further letter."""
        grown: dict[str, _Path] = {}
        for text, path in paths.items():
            total, last = path.total, text[-1:]
            known = grown.get(text)
            if known is None:
                known = grown[text] = _Path(total + blank, _NEVER, path.score, path.state)
            else:
                known.blank = _add(known.blank, total + blank)
            for choice in choices:
                before = total
                if choice.sign == last:
                    known.letter = _add(known.letter, path.letter + choice.log)
                    before = path.blank
                if before <= _IMPOSSIBLE or (choice.is_space and last in _NO_LETTER):
                    continue
                more = text + choice.sign
                there = grown.get(more)
                if there is None:
                    score, state = self._score_step(text, path, choice)
                    grown[more] = _Path(_NEVER, before + choice.log, score, state)
                else:
                    there.letter = _add(there.letter, before + choice.log)
        return grown

    def _score_step(self, text: str, path: _Path, choice: _Choice) -> tuple[float, State]:
        """Return the words' score of a text with a further letter, and the state then."""
        step, state = self._step(path.state, choice.sign)
        score = path.score + self._settings.word_weight * step + self._settings.letter_bonus
        if choice.ends_word and text[-1:].isalnum():
            score += self._price_last(text)
        return score, state

    def _price_last(self, text: str) -> float:
        """Return what the text's last word costs after the one before it, weighed."""
        price = self._pair_prices.get(text)
        if price is None:
            price = self._pair_prices[text] = self._settings.pair_weight * self._words.price_last(text)
        return price


def _add(one: float, other: float) -> float:
    """Return log(exp(one) + exp(other))."""
    high, low = (one, other) if one > other else (other, one)
    return high if low <= _IMPOSSIBLE else high + math.log1p(math.exp(low - high))
