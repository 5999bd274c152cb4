"""Which sign may come next on a line: words with their frequencies come in, log-probabilities of signs go out.

Words, and what stands around them: numbers, marks, capitals, an elided word before an apostrophe ("l'eau"), words tied
by a hyphen, and a word broken off at the end of a line.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from itertools import accumulate

from pipeline.reading.wordlists import load_frequencies, mix_frequencies

Known = tuple[int, int, int, int]
"""Words [first, last) of the list that begin with what was written, how many letters that is, and how they are cased.

States that are no words have places below 0: a number, right behind a mark, right behind a mark that ends a sentence.
"""
State = Known | None
"""None: a word that is in no list."""

UNKNOWN = None
NUMBER: Known = (-1, -1, 0, 0)
_BEHIND_MARK: Known = (-2, -2, 0, 0)
_BEHIND_STOP: Known = (-3, -3, 0, 0)
_BEHIND_APOSTROPHE: Known = (-4, -4, 0, 0)
_AFTER_MARK = {".": _BEHIND_STOP, "!": _BEHIND_STOP, "?": _BEHIND_STOP, "'": _BEHIND_APOSTROPHE}

USUAL_SHARES = (("en", 0.8), ("es", 0.1), ("fr", 0.1))
_LAST_SIGN = "\U0010ffff"
_MOST_STEPS = 50_000

_NEW_WORD = math.log(0.0008)
_ANY_LETTER = math.log(1 / 30)
_UNKNOWN_WORD_ENDS = math.log(0.12)
_ANY_ENDING = math.log(1 / 6)  # "Okafor's", where the list has the name without
_BROKEN_OFF = math.log(0.002)
_GLUED = math.log(0.02)  # a word right behind a mark, or a space at a line's start or behind a space

_NUMBER_BEGINS = math.log(0.015)
_ANY_DIGIT = math.log(1 / 10)
_NUMBER_GOES_ON = math.log(0.45)
_NUMBER_ENDS = math.log(0.45)
_NUMBER_MARK = math.log(0.03)
_UNIT_FOLLOWS = math.log(0.05)
_IN_NUMBER = frozenset(".,:/-")

# Shares of words with that mark behind or before them, in essays and short answers (ELLIPSE, Beetle, SciEntsBank),
# rounded, with a little more of what belongs to stories.
_BEHIND = {".": 0.05, ",": 0.03, "'": 0.005, '"': 0.003, "!": 0.003, "?": 0.003, "-": 0.003}
_BEHIND |= {":": 0.001, ";": 0.001, ")": 0.001}
_BEFORE = {'"': 0.003, "¿": 0.002, "-": 0.002, "(": 0.001, "«": 0.001, "$": 0.0005}
_OTHER_MARK = math.log(0.0002)
_LOG_BEHIND = {mark: math.log(share) for mark, share in _BEHIND.items()}
_LOG_BEFORE = {mark: math.log(share) for mark, share in _BEFORE.items()}
_PLAIN_MARK = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}  # noqa: RUF001 curly and long marks

# How letters are cased: small, a capital expected or the first letter one, all capitals so far; and what that costs.
_SMALL, _CAPITAL, _CAPITALS = 0, 1, 2
_CAPITAL_INSIDE = -2.0


class Lexicon:
    """Words with their frequencies, walked sign by sign. Nothing is ruled out: a new word only costs more."""

    def __init__(self, frequencies: Mapping[str, float]) -> None:
        self._words = sorted([word for word, frequency in frequencies.items() if frequency > 0])
        self._mass = array("d", [0.0, *accumulate(map(frequencies.__getitem__, self._words))])
        self._steps: dict[tuple[State, str], tuple[float, State]] = {}
        self.start: State = (0, len(self._words), 0, _SMALL)

    def step(self, state: State, sign: str) -> tuple[float, State]:
        """Return the log-probability of `sign` after what `state` stands for, and the state then."""
        key = (state, sign)
        found = self._steps.get(key)
        if found is None:
            if len(self._steps) >= _MOST_STEPS:
                self._steps.clear()  # a long class set must not fill the memory
            found = self._steps[key] = self._find_step(state, sign)
        return found

    def end(self, state: State) -> float:
        """Return the log-probability that the word, the number or the mark ends here."""
        if state is UNKNOWN:
            return _UNKNOWN_WORD_ENDS
        first, last, letters, _ = state
        if first < 0:
            return _NUMBER_ENDS if state == NUMBER else 0.0
        if not letters:
            return 0.0
        is_word = first < last and len(self._words[first]) == letters
        own = self._mass[first + 1] - self._mass[first] if is_word else 0.0
        return max(math.log(own / (self._mass[last] - self._mass[first])), _NEW_WORD) if own else _NEW_WORD

    def measure(self, word: str) -> float:
        """Return the word's share of all words, 0.0 where it is in no list."""
        place = bisect_left(self._words, word)
        is_there = place < len(self._words) and self._words[place] == word
        return (self._mass[place + 1] - self._mass[place]) / self._mass[-1] if is_there else 0.0

    def _find_step(self, state: State, sign: str) -> tuple[float, State]:
        if sign == " ":
            return self._step_space(state)
        if state is UNKNOWN:
            return self._step_unknown(sign)
        if state == NUMBER:
            return self._step_number(sign)
        if state == _BEHIND_APOSTROPHE and sign.isalpha():
            return _ANY_ENDING, UNKNOWN
        if state[0] < 0:
            step, after = self._find_step(self.start, sign)
            return step + (_GLUED if sign.isalnum() else 0.0), after
        return self._step_word(state, sign)

    def _step_space(self, state: State) -> tuple[float, State]:
        if _is_empty(state):
            return _GLUED, state
        case = _CAPITAL if state == _BEHIND_STOP else _SMALL
        return self.end(state), (0, len(self._words), 0, case)

    def _step_unknown(self, sign: str) -> tuple[float, State]:
        plain = _PLAIN_MARK.get(sign, sign)
        if plain.isalnum() or plain == "'":
            return _ANY_LETTER + (_CAPITAL_INSIDE if sign.isupper() else 0.0), UNKNOWN
        return self._step_mark(UNKNOWN, plain)

    def _step_number(self, sign: str) -> tuple[float, State]:
        if sign.isdigit():
            return _NUMBER_GOES_ON + _ANY_DIGIT, NUMBER
        if sign in _IN_NUMBER:
            return _NUMBER_MARK, NUMBER
        if sign.isalnum():
            step, after = self._find_step(self.start, sign)
            return _UNIT_FOLLOWS + step, after
        return self._step_mark(NUMBER, sign)

    def _step_word(self, state: Known, sign: str) -> tuple[float, State]:
        if sign.isdigit() and _is_empty(state):
            return _NUMBER_BEGINS + _ANY_DIGIT, NUMBER
        plain = _PLAIN_MARK.get(sign, sign.lower())
        price, case = _price_case(state, sign)
        known = self._narrow(state, plain)
        if known is not None:
            return known[0] + price, (*known[1], case)
        if not plain.isalnum():
            return self._step_mark(state, plain)
        if self._is_elided(state):
            step, after = self._find_step(self.start, sign)
            return self.end(state) + step, after
        return _NEW_WORD + _ANY_LETTER + price, UNKNOWN

    def _step_mark(self, state: State, mark: str) -> tuple[float, State]:
        if _is_empty(state):
            return _LOG_BEFORE.get(mark, _OTHER_MARK), state
        end = self.end(state)
        if mark == "-":
            return max(end + _LOG_BEHIND[mark], _BROKEN_OFF), self.start
        return end + _LOG_BEHIND.get(mark, _OTHER_MARK), _AFTER_MARK.get(mark, _BEHIND_MARK)

    def _is_elided(self, state: Known) -> bool:
        """Whether a word with an apostrophe at its end was written, behind which the next begins without a space."""
        first, last, letters, _ = state
        return first < last and len(self._words[first]) == letters > 1 and self._words[first][-1] == "'"

    def _narrow(self, state: Known, sign: str) -> tuple[float, tuple[int, int, int]] | None:
        """Return the step into the words that go on with `sign`, or None where there are none."""
        first, last, letters, _ = state
        if first >= last:
            return None
        prefix = self._words[first][:letters] if letters else ""
        low = bisect_left(self._words, prefix + sign, first, last)
        high = bisect_left(self._words, prefix + sign + _LAST_SIGN, low, last)
        if low == high:
            return None
        share = (self._mass[high] - self._mass[low]) / (self._mass[last] - self._mass[first])
        return math.log(max(share, 1e-12)), (low, high, letters + 1)


def _is_empty(state: State) -> bool:
    """Whether a new word begins here."""
    return state is not UNKNOWN and state[2] == 0 and state[0] >= 0


def _price_case(state: Known, sign: str) -> tuple[float, int]:
    """Return what the sign's case costs, and how the word is cased with it."""
    _, _, letters, case = state
    if not sign.isalpha():
        return 0.0, case
    is_capital = sign.isupper()
    if letters == 0:
        return (0.0 if is_capital else -0.5) if case else (-0.8 if is_capital else 0.0), _CAPITAL * is_capital
    if case == _CAPITALS:
        return (0.0, _CAPITALS) if is_capital else (-1.5, _SMALL)
    if is_capital:
        return (-1.2, _CAPITALS) if (letters, case) == (1, _CAPITAL) else (_CAPITAL_INSIDE, _SMALL)
    return 0.0, _SMALL


@cache
def load_lexicon(shares: tuple[tuple[str, float], ...] = USUAL_SHARES) -> Lexicon:
    """Return the words of wordfreq's lists, the languages mixed by their shares; half a second of work, once."""
    lists = {language: load_frequencies(language) for language, _ in shares}
    return Lexicon(mix_frequencies(lists, dict(shares)))
