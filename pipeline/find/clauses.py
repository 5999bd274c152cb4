"""A sentence in, its clauses out: cut where one would draw breath, and whether one reads well alone."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.language import STOP_WORDS, find_words

FEWEST_WORDS, MOST_WORDS = 3, 9

_BREAK = re.compile(r"[,;:.!?()\"\u201c\u201d\u2014]+\s|\s+-\s+")
_CONNECTIVES = frozenset(
    "and but so then because however also when if while although since which or that's".split()  # noqa: SIM905
)
_HANGING = frozenset("when if while although which that since".split())  # noqa: SIM905
"""What such a word leads hangs on another clause: "when you are in middle school" says nothing alone."""

_OPENERS = frozenset(
    """
    i you he she it we they there this that these those a an the my our your his her their its some many most every each
    all no nobody everyone everybody people kids students teenagers teachers parents children it's they're i'm we're
    one two three more less
    """.split()  # noqa: SIM905 - a list to read
)
_VERBS = frozenset(
    """
    is are was were am be been has have had do does did can could will would should may might must isn't aren't wasn't
    don't doesn't didn't can't couldn't won't wouldn't it's they're i'm we're there's that's get gets got go goes went
    cannot make makes made need needs take takes took come comes came give gives gave
    want wants help helps keep keeps kept
    """.split()  # noqa: SIM905
)
_CLOSERS = frozenset(
    """
    that this before again then it me you him them us out up down off on in not too there here now less more all
    """.split()  # noqa: SIM905
)


def find_clause_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the clauses of `text`, in order: cut at punctuation, and before a connective."""
    edges = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    spans = []
    for start, end in pairwise(edges):
        words = find_words(text[start:end])
        cuts = [start + word.start for at, word in enumerate(words) if at >= FEWEST_WORDS and word.text in _CONNECTIVES]
        spans += [(first, last) for first, last in pairwise([start, *cuts, end]) if find_words(text[first:last])]
    return [_trim(text, first, last) for first, last in spans]


def find_clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause of `text` that holds characters [start, end); of several, from first to last."""
    touched = [span for span in find_clause_spans(text) if span[0] < end and span[1] > start]
    return (min(touched[0][0], start), max(touched[-1][1], end)) if touched else (start, end)


def open_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the clause [start, end) of `text` without the connective that leads it."""
    words = find_words(text[start:end])
    while len(words) > 1 and words[0].text in _CONNECTIVES:
        start += words[1].start
        words = find_words(text[start:end])
    return start, end


def is_hanging(text: str, start: int, end: int) -> bool:
    """Whether the clause [start, end) of `text` is led by a word that hangs it on another."""
    return any(word.text in _HANGING for word in find_words(text[start:end])[:1])


def is_speakable(clause: str) -> bool:
    """Whether `clause` can be read aloud alone: FEWEST_WORDS to MOST_WORDS words, somebody or something, and a verb."""
    words = [word.text for word in find_words(clause)]
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or words[0] not in _OPENERS:
        return False
    if words[-1] in STOP_WORDS and words[-1] not in _CLOSERS:
        return False
    return any(word in _VERBS or word.endswith("ed") for word in words[:-1])


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    words = find_words(text[start:end])
    return start + words[0].start, start + words[-1].end
