"""What an observation saw in, its strength, spans and second looks out: rates, measures and places alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb

from pipeline.observe.look import Look, Sentence, Span
from pipeline.observe.phrases import find_phrases

FEWEST_WORDS_A_RATE = 50
"""A piece below this is counted as if it were so long: one "because" in five words is no habit."""

FEWEST_SENTENCES_TO_HALVE = 4
LEAST_MEASURE = 1e-6
"""What a measure gives at least once it could be taken: 0 is kept for pieces too short to be measured."""

_WORDS_A_SPAN, _FEWEST_WORDS_SHOWN = 14, 6


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation on one piece.

    `strength` is finite and not below 0; `spans` are the clearest first. `halves` is the strength in every second
    sentence and in the others, None where there are too few. `chance` is the probability that the piece would show it
    if its sentences stood in any other order, None where order does not matter.
    """

    strength: float
    spans: tuple[Span, ...] = ()
    halves: tuple[float, float] | None = None
    chance: float | None = None


def see_counts(look: Look, spans: Sequence[Span]) -> Seen:
    """Return the number of `spans` per 100 words; a span belongs to the sentence it begins in."""
    rate = _rate(len(spans), look.word_count, FEWEST_WORDS_A_RATE)
    if len(look.sentences) < FEWEST_SENTENCES_TO_HALVE:
        return Seen(rate, tuple(spans))
    first, second = (_rate_half(look.take_half(k), spans) for k in (0, 1))
    return Seen(rate, tuple(spans), (first, second))


def see_measure(look: Look, measure: Callable[[Look], float], spans: Sequence[Span] = ()) -> Seen:
    """Return what `measure` gives for the whole piece and for its halves."""
    strength = measure(look)
    if len(look.sentences) < FEWEST_SENTENCES_TO_HALVE:
        return Seen(strength, tuple(spans) if strength else ())
    return Seen(strength, tuple(spans) if strength else (), (measure(look.take_half(0)), measure(look.take_half(1))))


def see_place(spans: Sequence[Span], chance: float) -> Seen:
    """Return 1.0 where the place holds any span, else 0.0, with the probability of that by chance."""
    return Seen(1.0 if spans else 0.0, tuple(spans), None, chance)


def find_chance(sentences: int, marked: int, places: int) -> float:
    """Return the probability that any of `places` sentences is among the `marked` ones, all orders being equal."""
    if not sentences:
        return 0.0
    return 1.0 - comb(sentences - marked, min(places, sentences)) / comb(sentences, min(places, sentences))


def find_spans(look: Look, phrases: tuple[str, ...]) -> list[Span]:
    """Return a span for each of `phrases` in the piece: the phrase with what follows it, inside its sentence."""
    return [
        widen_span(sentence, first) for sentence in look.sentences for first, _ in find_phrases(sentence.words, phrases)
    ]


def widen_span(sentence: Sentence, first: int) -> Span:
    """Return a stretch of a line or two from word `first` of `sentence` on, from before it where little follows."""
    start = max(0, min(first, len(sentence.words) - _FEWEST_WORDS_SHOWN))
    words = sentence.words[start : start + _WORDS_A_SPAN]
    return words[0].start, words[-1].end


def open_span(sentence: Sentence, words: int = _WORDS_A_SPAN) -> Span:
    """Return the stretch of the first `words` words of `sentence`, the whole of a shorter one with its full stop."""
    if len(sentence.words) <= words:
        return sentence.start, sentence.end
    return sentence.words[0].start, sentence.words[words - 1].end


def _rate(count: int, words: int, fewest: int) -> float:
    return 100.0 * count / max(words, fewest)


def _rate_half(half: Look, spans: Sequence[Span]) -> float:
    count = sum(sentence.start <= start < sentence.end for sentence in half.sentences for start, _ in spans)
    return _rate(count, half.word_count, FEWEST_WORDS_A_RATE // 2)
