"""A transcript and the evidence on it come in; one page's lines and marks, ready for the scan viewer, go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import Evidence
from pipeline.records.reading import AsideWord, Box, Transcript, TranscriptWord
from pipeline.transcript import locate_evidence
from pipeline.views.components.scan import BoxOnPage, ShownLine, ShownMark, ShownWord
from pipeline.views.crops import join_boxes

LOOKS = ("this", "green", "rose")
MOST_OTHERS = 5


@dataclass(frozen=True, slots=True)
class Highlight:
    """A pattern's evidence in one piece, in one of the marker's looks."""

    pattern: str
    name: str
    look: str
    evidence: tuple[Evidence, ...]


def choose_highlights(patterns: Sequence[Pattern], piece: str, focused: str) -> tuple[Highlight, ...]:
    """Return up to three patterns the piece belongs to, the one in focus first and in the marker's yellow."""
    live = [pattern for pattern in patterns if pattern.status is not PatternStatus.SET_ASIDE]
    mine = [(pattern, member) for pattern in live for member in pattern.members if member.piece == piece]
    mine.sort(key=lambda pair: pair[0].id != focused)
    return tuple(
        Highlight(pattern.id, pattern.name, look, member.evidence)
        for (pattern, member), look in zip(mine, LOOKS, strict=False)
    )


def build_lines(
    transcript: Transcript, page: int, highlights: Sequence[Highlight], doubtful_below: float
) -> tuple[ShownLine, ...]:
    """Return a page's lines in reading order; words under `doubtful_below` (0..1) that nobody checked are doubtful.

    Words that are not the student's stand in their lines where they were read.
    """
    places = {(word.page, word.line) for word in transcript.words} | {(w.page, w.line) for w in transcript.aside}

    def show(word: TranscriptWord) -> ShownWord:
        return _show_word(transcript, word, highlights, doubtful_below)

    return tuple(_build_line(transcript, place, show) for place in sorted(places) if place[0] == page)


def _build_line(
    transcript: Transcript, place: tuple[int, int], show: Callable[[TranscriptWord], ShownWord]
) -> ShownLine:
    own = [word for word in transcript.words if (word.page, word.line) == place]
    aside = [word for word in transcript.aside if (word.page, word.line) == place]
    boxes = [word.box for word in own if word.box] or [word.box for word in aside if word.box]
    shown = [*map(show, own), *map(_show_aside, aside)]
    return ShownLine(
        number=place[1],
        text=" ".join(_read(transcript, word) for word in own),
        words=tuple(sorted(shown, key=lambda word: word.slot)),
        box=_corners(join_boxes(boxes)) if boxes else None,
        starts_paragraph=bool(own) and transcript.text[: own[0].start].endswith("\n\n"),
        is_checked=bool(own) and all(word.is_checked for word in own),
    )


def build_marks(transcript: Transcript, page: int, highlights: Sequence[Highlight]) -> tuple[ShownMark, ...]:
    """Return the marker's strokes on a page, one for each line of each evidence span.

    Strokes of two colours would mix to a third: where a stroke would cover another, the earlier pattern's stays.
    """
    marks: list[ShownMark] = []
    for highlight in highlights:
        for evidence in highlight.evidence:
            regions = [region for region in locate_evidence(transcript, evidence) if region.page == page]
            boxes = [_corners(region.box) for region in regions]
            free = [box for box in boxes if not any(_covers(mark.box, box) for mark in marks)]
            marks += [ShownMark(box, highlight.look, highlight.name) for box in free]
    return tuple(marks)


def is_doubtful(word: TranscriptWord, doubtful_below: float) -> bool:
    """Whether a word is less sure than `doubtful_below` (0..1) and nobody checked it."""
    return not word.is_checked and word.confidence < doubtful_below


def count_doubtful(lines: Sequence[ShownLine]) -> int:
    """Return how many words on these lines are doubtful."""
    return sum(word.is_doubtful for line in lines for word in line.words)


def _covers(mark: BoxOnPage, box: BoxOnPage) -> bool:
    """Tell whether `mark` lies over half of `box` or more."""
    width = min(mark[2], box[2]) - max(mark[0], box[0])
    height = min(mark[3], box[3]) - max(mark[1], box[1])
    if width <= 0 or height <= 0:
        return False
    return 2 * width * height >= (box[2] - box[0]) * (box[3] - box[1])


def _show_word(
    transcript: Transcript, word: TranscriptWord, highlights: Sequence[Highlight], doubtful_below: float
) -> ShownWord:
    return ShownWord(
        text=_read(transcript, word),
        is_doubtful=is_doubtful(word, doubtful_below),
        look=next((h.look for h in highlights if any(_touches(e, word) for e in h.evidence)), ""),
        slot=word.slot,
        box=_corners(word.box) if word.box else None,
        others=word.others[:MOST_OTHERS],
    )


def _show_aside(word: AsideWord) -> ShownWord:
    box = _corners(word.box) if word.box else None
    return ShownWord(word.text, is_doubtful=False, slot=word.slot, box=box, role=word.role)


def _corners(box: Box) -> BoxOnPage:
    return box.x0, box.y0, box.x1, box.y1


def _touches(evidence: Evidence, word: TranscriptWord) -> bool:
    return evidence.is_span and word.start < evidence.end and word.end > evidence.start


def _read(transcript: Transcript, word: TranscriptWord) -> str:
    return transcript.text[word.start : word.end]
