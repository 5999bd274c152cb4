"""From text to candidates: passages, vectors, observations, evidence, candidate patterns and findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reading import PageLook, Transcript
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
class Ring:
    """A place a person circled on a piece's page: `page` counts from 0.

    The corners are shares (0..1) of the page's width and height, so that they hold whatever size it is kept in.
    """

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows a pattern in a piece.

    Characters [start, end) of its text, or all of it (0, 0, no quote), or a place circled on one of its pages, in words
    or not (0, 0, no quote, `ring`).
    """

    piece: str
    start: int
    end: int
    quote: str
    is_whole_piece: bool = False
    ring: Ring | None = None

    @property
    def is_span(self) -> bool:
        """Whether it is words of the text."""
        return not self.is_whole_piece and self.ring is None


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


@dataclass(frozen=True, slots=True)
class PieceFacts:
    """What is known of how a piece was handed in, none of it the student's thinking.

    `file_kind`: "pdf", "jpg" and so on; `side_px` the longer side of its pages as they were opened, 0 where they have
    no picture; `look`: how they were taken and on what paper, the mean over its pages, None where it was not measured.
    """

    piece: str
    file_kind: str
    side_px: int
    look: PageLook | None


@dataclass(frozen=True, slots=True, eq=False)
class ClassSet:
    """All that finding works on: one class set's texts, their vectors and observations, in any order of pieces.

    `piece_vectors.ids` are piece codes; `passage_vectors` has one row a passage, in the order of `passages`
    (ids "CODE:start:end"). `observed` holds every kind on every piece; `model_answer` is the teacher's, if any;
    `facts` say how pieces were handed in, where that is known.
    """

    task: str
    transcripts: tuple[Transcript, ...]
    passages: tuple[Passage, ...]
    piece_vectors: Vectors
    passage_vectors: Vectors
    observed: tuple[Observed, ...]
    kinds: tuple[ObservationKind, ...]
    model_answer: ModelAnswer | None = None
    facts: tuple[PieceFacts, ...] = ()


MAINLY_DOUBTFUL = 0.5
"""A pattern with more doubt than this rests mainly on words the computer was not sure of."""


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
    `doubt` is the share, 0..1, of what it rests on that was read with doubt.
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
    doubt: float = 0.0

    @property
    def rests_on_doubt(self) -> bool:
        """Whether it rests mainly on doubtful words."""
        return self.doubt > MAINLY_DOUBTFUL


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
