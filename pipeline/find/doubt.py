"""Candidates in, how far each rests on doubtful words out: those that do mainly are held back until somebody looks.

What a pattern rests on are the words of its evidence that set it apart: each counts as much as its stem is commoner
inside than outside (as names are made). A word that a teacher typed or said is right is sure.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pipeline.find.trust import SURE_FROM
from pipeline.language import STOP_WORDS, find_words, list_words, stem
from pipeline.records.patterns import Candidate, ClassSet, Evidence, Member, Observed
from pipeline.records.reading import Transcript

LEAST_WEIGHT = 0.05
"""A word that is as common outside still counts a little, so that evidence without telling words has a doubt too."""

HELD_BACK = "It rests mainly on words the computer was not sure of."
NOT_STEADY = "not said before somebody has looked at its doubtful words."
_SMOOTHING = 0.08


@dataclass(frozen=True, slots=True)
class Sureness:
    """Where the words of one piece start and end, and how many of those before each were read surely."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sure_before: tuple[int, ...]

    def measure(self, start: int, end: int) -> float:
        """Return the share of the words in characters [start, end) that were read surely; 1 where there are none."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return (self.sure_before[last] - self.sure_before[first]) / (last - first) if last > first else 1.0

    def weigh(self, observed: Observed) -> float:
        """Return an observation's strength, less up to half as the spans it rests on were read with doubt."""
        spans = [one for one in observed.evidence if not one.is_whole_piece]
        sure = sum(self.measure(one.start, one.end) for one in spans) / len(spans) if spans else 1.0
        return observed.strength * (1 + sure) / 2


def learn_sureness(transcripts: Sequence[Transcript]) -> dict[str, Sureness]:
    """Return which words were read surely, by piece: a word that a teacher checked is sure."""
    return {one.piece: _learn_sureness(one) for one in transcripts}


def _learn_sureness(transcript: Transcript) -> Sureness:
    words = sorted(transcript.words, key=lambda word: word.start)
    sure = [word.is_checked or word.confidence >= SURE_FROM for word in words]
    return Sureness(
        tuple(word.start for word in words), tuple(word.end for word in words), tuple(accumulate(sure, initial=0))
    )


@dataclass(frozen=True, slots=True)
class _Carrier:
    """A word of some evidence: its stem, and whether it was read with doubt."""

    stem: str
    is_doubtful: bool


def hold_back(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return `candidates`, those that rest mainly on doubtful words last, with a warning and not called steady."""
    sure = [one for one in candidates if not one.rests_on_doubt]
    doubtful = [one for one in candidates if one.rests_on_doubt]
    return (*sure, *map(_hold, doubtful))


def _hold(candidate: Candidate) -> Candidate:
    steadiness = replace(candidate.steadiness, sentence=NOT_STEADY)
    warnings = (*candidate.warnings, HELD_BACK)
    return replace(candidate, steadiness=steadiness, warnings=warnings, is_reliable=False)


def weigh_doubt(candidates: Sequence[Candidate], class_set: ClassSet) -> tuple[Candidate, ...]:
    """Return `candidates` with their doubt; members whose evidence is doubtful are less clear cases, after others."""
    readings = {transcript.piece: transcript for transcript in class_set.transcripts}
    outside = _count_pieces(class_set)
    return tuple(_weigh(candidate, readings, outside) for candidate in candidates)


def measure_passages(class_set: ClassSet) -> list[float]:
    """Return what each passage weighs beside one that was read surely, 0.5..1: half of it where no word is sure."""
    sure = learn_sureness(class_set.transcripts)
    return [(1 + sure[one.piece].measure(one.start, one.end)) / 2 for one in class_set.passages]


def _weigh(candidate: Candidate, readings: Mapping[str, Transcript], outside: Counter[str]) -> Candidate:
    carried = {member.piece: _list_carriers(member, readings[member.piece]) for member in candidate.members}
    weights = _weigh_stems(carried, outside, len(readings))
    doubts = {piece: _measure_doubt(carriers, weights) for piece, carriers in carried.items()}
    told = [doubt for doubt in doubts.values() if doubt is not None]
    doubt = round(sum(told) / len(told), 4) if told else 0.0
    members = sorted((_lessen(m, doubts[m.piece]) for m in candidate.members), key=lambda m: (-m.strength, m.piece))
    return replace(candidate, members=tuple(members), doubt=doubt)


def _lessen(member: Member, doubt: float | None) -> Member:
    """Take up to half of a member's strength away."""
    return replace(member, strength=round(member.strength * (1 - doubt / 2), 6)) if doubt else member


def _list_carriers(member: Member, transcript: Transcript) -> list[_Carrier]:
    return [carrier for evidence in member.evidence for carrier in _find_carriers(evidence, transcript)]


def _find_carriers(evidence: Evidence, transcript: Transcript) -> Iterator[_Carrier]:
    start, end = (0, len(transcript.text)) if evidence.is_whole_piece else (evidence.start, evidence.end)
    doubtful = [(w.start, w.end) for w in transcript.words if w.confidence < SURE_FROM and not w.is_checked]
    for word in find_words(transcript.text[start:end]):
        first, last = start + word.start, start + word.end
        is_doubtful = any(a < last and first < b for a, b in doubtful)
        yield _Carrier("" if word.text in STOP_WORDS else stem(word.text), is_doubtful)


def _measure_doubt(carriers: Sequence[_Carrier], weights: Mapping[str, float]) -> float | None:
    """Return the share of what carries a member's evidence that is doubtful, None where no word does."""
    total = sum(weights.get(one.stem, LEAST_WEIGHT) for one in carriers)
    doubtful = sum(weights.get(one.stem, LEAST_WEIGHT) for one in carriers if one.is_doubtful)
    return doubtful / total if total else None


def _weigh_stems(carried: Mapping[str, Sequence[_Carrier]], pieces_with: Counter[str], count: int) -> dict[str, float]:
    inside = Counter(one for carriers in carried.values() for one in {carrier.stem for carrier in carriers} - {""})
    others = max(count - len(carried), 1)
    weights = {}
    for one, pieces in inside.items():
        share, elsewhere = pieces / len(carried), max(pieces_with[one] - pieces, 0) / others
        weights[one] = max(share * math.log((share + _SMOOTHING) / (elsewhere + _SMOOTHING)), LEAST_WEIGHT)
    return weights


def _count_pieces(class_set: ClassSet) -> Counter[str]:
    """Return in how many pieces each stem stands."""
    return Counter(
        one
        for transcript in class_set.transcripts
        for one in {stem(word) for word in list_words(transcript.text) if word not in STOP_WORDS}
    )
