"""A look in, what it shows of ideas and evidence out: quotes, reasons, examples, numbers, another side."""

from __future__ import annotations

import re

from pipeline.observe import lexicon
from pipeline.observe.look import Look, Sentence, Span
from pipeline.observe.phrases import find_phrases
from pipeline.observe.seen import Seen, find_spans, see_counts, widen_span

_QUOTE = re.compile(r"[\"\u201c](?P<inside>[^\"\u201c\u201d]{8,400})[\"\u201d]")
_FEWEST_WORDS_QUOTED, _MOST_WORDS_QUOTED, _WORDS_SHOWN = 3, 60, 14
_UNIT = "|".join(lexicon.UNITS)
_NUMBER = re.compile(
    rf"[$€£]\s?\d[\d.,]*"
    rf"|(?<![\d/:.,-])\d+(?:[.,]\d+)*\s?(?:%|°|(?:{_UNIT})\b)"
    rf"|\b(?:{'|'.join(lexicon.NUMBER_WORDS)})\s(?:{_UNIT})\b",
    re.IGNORECASE,
)


def quote_text(look: Look) -> Seen:
    """See words of others in quotation marks, or pointed to ("the author says")."""
    quotes = [_shorten(look, span) for span in _find_quotes(look)]
    pointed = [span for span in find_spans(look, lexicon.POINTING) if not _overlaps_any(span, quotes)]
    return see_counts(look, sorted([*quotes, *pointed]))


def explain_quote(look: Look) -> Seen:
    """See a quote with what it shows said after it: in the rest of its sentence, or in the next one."""
    return see_counts(look, [span for _, span in _pair_quotes(look) if span])


def leave_quote(look: Look) -> Seen:
    """See a quote after which nothing says what it shows."""
    return see_counts(look, [_shorten(look, quote) for quote, span in _pair_quotes(look) if not span])


def give_reasons(look: Look) -> Seen:
    """See reason words (Hyland 2005; TAACO's causal connectives)."""
    return see_counts(look, find_spans(look, lexicon.REASONS))


def give_example(look: Look) -> Seen:
    """See an example announced ("for example", "such as")."""
    return see_counts(look, find_spans(look, lexicon.EXAMPLES))


def tell_experience(look: Look) -> Seen:
    """See something told from the writer's own life ("one time", "my sister")."""
    return see_counts(look, find_spans(look, lexicon.EXPERIENCES))


def give_numbers(look: Look) -> Seen:
    """See a number with what it counts or measures ("20 minutes", "three plants", "50 %")."""
    return see_counts(look, [match.span() for match in _NUMBER.finditer(look.text)])


def answer_other_side(look: Look) -> Seen:
    """See another view named and answered by a contrast after it, in its sentence or one of the next two.

    A counterargument with its rebuttal, after Nussbaum and Schraw (2007).
    """
    spans = []
    for k, sentence in enumerate(look.sentences):
        for first, past in find_phrases(sentence.words, lexicon.OTHER_SIDE):
            after = [*sentence.words[past:], *(word for each in look.sentences[k + 1 : k + 3] for word in each.words)]
            if find_phrases(after, lexicon.ANSWERS):
                spans.append(widen_span(sentence, first))
    return see_counts(look, spans)


def _find_quotes(look: Look) -> list[Span]:
    spans = []
    for match in _QUOTE.finditer(look.text):
        inside = match.group("inside")
        if "\n\n" not in inside and _FEWEST_WORDS_QUOTED <= len(inside.split()) <= _MOST_WORDS_QUOTED:
            spans.append(match.span())
    return spans


def _pair_quotes(look: Look) -> list[tuple[Span, Span | None]]:
    return [(quote, _find_explanation(look, quote[1])) for quote in _find_quotes(look)]


def _find_explanation(look: Look, place: int) -> Span | None:
    following = [sentence for sentence in look.sentences if sentence.end > place]
    for sentence in _take_until_next(following, place):
        words = tuple(word for word in sentence.words if word.start >= place)
        found = find_phrases(words, lexicon.EXPLAINING)
        if found:
            return widen_span(Sentence(place, sentence.end, words), found[0][0])
    return None


def _take_until_next(following: list[Sentence], place: int) -> list[Sentence]:
    # A quote that ends its sentence is explained in the next one; one that does not, in the rest of its own as well.
    has_rest = bool(following) and following[0].start < place
    return following[: 2 if has_rest else 1]


def _shorten(look: Look, span: Span) -> Span:
    words = list(re.finditer(r"\S+", look.text[span[0] : span[1]]))
    return span[0], span[0] + words[: _WORDS_SHOWN + 2][-1].end()


def _overlaps_any(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
