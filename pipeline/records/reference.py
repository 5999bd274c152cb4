"""A model answer, and what became of each of its ideas in each piece."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class ModelAnswer:
    """A model answer by its sentences, each an idea: `matrix` float32, shape (len(ideas), dimensions), unit rows.

    `fingerprint` names the embedder, as with all vectors.
    """

    ideas: tuple[str, ...]
    matrix: NDArray[np.float32]
    fingerprint: str


class Verdict(StrEnum):
    """What a piece does with an idea of the model answer, as it is said on screen."""

    SHARES = "shares this idea"
    ABSENT = "not there"
    OTHERWISE = "says otherwise"


@dataclass(frozen=True, slots=True)
class IdeaInPiece:
    """What the piece does with the idea, how near it comes (0..1), and the characters [start, end) that show it.

    Where the idea is not there, they are the passage that comes nearest.
    """

    piece: str
    verdict: Verdict
    nearness: float
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ModelIdea:
    """One idea of a model answer and what each piece does with it, in the order of the class set."""

    text: str
    pieces: tuple[IdeaInPiece, ...]

    def list_pieces(self, verdict: Verdict) -> tuple[IdeaInPiece, ...]:
        """Return the pieces of this verdict, the clearest first: the nearest, or the farthest where it is not there."""
        sign = 1 if verdict is Verdict.ABSENT else -1
        found = (one for one in self.pieces if one.verdict is verdict)
        return tuple(sorted(found, key=lambda one: (sign * one.nearness, one.piece)))

    def count(self, verdict: Verdict) -> int:
        """Return how many pieces have this verdict."""
        return sum(one.verdict is verdict for one in self.pieces)
