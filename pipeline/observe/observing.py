"""Transcripts and their task in, every observation on every piece out, with the spans each rests on."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import repair_words
from pipeline.observe.kinds import KINDS
from pipeline.observe.language_kinds import CONVENTIONS
from pipeline.observe.look import Look, Span, look_at, mend_look
from pipeline.observe.seeing import SeeingKind
from pipeline.records.patterns import Evidence, Observed
from pipeline.records.reading import Transcript

MOST_SPANS = 4
"""A handful of places shows it; more only fill the card."""


def observe_pieces(
    transcripts: Sequence[Transcript], task: str, kinds: Sequence[SeeingKind] = KINDS
) -> tuple[Observed, ...]:
    """Return each of `kinds` on every piece, pieces in the order given.

    Strengths are finite and not below 0: rates per 100 words, shares, lengths, or 0 and 1. A text without words has
    strength 0 and no evidence. Spans are characters of the transcript's text; a piece where nothing can be pointed at
    although the strength is above 0 has itself as evidence. `task` may be empty: its words are then in no piece.
    Likely misreadings are set right by the class set's own words before anything is counted; conventions see the words
    as they stand.
    """
    words = repair_words([transcript.text for transcript in transcripts], task)
    observed = []
    for transcript, repaired in zip(transcripts, words, strict=True):
        look = look_at(transcript.piece, transcript.text, task)
        mended = mend_look(look, repaired)
        observed += [_observe(kind, look if kind.group == CONVENTIONS else mended) for kind in kinds]
    return tuple(observed)


def _observe(kind: SeeingKind, look: Look) -> Observed:
    seen = kind.see(look)
    evidence = tuple(_quote(look, span) for span in _take_apart(seen.spans)[:MOST_SPANS])
    if not evidence and seen.strength > 0:
        evidence = (Evidence(look.piece, 0, 0, "", is_whole_piece=True),)
    return Observed(look.piece, kind.key, seen.strength, evidence)


def _take_apart(spans: Sequence[Span]) -> list[Span]:
    apart: list[Span] = []
    for start, end in spans:
        if all(end <= first or past <= start for first, past in apart):
            apart.append((start, end))
    return apart


def _quote(look: Look, span: Span) -> Evidence:
    return Evidence(look.piece, span[0], span[1], look.text[span[0] : span[1]])
