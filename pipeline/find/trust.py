"""A class set in, which of its words can be quoted in a name out: read surely, and known or used by several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.language import STOP_WORDS, is_known_word, list_words, measure_frequency
from pipeline.records.reading import Transcript

SURE_FROM = 0.7
"""A word read with less confidence than this is not quoted in a name."""

SHORT_WORD, SHORT_FREQUENCY = 3, 4.5
"""Misread, a short word is often another known one ("und", "ol"): one must be frequent (Zipf scale) to be quoted."""


@dataclass(frozen=True, slots=True)
class Trust:
    """`doubtful` holds, by piece, the places of words read with little confidence; `pieces` how many use each word."""

    doubtful: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    pieces: dict[str, int] = field(default_factory=dict)

    def is_sure(self, piece: str, text: str, start: int, end: int) -> bool:
        """Whether all words of characters [start, end) of the piece's `text` can be quoted in a name."""
        if any(first < end and last > start for first, last in self.doubtful.get(piece, ())):
            return False
        return all(self.knows(word) for word in list_words(text[start:end]))

    def knows(self, word: str) -> bool:
        """Whether `word` is one, as far as one can tell without looking at the scan."""
        if word.isdigit() or word in STOP_WORDS:
            return True
        if len(word) <= SHORT_WORD and self.pieces.get(word, 0) < 2:  # noqa: PLR2004 - a second piece agrees
            return measure_frequency(word) >= SHORT_FREQUENCY
        return is_known_word(word)


def learn_trust(transcripts: Sequence[Transcript]) -> Trust:
    """Return what can be quoted of `transcripts`."""
    doubtful = {
        one.piece: tuple((w.start, w.end) for w in one.words if w.confidence < SURE_FROM and not w.is_checked)
        for one in transcripts
    }
    pieces = Counter(word for one in transcripts for word in set(list_words(one.text)))
    return Trust(doubtful, dict(pieces))
