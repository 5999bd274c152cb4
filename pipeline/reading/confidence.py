"""How sure a reading is: strips as read come in, the lines kept of them and whether the page needs eyes go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.reading.ink import Ink
from pipeline.records.reading import Line, Word

LEAST_STRIP_BELIEF = 0.5
"""Below this mean belief in its letters a strip is a scribble or a drawing rather than writing (models/README.md)."""

_BLANK_INK_SHARE = 0.0006


@dataclass(frozen=True, slots=True)
class StripRead:
    """One stretch of writing as read: `belief` is the mean belief in its letters, 0..1.

    Engines are sure on scales of their own: under `least_belief` this one's reading is no writing. `seen` is how sure
    the words are that were seen letter by letter, where those read are others; they tell better how bad a page is.
    """

    words: tuple[Word, ...]
    belief: float
    least_belief: float = LEAST_STRIP_BELIEF
    seen: tuple[float, ...] | None = None

    @property
    def confidences(self) -> tuple[float, ...]:
        """How sure the words are, for the line and the page."""
        return tuple(word.confidence for word in self.words) if self.seen is None else self.seen

    @property
    def letters(self) -> int:
        """How many letters were read."""
        return sum(len(word.text) for word in self.words)

    @property
    def is_writing(self) -> bool:
        """Whether it is believed to be writing at all."""
        return bool(self.words) and self.belief >= self.least_belief


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


def judge_page(ink: Ink, strips: Sequence[StripRead], needs_eyes_below: float) -> Verdict:
    """Return how sure the page is, over all strips, those left out too.

    A page without ink is blank: 1.0. Ink of which nothing could be read is 0.0.
    """
    confidence = _mean_confidence(strips)
    if ink.share < _BLANK_INK_SHARE and not any(strip.is_writing for strip in strips):
        return Verdict(1.0, needs_eyes=False)
    return Verdict(confidence, confidence < needs_eyes_below)


def _mean_confidence(strips: Sequence[StripRead]) -> float:
    """Mean over words, each as sure as its least certain letter: tells bad pages better than the mean over letters."""
    words = [confidence for strip in strips for confidence in strip.confidences]
    return sum(words) / len(words) if words else 0.0
