"""A look in, how the piece is built out: its opening, where the claim stands, breaks, connectives, its ending."""

from __future__ import annotations

from math import comb

from pipeline.observe import lexicon
from pipeline.observe.look import Look, Sentence, Span, find_content
from pipeline.observe.phrases import find_phrases
from pipeline.observe.seen import (
    LEAST_MEASURE,
    Seen,
    find_chance,
    find_spans,
    open_span,
    see_counts,
    see_measure,
    see_place,
    widen_span,
)

_OPENING, _ENDING = 2, 2
_FEWEST_SENTENCES_TO_RETURN, _FEWEST_WORDS_SHARED = 6, 3
_FEWEST_WORDS_TO_BREAK = 40
_LAST_PART = 4


def open_with_question(look: Look) -> Seen:
    """See a question in the first sentence."""
    asked = [sentence for sentence in look.sentences if _is_question(look, sentence)]
    spans = [open_span(sentence) for sentence in asked if sentence in look.sentences[:1]]
    return see_place(spans, find_chance(len(look.sentences), len(asked), 1))


def open_with_claim(look: Look) -> Seen:
    """See what the writer thinks in one of the first two sentences ("I agree", "should")."""
    return _see_at_opening(look, [_find_claim(look, sentence) for sentence in look.sentences])


def open_with_scene(look: Look) -> Seen:
    """See a moment or a story in one of the first two sentences ("one day", "when I was", "imagine")."""
    return _see_at_opening(look, [_find_first(sentence, lexicon.SCENES) for sentence in look.sentences])


def keep_claim_for_end(look: Look) -> Seen:
    """See what the writer thinks in the last quarter of the sentences, and not in the first quarter."""
    claims = [_find_claim(look, sentence) for sentence in look.sentences]
    part = max(1, len(claims) // _LAST_PART)
    spans = [] if any(claims[:part]) or len(claims) < _LAST_PART else [span for span in claims[-part:] if span]
    return see_place(spans, _find_late_chance(len(claims), sum(map(bool, claims)), part))


def announce_ending(look: Look) -> Seen:
    """See closing words in the last quarter of the sentences ("in conclusion", "that is why")."""
    found = [_find_first(sentence, lexicon.CLOSINGS) for sentence in look.sentences]
    part = max(1, len(found) // _LAST_PART) if len(found) > 1 else 0
    spans = [span for span in found[len(found) - part :] if span]
    return see_place(spans, find_chance(len(found), sum(map(bool, found)), part))


def return_to_opening(look: Look) -> Seen:
    """See at least three content words of the first two sentences again in the last two, the task's words apart.

    Its chance is how often any two sentences after the opening take them up, the last two among them.
    """
    sentences = look.sentences
    if len(sentences) < _FEWEST_SENTENCES_TO_RETURN:
        return see_place([], 0.0)
    opening = _find_own(look, sentences[:_OPENING])
    shared = opening & _find_own(look, sentences[-_ENDING:])
    middle = [sentences[k : k + _ENDING] for k in range(_OPENING, len(sentences) - _ENDING)]
    again = [len(opening & _find_own(look, pair)) >= _FEWEST_WORDS_SHARED for pair in middle]
    shows = len(shared) >= _FEWEST_WORDS_SHARED
    spans = [_span_shared(sentence, shared) for sentence in reversed(sentences[-_ENDING:])] if shows else []
    return see_place([span for span in spans if span], (sum(again) + shows) / (len(again) + 1))


def break_paragraphs(look: Look) -> Seen:
    """Measure paragraph breaks (empty lines) per 100 words; pieces under 40 words are not measured."""
    spans = [
        open_span(following)
        for sentence, following in zip(look.sentences, look.sentences[1:], strict=False)
        if sentence.ends_paragraph
    ]
    return see_measure(look, _rate_breaks, spans) if look.word_count >= _FEWEST_WORDS_TO_BREAK else Seen(0.0)


def use_sequence_words(look: Look) -> Seen:
    """See words that put ideas in order ("first", "after that"; TAACO's temporal and ordering connectives)."""
    spans = find_spans(look, lexicon.SEQUENCE)
    openers = [
        widen_span(sentence, 0)
        for sentence in look.sentences
        if find_phrases(sentence.words[:1], lexicon.SEQUENCE_OPENERS)
    ]
    return see_counts(look, sorted({*spans, *openers}))


def use_adding_words(look: Look) -> Seen:
    """See words that add one idea to the next ("also", "in addition"; TAACO's additive connectives)."""
    return see_counts(look, find_spans(look, lexicon.ADDITIONS))


def use_contrast_words(look: Look) -> Seen:
    """See words that set one idea against another ("but", "however"; TAACO's adversative connectives)."""
    return see_counts(look, find_spans(look, lexicon.CONTRASTS))


def _see_at_opening(look: Look, found: list[Span | None]) -> Seen:
    spans = [span for span in found[:_OPENING] if span]
    return see_place(spans, find_chance(len(look.sentences), sum(map(bool, found)), _OPENING))


def _is_question(look: Look, sentence: Sentence) -> bool:
    ends = look.text[sentence.start : sentence.end].rstrip("\"'\u201d\u2019) ")
    return ends.endswith("?") or bool(find_phrases(sentence.words[:3], lexicon.QUESTION_OPENERS))


def _find_claim(look: Look, sentence: Sentence) -> Span | None:
    return None if _is_question(look, sentence) else _find_first(sentence, lexicon.CLAIMS)


def _find_first(sentence: Sentence, phrases: tuple[str, ...]) -> Span | None:
    found = find_phrases(sentence.words, phrases)
    return widen_span(sentence, found[0][0]) if found else None


def _find_late_chance(sentences: int, marked: int, part: int) -> float:
    if sentences < _LAST_PART:
        return 0.0
    late = comb(sentences - part, marked) - comb(sentences - 2 * part, marked)
    return late / comb(sentences, marked)


def _find_own(look: Look, sentences: tuple[Sentence, ...]) -> frozenset[str]:
    return find_content(tuple(word for sentence in sentences for word in sentence.words)) - look.task_words


def _span_shared(sentence: Sentence, shared: frozenset[str]) -> Span | None:
    first = next((k for k, word in enumerate(sentence.words) if find_content((word,)) & shared), None)
    return None if first is None else widen_span(sentence, first)


def _rate_breaks(look: Look) -> float:
    breaks = sum(sentence.ends_paragraph for sentence in look.sentences)
    return max(LEAST_MEASURE, 100.0 * breaks / max(1, look.word_count))
