"""Which letter may come next in a word: wordfreq's words come in, log-probabilities of letters go out.

English, Spanish and French are mixed, so that a page of any of them, or of several, finds its words.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from itertools import accumulate, islice

LANGUAGES = ("en", "es", "fr")
_LANGUAGE_SHARES = (0.8, 0.1, 0.1)
_WORDS_A_LANGUAGE = 80_000
_LAST_SIGN = "\U0010ffff"

UNKNOWN = None
"""The state of a word that is in no list."""

State = tuple[int, int, int] | None
"""Words [first, last) of the list that begin with what was written, and how many letters that is; None: no word."""

_NEW_WORD = math.log(0.0008)
_ANY_LETTER = math.log(1 / 30)
_CAPITAL_FIRST, _CAPITAL_INSIDE = -0.5, -0.7
_MARK_AFTER_WORD = math.log(0.04)
_SPACE_AFTER_SPACE = math.log(0.02)
_UNKNOWN_WORD_ENDS = math.log(0.12)
_MARK_ALONE = math.log(0.03)
_IN_WORD = frozenset("'-")


class Lexicon:
    """Words with their frequencies, walked letter by letter. Nothing is ruled out: a new word only costs more."""

    def __init__(self, frequencies: Mapping[str, float]) -> None:
        self._words = sorted(word for word, frequency in frequencies.items() if frequency > 0)
        self._mass = [0.0, *accumulate(frequencies[word] for word in self._words)]
        self._steps: dict[tuple[State, str], tuple[float, State]] = {}
        self.start: State = (0, len(self._words), 0)

    def step(self, state: State, sign: str) -> tuple[float, State]:
        """Return the log-probability of `sign` after what `state` stands for, and the state then."""
        key = (state, sign)
        if key not in self._steps:
            self._steps[key] = self._find_step(state, sign)
        return self._steps[key]

    def end(self, state: State) -> float:
        """Return the log-probability that the word ends here."""
        if state is UNKNOWN:
            return _UNKNOWN_WORD_ENDS
        first, last, letters = state
        if not letters:
            return 0.0
        is_word = first < last and len(self._words[first]) == letters
        own = self._mass[first + 1] - self._mass[first] if is_word else 0.0
        return max(math.log(own / (self._mass[last] - self._mass[first])), _NEW_WORD) if own else _NEW_WORD

    def _find_step(self, state: State, sign: str) -> tuple[float, State]:
        is_first = state is not UNKNOWN and state[2] == 0
        if sign == " ":
            return (_SPACE_AFTER_SPACE if is_first else self.end(state)), self.start
        case = _price_case(sign, is_first=is_first)
        known = None if state is UNKNOWN else self._narrow(state, sign.lower())
        if known is not None:
            return known[0] + case, known[1]
        if not sign.isalnum() and sign not in _IN_WORD:
            return (_MARK_ALONE if is_first else self.end(state)) + _MARK_AFTER_WORD, self.start
        return _ANY_LETTER + case + (0.0 if state is UNKNOWN else _NEW_WORD), UNKNOWN

    def _narrow(self, state: tuple[int, int, int], sign: str) -> tuple[float, State] | None:
        """Return the step into the words that go on with `sign`, or None where there are none."""
        first, last, letters = state
        if first >= last:
            return None
        prefix = self._words[first][:letters] if letters else ""
        low = bisect_left(self._words, prefix + sign, first, last)
        high = bisect_left(self._words, prefix + sign + _LAST_SIGN, low, last)
        if low == high:
            return None
        share = (self._mass[high] - self._mass[low]) / (self._mass[last] - self._mass[first])
        return math.log(max(share, 1e-12)), (low, high, letters + 1)


def _price_case(sign: str, *, is_first: bool) -> float:
    if sign.lower() == sign:
        return 0.0
    return _CAPITAL_FIRST if is_first else _CAPITAL_INSIDE


@cache
def load_lexicon() -> Lexicon:
    """Return the words of wordfreq's lists, the languages' frequencies mixed; half a second of work, once."""
    from wordfreq import get_frequency_list

    mixed: dict[str, float] = {}
    for language, share in zip(LANGUAGES, _LANGUAGE_SHARES, strict=True):
        ranked = ((word, 10 ** (-k / 100)) for k, words in enumerate(get_frequency_list(language)) for word in words)
        for word, frequency in islice(ranked, _WORDS_A_LANGUAGE):
            mixed[word] = mixed.get(word, 0.0) + share * frequency
    get_frequency_list.cache_clear()  # the whole lists take 100 MB
    return Lexicon(mixed)
