"""How sure a word is: what the letters, the other texts and the word lists say comes in, a probability goes out.

A logistic function, fitted on words of some sixty pages in about ninety hands, English and French, none of them a page
that figures are quoted for (models/README.md). Word lists have no say over letters that were seen surely: a child's own
spelling, clearly written, isn't doubtful because no list has it.
"""

from __future__ import annotations

import math
import re

from pipeline.reading.decode import Span

_INTERCEPT = -0.62
_SHARE, _SEEN, _LENGTH, _FREQUENCY, _UNSURE = 0.25, 0.62, 0.35, 0.64, -4.64
_LONGEST = 10
_UNSURE_LETTER, _SURE_LETTER = 0.8, 0.97
_NUMBER_ZIPF = 4.5
_LEAST = 1e-4
_EDGE_MARKS = re.compile(r"^\W+|\W+$")


def judge_word(span: Span, share: float, frequency: float, *, is_seen: bool) -> float:
    """Return how likely the word is right, 0..1.

    share: of the texts that have it there (0..1); frequency: the word's share of all words (0: in no list); is_seen:
    whether the letters seen one by one spell it.
    """
    unsure = _measure_unsure(span.confidence) if is_seen else 1.0
    told = _INTERCEPT + _SHARE * _log_odds(share) + _SEEN * is_seen + _LENGTH * min(len(span.text), _LONGEST)
    return _find_probability(told + unsure * (_UNSURE + _FREQUENCY * _measure_zipf(span.text, frequency)))


def strip_marks(text: str) -> str:
    """Return a word without the marks around it, in lower case, as word lists have it."""
    return _EDGE_MARKS.sub("", text).lower()


def _measure_unsure(letter: float) -> float:
    """Return 1 where the least certain letter is unsure, 0 where it is sure, between in proportion."""
    return min(1.0, max(0.0, (_SURE_LETTER - letter) / (_SURE_LETTER - _UNSURE_LETTER)))


def _measure_zipf(text: str, frequency: float) -> float:
    """Return how common a word is on the Zipf scale (van Heuven et al. 2014): 3 is once in a million words."""
    if frequency > 0:
        return max(0.0, math.log10(frequency) + 9)
    return _NUMBER_ZIPF if any(sign.isdigit() for sign in text) else 0.0


def _log_odds(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(share / (1 - share))


def _find_probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))
