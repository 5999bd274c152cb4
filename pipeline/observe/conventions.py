"""A look in, slips in spelling, capitals, spacing and agreement out: looked at only where a teacher asks for it.

Misread letters look like a writer's slips (MEASURED: at 5 % of letters misread, misspellings keep a rank correlation
of .4), so these are for text that was typed, or read surely. They see the words as they stand, never mended.
"""

from __future__ import annotations

import re

from pipeline.language.words import is_known_word
from pipeline.observe.agreement import find_agreement_slips
from pipeline.observe.look import Look, Span
from pipeline.observe.seen import LEAST_MEASURE, Seen, open_span, see_counts, see_measure

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SHORTEST = 3
_SMALL_I = re.compile(r"(?<![\w'\u2019.])i(?![\w.])")
_SPACING = re.compile(r"\s[,.;!?](?=\s|$)|[,;!?](?=[^\W\d_])|[a-z]\.(?=[A-Z])")
_OBJECT = "me|you|him|her|us|them|it|the|a|an|my|his|your|our|their|this|people|students|kids|everyone|water|more"
_NO_APOSTROPHE = re.compile(
    r"\b(?:dont|doesnt|didnt|cant|wont|isnt|arent|im|ive|thats|theyre|youre|couldnt|wouldnt|shouldnt)\b"
    # "It lets the water out" is a verb with an object; "so lets go" leaves an apostrophe out.
    r"|(?:^|(?<=[,;:] )|(?<=\bso )|(?<=\bnow )|(?<=\bthen ))lets "
    rf"(?!(?:{_OBJECT})\b)(?=\w)",
    re.IGNORECASE,
)


def misspell(look: Look) -> Seen:
    """See words that no word list knows, names apart."""
    return see_counts(look, [span for span in _find(look, _WORD) if _is_misspelled(look.text[slice(*span)])])


def leave_capitals(look: Look) -> Seen:
    """Measure the share of sentences that begin with a small letter."""
    small = [
        open_span(each) for each in look.sentences if look.text[each.start : each.end].lstrip("\"'(")[:1].islower()
    ]
    return see_measure(look, _measure_small, small)


def write_small_i(look: Look) -> Seen:
    """See "i" for "I"."""
    return see_counts(look, _find(look, _SMALL_I))


def misplace_spaces(look: Look) -> Seen:
    """See a space before a comma or full stop, or none after it."""
    return see_counts(look, _find(look, _SPACING))


def leave_apostrophes(look: Look) -> Seen:
    """See "dont", "im": a short form without its apostrophe."""
    return see_counts(look, _find(look, _NO_APOSTROPHE))


def slip_in_agreement(look: Look) -> Seen:
    """See a form that does not go with its neighbour ("he have", "many student", "to went"): a list, no parser.

    Against Harper 2 (harper-py 0.2.0), whose agreement and grammar lints it found steadier in the halves of a piece.
    """
    slips = [
        (sentence.start + start, sentence.start + end)
        for sentence in look.sentences
        for start, end in find_agreement_slips(look.text[sentence.start : sentence.end])
    ]
    return see_counts(look, sorted(slips))


def _find(look: Look, wanted: re.Pattern[str]) -> list[Span]:
    return [
        (sentence.start + match.start(), sentence.start + match.end())
        for sentence in look.sentences
        for match in wanted.finditer(look.text[sentence.start : sentence.end])
    ]


def _is_misspelled(word: str) -> bool:
    return len(word) >= _SHORTEST and not word[0].isupper() and not is_known_word(word.replace("\u2019", "'"))


def _measure_small(look: Look) -> float:
    starts = [look.text[each.start : each.end].lstrip("\"'(")[:1] for each in look.sentences]
    return max(LEAST_MEASURE, sum(start.islower() for start in starts) / len(starts)) if starts else 0.0
