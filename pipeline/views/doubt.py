"""A desk comes in; the words to look at go out: doubtful ones, those that patterns rest on first, or some at random."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import Evidence
from pipeline.records.reading import Box, Transcript, TranscriptWord
from pipeline.roster import BAR
from pipeline.views.crops import CropPlan, join_boxes
from pipeline.views.page_lines import is_doubtful
from pipeline.walk.desk import Desk

_AROUND_HEIGHTS, _OVER_HEIGHTS = 7.0, 0.45

WordKey = tuple[str, int, int, int]
"""A word's piece, page, line and slot."""


@dataclass(frozen=True, slots=True)
class WordToCheck:
    """A word of a piece, and its place on the scan."""

    piece: str
    word: TranscriptWord
    box: Box

    @property
    def key(self) -> WordKey:
        """What it is found again by."""
        return self.piece, self.word.page, self.word.line, self.word.slot


def list_doubtful(desk: Desk, doubtful_below: float) -> tuple[WordToCheck, ...]:
    """Return the doubtful words: those that a pattern's evidence rests on first, the least sure before the others."""
    evidence = _list_evidence(desk)
    found = [one for one in _list_words(desk) if is_doubtful(one.word, doubtful_below)]

    def rank(one: WordToCheck) -> tuple[bool, float, WordKey]:
        rests_on = any(span.start < one.word.end and one.word.start < span.end for span in evidence.get(one.piece, ()))
        return not rests_on, one.word.confidence, one.key

    return tuple(sorted(found, key=rank))


def list_doubtful_of(desk: Desk, pattern: Pattern, doubtful_below: float) -> tuple[WordToCheck, ...]:
    """Return the doubtful words that one pattern rests on, in the order of its members."""
    spans = {member.piece: member.evidence for member in pattern.members}
    found = [one for one in list_doubtful(desk, doubtful_below) if _rests_on(spans.get(one.piece, ()), one.word)]
    places = {piece: at for at, piece in enumerate(spans)}
    return tuple(sorted(found, key=lambda one: (places[one.piece], one.key)))


def _rests_on(spans: tuple[Evidence, ...], word: TranscriptWord) -> bool:
    return any(span.is_whole_piece or (span.start < word.end and word.start < span.end) for span in spans)


def draw_words(desk: Desk, count: int, test_number: int) -> tuple[WordToCheck, ...]:
    """Return words drawn at random from all pieces with a scan; the same ones for the same test of the same set."""

    def draw(one: WordToCheck) -> str:
        told = "/".join(map(str, (desk.collection.id, test_number, *one.key)))
        return sha256(told.encode()).hexdigest()

    return tuple(sorted(_list_words(desk), key=draw)[:count])


def find_words(desk: Desk, keys: Collection[WordKey]) -> dict[WordKey, WordToCheck]:
    """Return the words of these keys that are still there."""
    return {one.key: one for one in _list_words(desk) if one.key in keys}


def count_words(desk: Desk) -> int:
    """Return how many words the pieces with a scan have."""
    return sum(1 for _ in _list_words(desk))


def plan_word(transcript: Transcript, one: WordToCheck) -> CropPlan:
    """Return what to cut from the page to show a word amid its line, the word marked."""
    place = one.word.page, one.word.line
    line = join_boxes([other.box for other in transcript.words if (other.page, other.line) == place and other.box])
    height = one.box.y1 - one.box.y0
    box = Box(
        max(line.x0 - height / 2, one.box.x0 - _AROUND_HEIGHTS * height),
        one.box.y0 - _OVER_HEIGHTS * height,
        min(line.x1 + height / 2, one.box.x1 + _AROUND_HEIGHTS * height),
        one.box.y1 + _OVER_HEIGHTS * height,
    )
    return CropPlan(one.word.page, box, (one.box,))


def split_line(transcript: Transcript, word: TranscriptWord) -> tuple[str, str]:
    """Return what stands before and behind a word in its line."""
    line = [other for other in transcript.words if (other.page, other.line) == (word.page, word.line)]
    start, end = line[0].start, line[-1].end
    return transcript.text[start : word.start].strip(), transcript.text[word.end : end].strip()


def _list_words(desk: Desk) -> Iterator[WordToCheck]:
    for piece, transcript in desk.transcripts.items():
        for word in transcript.words:
            is_hidden = BAR in transcript.text[word.start : word.end]
            if word.box is not None and not is_hidden:
                yield WordToCheck(piece, word, word.box)


def _list_evidence(desk: Desk) -> dict[str, list[Evidence]]:
    spans: dict[str, list[Evidence]] = {}
    for pattern in desk.patterns:
        for member in pattern.members if pattern.status is not PatternStatus.SET_ASIDE else ():
            spans.setdefault(member.piece, []).extend(span for span in member.evidence if span.is_span)
    return spans
