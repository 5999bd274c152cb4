"""Findings and transcripts come in; they go out with no quote of words that the transcripts no longer have.

A decision keeps what it was made on, and findings may be older than a box drawn since: what a box hides must not come
back as a quote.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from pipeline.records.decisions import Pattern, PatternMember
from pipeline.records.patterns import Evidence
from pipeline.records.reading import Transcript
from pipeline.records.reference import IdeaInPiece, ModelIdea


def renew_quotes(patterns: Sequence[Pattern], transcripts: Mapping[str, Transcript]) -> tuple[Pattern, ...]:
    """Return the patterns, each quote as it stands in its piece's transcript now: the longest run of its words there.

    Evidence of which no word is left is gone; the member stays, for the decision about it stays.
    """
    return tuple(
        replace(pattern, members=tuple(_renew_member(member, transcripts) for member in pattern.members))
        for pattern in patterns
    )


def renew_ideas(ideas: Sequence[ModelIdea], transcripts: Mapping[str, Transcript]) -> tuple[ModelIdea, ...]:
    """Return the ideas of a model answer, what shows them in each piece as it stands in its transcript now."""
    return tuple(
        replace(idea, pieces=tuple(_renew_shown(one, transcripts.get(one.piece)) for one in idea.pieces))
        for idea in ideas
    )


def _renew_shown(one: IdeaInPiece, transcript: Transcript | None) -> IdeaInPiece:
    kept = Evidence(one.piece, one.start, one.end, one.quote)
    now = _renew_evidence(kept, transcript) if transcript else kept
    return (
        replace(one, start=now.start, end=now.end, quote=now.quote) if now else replace(one, start=0, end=0, quote="")
    )


def _renew_member(member: PatternMember, transcripts: Mapping[str, Transcript]) -> PatternMember:
    transcript = transcripts.get(member.piece)
    if transcript is None:
        return member
    renewed = (_renew_evidence(evidence, transcript) for evidence in member.evidence)
    return replace(member, evidence=tuple(evidence for evidence in renewed if evidence is not None))


def _renew_evidence(evidence: Evidence, transcript: Transcript) -> Evidence | None:
    text = transcript.text
    if evidence.is_whole_piece:
        return replace(evidence, quote="") if evidence.quote and evidence.quote not in text else evidence
    if text[evidence.start : evidence.end] == evidence.quote:
        return evidence
    start = text.find(evidence.quote)
    if start >= 0:
        return replace(evidence, start=start, end=start + len(evidence.quote))
    quoted, now = evidence.quote.split(), [text[word.start : word.end] for word in transcript.words]
    run = SequenceMatcher(None, quoted, now, autojunk=False).find_longest_match()
    if not run.size:
        return None
    first, last = transcript.words[run.b].start, transcript.words[run.b + run.size - 1].end
    return replace(evidence, start=first, end=last, quote=text[first:last])
