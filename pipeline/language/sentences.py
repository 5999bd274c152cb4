"""Text in, the places of its sentences out, also where a young writer leaves the full stops away."""

from __future__ import annotations

import re

from pipeline.language.words import find_words

LONGEST_SENTENCE_WORDS = 40
"""A stretch longer than this without a full stop is looked at again, and cut before connectives."""

FEWEST_WORDS_A_PART = 7
"""A run-on is never cut into parts shorter than this."""

_ABBREVIATION = re.compile(r"(?:\b(?:mr|mrs|ms|dr|st|vs|etc|e\.g|i\.e|prof|no)|\b[a-z])\.$", re.IGNORECASE)
_END = re.compile(r"[.!?…]+[\"'\u201d\u2019)\]]*(?=\s|$)")
_GAP = re.compile(r"\n[ \t]*\n\s*")
_CONNECTIVES = frozenset(
    {
        "and",
        "but",
        "so",
        "then",
        "because",
        "however",
        "also",
        "when",
        "if",
        "while",
        "although",
        "after",
        "before",
        "or",
    }
)


def find_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each sentence of `text`, in order, without white space around.

    An empty line ends a sentence, a single line break does not (handwriting wraps). A stretch of more than
    LONGEST_SENTENCE_WORDS words is a run-on: it is cut before connectives, or before a capital that opens a line.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _find_blocks(text):
        for first, last in _cut_at_ends(text, start, end):
            spans.extend(_cut_run_on(text, first, last))
    return tuple(spans)


def _find_blocks(text: str) -> list[tuple[int, int]]:
    edges = [0, *(place for gap in _GAP.finditer(text) for place in gap.span()), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _cut_at_ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    first = start
    for match in _END.finditer(text, start, end):
        if not _is_abbreviation(text, first, match, end):
            spans.append((first, match.end()))
            first = match.end()
    spans.append((first, end))
    return _trim_all(text, spans)


def _is_abbreviation(text: str, first: int, match: re.Match[str], end: int) -> bool:
    if match.end() >= end or match.group()[0] != "." or len(match.group()) > 1:
        return False
    return _ABBREVIATION.search(text[max(first, match.start() - 8) : match.start() + 1]) is not None


def _trim_all(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    trimmed = []
    for start, end in spans:
        part = text[start:end]
        left = start + len(part) - len(part.lstrip())
        right = left + len(part.strip())
        if any(char.isalnum() for char in text[left:right]):
            trimmed.append((left, right))
    return trimmed


def _cut_run_on(text: str, start: int, end: int) -> list[tuple[int, int]]:
    words = find_words(text[start:end])
    if len(words) <= LONGEST_SENTENCE_WORDS:
        return [(start, end)]
    edges = [start]
    last_cut = 0
    for count, word in enumerate(words):
        is_far = count - last_cut >= FEWEST_WORDS_A_PART and len(words) - count >= FEWEST_WORDS_A_PART
        if is_far and (word.text in _CONNECTIVES or _opens_line(text, start + word.start)):
            edges.append(start + word.start)
            last_cut = count
    return _trim_all(text, list(zip(edges, [*edges[1:], end], strict=True)))


def _opens_line(text: str, place: int) -> bool:
    before = text[:place].rstrip(" \t")
    return text[place].isupper() and before.endswith("\n") and text[place : place + 2] != "I "
