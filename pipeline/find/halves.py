"""Observation kinds and a class set in, what they see in the halves of each piece out: one kind's or a family's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from pipeline.find.families import measure_family
from pipeline.records.patterns import ClassSet, ObservationKind

SeenAgain = tuple[tuple[float, float] | None, float | None]
"""Strengths in two halves of a piece's sentences, and the probability by chance; None where meaningless."""


@runtime_checkable
class SeesAgain(Protocol):
    """An observation kind that can look again: at the halves of a text, and at what chance would do."""

    def see_again(self, piece: str, text: str, task: str) -> tuple[tuple[float, float] | None, float | None]:
        """Return the strengths in two halves of the sentences and the probability by chance, None where meaningless."""


def see_again(kinds: Sequence[ObservationKind], class_set: ClassSet) -> dict[str, list[SeenAgain]]:
    """Return what each of `kinds` that can look again sees in each piece of `class_set`, in its order, by its key."""
    able = {kind.key: kind for kind in kinds if isinstance(kind, SeesAgain)}
    seen: dict[str, list[SeenAgain]] = {key: [] for key in able}
    for one in class_set.transcripts:  # piece by piece: a look at one is kept for all kinds
        for key, kind in able.items():
            seen[key].append(kind.see_again(one.piece, one.text, class_set.task))
    return seen


def list_halved(kinds: Sequence[Sequence[SeenAgain]]) -> list[int]:
    """Return the rows of the pieces that all `kinds` could halve."""
    return [row for row, every in enumerate(zip(*kinds, strict=True)) if all(halves is not None for halves, _ in every)]


def join_halves(
    kinds: Sequence[Sequence[SeenAgain]], rows: Sequence[int], log_words: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the strengths in the halves of the pieces in `rows`, of several kinds their mean; shape (len(rows), 2).

    `log_words` (len(rows),) are held constant in the mean.
    """
    found = np.array([[seen[row][0] for row in rows] for seen in kinds], dtype=np.float64)
    if len(kinds) == 1:
        return np.asarray(found[0])
    return np.column_stack([measure_family([one[:, side] for one in found], log_words) for side in (0, 1)])
