"""What a run of the bench of finding shares: data, settings, stored vectors, peers, and how much is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.records.patterns import Candidate, CandidateKind, ClassSet
from pipeline.settings import FindingSettings
from pipeline.walk.find import assemble_set, type_transcript
from tests.bench.peers import Cut, Job, Peers
from tests.bench.shelf import FolderShelf


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured. Every how-manieth task of answers, seeds of essay sets and planted sets, sets a null."""

    every_task: int
    mixed_sets: int
    essay_seeds: tuple[int, ...]
    noise_every: int
    planted_seeds: int
    null_sets: tuple[int, int, int]
    passages: int


FULL = Effort(1, 14, (0, 1, 2), 4, 2, (20, 15, 10), 20_000)
QUICK = Effort(6, 4, (0,), 16, 1, (4, 3, 2), 4_000)


@dataclass(frozen=True, slots=True)
class Bench:
    """`data` is the folder of tables, `cache` that of the vectors on the `shelf`."""

    data: Path
    cache: Path
    settings: FindingSettings
    shelf: FolderShelf
    peers: Peers
    effort: Effort

    def assemble(self, texts: Sequence[str], task: str = "", settings: FindingSettings | None = None) -> ClassSet:
        """Return all that finding works on, for `texts` coded P000, P001 and so on."""
        transcripts = [type_transcript(f"P{at:03d}", text) for at, text in enumerate(texts)]
        return assemble_set(transcripts, task, settings or self.settings, self.shelf)


def list_piece_job(class_set: ClassSet) -> Job:
    """Return the pieces of a set as a job for the peers, on the vectors that finding has."""
    return Job(tuple(one.text for one in class_set.transcripts), class_set.piece_vectors.matrix)


def cut_by_piles(candidates: Sequence[Candidate], codes: Sequence[str]) -> Cut:
    """Return the first sort as a group number for each piece, -1 for those not sorted."""
    piles = [one for one in candidates if one.kind is CandidateKind.PILE]
    numbers = {member.piece: at for at, pile in enumerate(piles) for member in pile.members}
    return np.array([numbers.get(code, -1) for code in codes], dtype=np.intp)


def stand_alone(cut: Cut) -> NDArray[np.intp]:
    """Return `cut` with every piece that is in no group (-1) in one of its own."""
    return np.where(cut < 0, cut.max(initial=-1) + 1 + np.arange(len(cut)), cut)
