"""From text to candidates: passages, vectors, observations, evidence, candidate patterns and findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import Transcript
from pipeline.records.reference import ModelAnswer, ModelIdea


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence-sized stretch of a piece's text: `text` is characters [start, end) of the transcript."""

    piece: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Unit-length rows, one for each id, from the embedder named by `fingerprint`.

    matrix: float32, shape (len(ids), dimensions). Rooms that compare vectors refuse two fingerprints.
    """

    ids: tuple[str, ...]
    matrix: NDArray[np.float32]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows a pattern in a piece: characters [start, end) of its text, or all of it (0, 0, no quote)."""

    piece: str
    start: int
    end: int
    quote: str
    is_whole_piece: bool = False


@dataclass(frozen=True, slots=True)
class ObservationKind:
    """A named, low-inference observation.

    `key` is stable ("quotes-text"), `group` one of ideas-evidence, organisation, sentences, words.
    `name` is what a teacher would say of pieces that show it strongly ("quotes the text"); `opposite`, of pieces that
    show it least ("does not quote the text"), or "" where its lack says nothing. `source` cites the measure.
    """

    key: str
    group: str
    name: str
    opposite: str
    source: str


@dataclass(frozen=True, slots=True)
class Observed:
    """One observation on one piece: `strength` is comparable within a class set, `evidence` the spans it rests on."""

    piece: str
    kind: str
    strength: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ClassSet:
    """All that finding works on: one class set's texts, their vectors and observations, in any order of pieces.

    `piece_vectors.ids` are piece codes; `passage_vectors` has one row a passage, in the order of `passages`
    (ids "CODE:start:end"). `observed` holds every kind on every piece; `model_answer` is the teacher's, if any.
    """

    task: str
    transcripts: tuple[Transcript, ...]
    passages: tuple[Passage, ...]
    piece_vectors: Vectors
    passage_vectors: Vectors
    observed: tuple[Observed, ...]
    kinds: tuple[ObservationKind, ...]
    model_answer: ModelAnswer | None = None


class CandidateKind(StrEnum):
    """On screen: first sort, shared idea, way of writing, and the teacher's own."""

    PILE = "pile"
    IDEA = "idea"
    CRAFT = "craft"
    OWN = "own"


FOUND_KINDS = (CandidateKind.PILE, CandidateKind.IDEA, CandidateKind.CRAFT)
"""The kinds that the machine looks for."""


@dataclass(frozen=True, slots=True)
class Member:
    """A piece in a pattern: `strength` in 0..1, 1 the clearest."""

    piece: str
    strength: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Steadiness:
    """How steady a candidate is: a statistic beside the null that fits its kind.

    `null_95` is the statistic's 95th percentile under the null; `p` the share of null draws at least as large.
    `sentence` says it in plain words ("holds in 8 of 10 looks").
    """

    statistic: str
    value: float
    null: str
    null_mean: float
    null_95: float
    p: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern the machine suggests; the teacher decides. `basis` says what it rests on, in a sentence.

    `id` is a content hash of kind, basis and members, so the same findings give the same ids. `rule` freezes what made
    a member (a way of writing: its observation's key, direction and threshold), so that it can be applied again later.
    """

    id: str
    kind: CandidateKind
    group: str
    name: str
    basis: str
    members: tuple[Member, ...]
    steadiness: Steadiness
    is_reliable: bool
    warnings: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one class set, candidates best first. `warnings` are about the set as a whole.

    `model_ideas` say what became of each idea of the model answer, where there is one.
    """

    pieces: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    not_sorted: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    model_ideas: tuple[ModelIdea, ...] = ()
