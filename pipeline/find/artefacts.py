"""Candidates in, warnings about them out: where a pattern follows length or how well a page was read, it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.find.spaces import count_words
from pipeline.records.patterns import Candidate, ClassSet, Evidence, Member
from pipeline.records.reading import Transcript

FOLLOWS_FROM_AUC = 0.75
FOLLOWS_BELOW_P = 0.01
DOUBTFUL_BELOW = 0.6
"""A pattern whose evidence's words have a mean confidence below this rests mainly on doubtful words."""

LONGER, SHORTER = "Its pieces are mostly longer than the others.", "Its pieces are mostly shorter than the others."
HARDER, EASIER = "Its pages were mostly harder to read.", "Its pages were mostly easier to read."
DOUBTFUL = "It rests mainly on words the computer was not sure of: look at the scans."


def add_warnings(candidates: Sequence[Candidate], class_set: ClassSet) -> tuple[Candidate, ...]:
    """Return `candidates` with their warnings; one that rests mainly on doubtful words is no longer called reliable."""
    lengths = count_words(class_set.transcripts)
    confidence = np.array([transcript.confidence for transcript in class_set.transcripts])
    transcripts = {transcript.piece: transcript for transcript in class_set.transcripts}
    warned = []
    for candidate in candidates:
        pieces = {member.piece for member in candidate.members}
        inside = np.array([transcript.piece in pieces for transcript in class_set.transcripts])
        warnings = [*candidate.warnings, *_compare(inside, lengths, LONGER, SHORTER)]
        warnings += _compare(inside, confidence, EASIER, HARDER)
        is_doubtful = measure_evidence_confidence(candidate.members, transcripts) < DOUBTFUL_BELOW
        warnings += [DOUBTFUL] if is_doubtful else []
        reliable = candidate.is_reliable and not is_doubtful
        warned.append(replace(candidate, warnings=tuple(dict.fromkeys(warnings)), is_reliable=reliable))
    return tuple(warned)


def measure_evidence_confidence(members: Sequence[Member], transcripts: dict[str, Transcript]) -> float:
    """Return the mean confidence of the words the members' evidence rests on, 0..1 (1 where it rests on none)."""
    found = [
        confidence
        for member in members
        for evidence in member.evidence
        for confidence in _find_confidences(evidence, transcripts[member.piece])
    ]
    return float(np.mean(found)) if found else 1.0


def _find_confidences(evidence: Evidence, transcript: Transcript) -> list[float]:
    if evidence.is_whole_piece:
        return [transcript.confidence]
    words = (word for word in transcript.words if word.start < evidence.end and word.end > evidence.start)
    return [1.0 if word.is_checked else word.confidence for word in words]


def _compare(inside: NDArray[np.bool_], values: NDArray[np.float64], above: str, below: str) -> list[str]:
    from scipy.stats import mannwhitneyu

    if inside.all() or not inside.any() or np.ptp(values) == 0:
        return []
    test = mannwhitneyu(values[inside], values[~inside])
    auc = float(test.statistic) / (int(inside.sum()) * int((~inside).sum()))
    if test.pvalue >= FOLLOWS_BELOW_P or max(auc, 1 - auc) < FOLLOWS_FROM_AUC:
        return []
    return [above if auc > 1 / 2 else below]
