"""How sure a reading is: strips as read come in, the lines kept of them and whether the page needs eyes go out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.ink import Ink
from pipeline.reading.signs import Signs, measure_signs
from pipeline.reading.stripread import LEAST_STRIP_BELIEF, Nature, StripRead
from pipeline.records.reading import Box, Line

__all__ = ["LEAST_STRIP_BELIEF", "Nature", "StripRead", "Verdict", "join_strips", "judge_page"]

# Of rendered blank pages none had more, of drawings none less than 0.0025; specks were up to 0.012 in all.
_BLANK_DRAWN_SHARE, _BLANK_INK_SHARE, _THROUGH_SHARE = 0.0009, 0.015, 0.2

# Logistic regression (C = 3) on half of the pages that aren't real cursive of the tests, and their worse versions, read
# by the default engine: python -m tests.bench.flagging --fit. What ink and cut lines weigh is set by hand.
_INTERCEPT, _DOUBT = 2.17, 1.97
_LEAST_SURE, _MOST_SURE = 0.02, 0.99
_UNREAD_FROM, _UNREAD_RANGE = 0.1, 0.4


@dataclass(frozen=True, slots=True)
class Verdict:
    """A page's confidence in 0..1, and whether a person should look at it."""

    confidence: float
    needs_eyes: bool


def join_strips(strips: Sequence[StripRead], *, starts_paragraph: bool) -> Line | None:
    """Return the row's line, or None where nothing in it is believed to be writing."""
    kept = [strip for strip in strips if strip.is_writing]
    if not kept:
        return None
    words = tuple(word for strip in kept for word in strip.words)
    return Line(words, _mean_confidence(kept), starts_paragraph)


def judge_page(ink: Ink, strips: Sequence[StripRead], cut: float, needs_eyes_below: float) -> Verdict:
    """Return how sure the page is and whether it needs eyes; `strips` are all that were found, those left out too.

    cut: the share of them that run out of the picture (signs.py). A page with nothing but paper, or what shines through
    it, is blank: 1.0. Ink of which nothing could be read is 0.0.
    """
    kept = [strip for strip in strips if strip.is_writing and strip.own]
    through = [_grow(box) for strip in strips if strip.nature is Nature.SHOW_THROUGH for box in strip.boxes]
    beside = [box for strip in strips if strip.is_writing and not strip.own for box in strip.boxes]
    if not kept:
        is_blank = _is_blank(ink, through)
        return Verdict(float(is_blank), needs_eyes=not is_blank)
    confidence = weigh_signs(measure_signs(ink, kept, [*through, *beside]), cut)
    return Verdict(confidence, confidence < needs_eyes_below)


def weigh_signs(signs: Signs, cut: float = 0.0) -> float:
    """Return how likely at most one letter in ten of the page is wrong, 0..1.

    A logistic function of how sure the words are; times what was read of the ink, and of the lines what the picture has
    whole.
    """
    sureness = min(max(signs.sureness, _LEAST_SURE), _MOST_SURE)
    told = _INTERCEPT + _DOUBT * math.log(1 / sureness - 1)
    whole = 1 - min(1.0, max(0.0, (signs.unread - _UNREAD_FROM) / _UNREAD_RANGE))
    return whole * (1 - cut) / (1 + math.exp(told))


def _is_blank(ink: Ink, through: Sequence[Box]) -> bool:
    """Whether there is next to nothing that somebody wrote or drew on this side of the sheet.

    Where the back shines through, some of its ink lies outside the strips that were found.
    """
    drawn = ink.measure_drawn_outside(())
    least = max(_BLANK_DRAWN_SHARE * ink.labels.size, _THROUGH_SHARE * drawn if through else 0.0)
    is_drawn = ink.measure_drawn_outside(through) > least
    return not is_drawn and ink.measure_outside(through) < _BLANK_INK_SHARE * ink.labels.size


def _grow(box: Box) -> Box:
    """Return the box with half its height more on each side: pale tails lie farther out than what was shared out."""
    reach = (box.y1 - box.y0) / 2
    return Box(box.x0 - reach, box.y0 - reach, box.x1 + reach, box.y1 + reach)


def _mean_confidence(strips: Sequence[StripRead]) -> float:
    """Mean over the student's words, each as sure as its least certain letter; 0.0 where none is the student's."""
    words = [confidence for strip in strips for confidence in strip.confidences]
    return sum(words) / len(words) if words else 0.0
