"""A sentence in, forms that do not go with their neighbours out: a list of slips, each with what makes it no slip.

Correct English holds many such pairs for another reason ("did he go", "one of the students has", "what we do is go",
"two school days"): a slip is taken back where what stands before or after it says so. In doubt nothing is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.observe.look import Span

_VERBS = "have|do|go|want|need|make|are|don't|dont|think|say|take|get|know|come|give"
_S_VERBS = "is|has|was|does|goes|wants|needs|likes|makes|doesn't|doesnt|thinks|says|takes|gets|knows|comes"
_ONE_NOUN = "student|person|thing|reason|way|kid|class|school|parent|teacher|problem|friend|idea|time|year|day"
_NOUNS = "students|things|reasons|ways|kids|schools|parents|teachers|problems|friends|ideas"
_MODALS = "can|could|will|would|should|must|may|might|does|did|doesn't|don't|didn't"
_PAST = r"(?!embed|shred|imbed)\w{3,}(?<!e)ed|went|had|got|made"

_ENDS = (
    r"(?=\s*(?:[.,;!?:)]|$)|\s+(?:and|or|but|so|because|who|that|which|when|is|are|was|were|can|will|should|have|has|"
    r"do|don't|to|in|on|at|for|from|with|of|like|than|as|if)\b)"
)
"""What follows a noun that stands for itself, and not for a part of the next one ("two school days")."""

_PREPOSITION = r"\b(?:of|for|to|about|with|among|between|in|from|by|like|near|at|on|around|into|than|without|against)"
_ASKS_OR_LETS = (
    r"(?:\b(?:do|does|did|can|could|will|would|should|must|may|might|shall|and|or|nor|lets?|letting|makes?|made|making|"
    r"helps?|helped|sees?|saw|seen|hears?|heard|watch|watched|have|had)|n't|n\u2019t)\s+(?:not\s+)?$"
)


@dataclass(frozen=True, slots=True)
class _Slip:
    """A form that is a slip, except behind `excused`, a pattern that ends where the form begins."""

    form: re.Pattern[str]
    excused: re.Pattern[str] | None = None


def _make(form: str, *excused: str) -> _Slip:
    whole = re.compile("|".join(excused), re.IGNORECASE) if excused else None
    return _Slip(re.compile(form, re.IGNORECASE), whole)


_SLIPS = (
    _make(rf"\b(?:he|she) (?:like|{_VERBS})\b", _ASKS_OR_LETS),
    _make(
        rf"\b(?:it|this|everyone|everybody|someone|nobody) (?:{_VERBS})\b", _ASKS_OR_LETS, rf"{_PREPOSITION} (?:all )?$"
    ),
    _make(
        r"\b(?:he|she|it|this|everyone|everybody|someone|nobody) were\b",
        r"\b(?:if|wish|wishes|wished|though|suppose|as if|and|or|whether) $",
        rf"{_PREPOSITION} $",
    ),
    _make(
        rf"\b(?:they|we|you|people|students|kids|children|these|those) (?:{_S_VERBS})\b",
        rf"{_PREPOSITION} (?:[\w'\u2019]+ ){{0,2}}$",
        r"\b\w+ing (?:[\w'\u2019]+ ){0,2}$",
    ),
    _make(rf"\b(?:many|these|those|several|few|different|two|three) (?:{_ONE_NOUN}){_ENDS}", r"\b(?:one|twenty|a) $"),
    _make(rf"\b(?:a|another|one|each|every) (?:{_NOUNS}){_ENDS}|\b(?:another|each|every) people{_ENDS}", r"\bno $"),
    _make(
        r"\ba (?!one|once|eu|oui|is\b|in\b|on\b|and\b|are\b|or\b|of\b|at\b|as\b|if\b|it\b|its\b|also\b|always\b|only\b|"
        r"all\b|into\b|after\b)[aeio]\w+",
        r"\b(?:grade|plan|bulb|option|group|type|vitamin|part|team|an|letter|point|side|cup|step|section) $",
    ),
    _make(r"\ban (?!hour|honest|hono|heir|herb|histor|x-?ray|mp\d)[bcdfghjklmnpqrstvwxyz]\w+"),
    _make(r"\bto went\b"),
    _make(
        rf"\bto (?:{_PAST})\b(?!-)",
        # What comes before must call for a verb, else "to increased heat", "the school I went to had".
        r"(?<!\bwant )(?<!\bwants )(?<!wanted )(?<!\bneed )(?<!\bneeds )(?<!needed )(?<!\btry )(?<!tried )(?<!trying )"
        r"(?<!\bable )(?<!going )(?<!decided )(?<!started )(?<!\bglad )(?<!\bhow )$",
    ),
    _make(
        rf"\b(?:{_MODALS}) (?:{_PAST}|is|are|was|has|goes|helps|makes|gets)\b(?!-)",
        r"\b(?:what|whatever|all|everything|things?|way|work|than|as|who|that|which|like)\b(?: [\w'\u2019]+){0,4} $",
        r"\b(?:the|a|an|his|her|my|our|your|their|its|this|of|in|free|last|every) $",
    ),
    _make(r"\bmore (?:better|easier|bigger|faster|happier)\b"),
    _make(
        r"\b(?:is|are|was|were|am) (?:go|have|do|make|take|learn|get|want|agree)\b(?![-'\u2019])"
        r"|\b(?:are|were|am) (?:help|study)\b(?![-'\u2019])",
        r"\b(?:do|did|does|done|doing) $",
    ),
)


def find_agreement_slips(sentence: str) -> Iterator[Span]:
    """Yield the [start, end) of each slip in a sentence, at most one at a place."""
    seen: set[int] = set()
    for slip in _SLIPS:
        for match in slip.form.finditer(sentence):
            if match.start() not in seen and not _is_excused(slip, match, sentence):
                seen.add(match.start())
                yield match.span()


def _is_excused(slip: _Slip, match: re.Match[str], sentence: str) -> bool:
    article, _, word = match[0].partition(" ")
    if article.lower() in {"a", "an"} and (word[:2].isupper() or (article == "A" and match.start() > 0)):
        return True  # spelt out when spoken ("an MRI"), or a label ("bulb A is")
    return bool(slip.excused and slip.excused.search(sentence[: match.start()]))
