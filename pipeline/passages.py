"""A transcript in, its passages out: sentence-sized stretches with exact places."""

from __future__ import annotations

from pipeline.language import find_sentences, find_words
from pipeline.records.patterns import Passage
from pipeline.records.reading import Transcript

FEWEST_WORDS = 4
"""A shorter sentence says too little alone ("It is closed."): it goes with its neighbour."""


def split_passages(transcript: Transcript) -> tuple[Passage, ...]:
    """Return the passages of `transcript` in order; `passage.text == transcript.text[passage.start:passage.end]`.

    A sentence of fewer than FEWEST_WORDS words is joined to the one before it in its paragraph, else to the one after.
    A piece with any word at all has at least one passage.
    """
    spans: list[tuple[int, int]] = []
    for start, end in find_sentences(transcript.text):
        is_joined = bool(spans) and _is_short(transcript.text, start, end, spans[-1])
        first = spans.pop()[0] if is_joined else start
        spans.append((first, end))
    return tuple(Passage(transcript.piece, start, end, transcript.text[start:end]) for start, end in spans)


def _is_short(text: str, start: int, end: int, before: tuple[int, int]) -> bool:
    if "\n\n" in text[before[1] : start]:
        return False
    return min(len(find_words(text[start:end])), len(find_words(text[before[0] : before[1]]))) < FEWEST_WORDS
