"""A look in, slips in spelling, capitals, spacing and agreement out: looked at only where a teacher asks for it.

Misread letters look like a writer's slips (MEASURED: at 5 % of letters misread, misspellings keep a rank correlation
of .4), so these are for text that was typed, or read surely. They see the words as they stand, never mended.
"""

from __future__ import annotations

import re

from pipeline.language.words import is_known_word
from pipeline.observe.look import Look, Span
from pipeline.observe.seen import LEAST_MEASURE, Seen, open_span, see_counts, see_measure

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_SHORTEST = 3
_SMALL_I = re.compile(r"(?<![\w'\u2019.])i(?![\w.])")
_SPACING = re.compile(r"\s[,.;!?](?=\s|$)|[,;!?](?=[^\W\d_])|[a-z]\.(?=[A-Z])")
_NO_APOSTROPHE = re.compile(
    r"\b(?:dont|doesnt|didnt|cant|wont|isnt|arent|im|ive|thats|theyre|youre|couldnt|wouldnt|shouldnt|lets)\b",
    re.IGNORECASE,
)
_ONE = r"(?:he|she|it|this|that|everyone|everybody|someone|nobody)"
_MANY = r"(?:they|we|you|people|students|kids|children|these|those)"
_AGREEMENT = re.compile(
    rf"\b{_ONE} (?:have|do|go|want|need|like|make|are|were|don't|dont|think|say|take|get|know|come|give)\b"
    rf"|\b{_MANY} (?:is|has|was|does|goes|wants|needs|likes|makes|doesn't|doesnt|thinks|says|takes|gets|knows|comes)\b"
    r"|\b(?:many|these|those|several|few|different|two|three) "
    r"(?:student|person|thing|reason|way|kid|class|school|parent|teacher|problem|friend|idea|time|year|day)\b"
    r"|\b(?:a|an|another|one|each|every) "
    r"(?:students|things|reasons|ways|kids|schools|parents|teachers|problems|friends|ideas|people)\b"
    r"|\ba (?!one|once|eu)[aeio]\w+|\ban (?!hour|honest|hono)[bcdfghjklmnpqrstvwxyz]\w+"
    r"|\b(?:to|can|could|will|would|should|must|may|might|does|did|doesn't|don't|didn't) "
    r"(?:\w{3,}(?<!e)ed|went|had|got|made|is|are|was|has|goes|helps|makes|gets)\b"
    r"|\bmore (?:better|easier|bigger|faster|happier)\b"
    r"|\b(?:is|are|was|were|am) (?:go|have|do|make|take|learn|help|study|get|want|agree)\b",
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
    return see_counts(look, _find(look, _AGREEMENT))


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
