"""A class set and a passage or a typed sentence in, the passages most like it out: "more like this"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.content import find_task_stems, strip_task
from pipeline.find.contrast import is_contrast
from pipeline.find.spaces import make_unit, reduce_spelling
from pipeline.find.stance import find_stance
from pipeline.records.patterns import ClassSet, Passage

CENTRING = 0.75
"""So much of the set's mean is taken off: what all speak about makes nobody alike."""

SPELLING_WEIGHT = 1.0
"""What n-grams of the words that are not the task's add to the cosine. Both chosen by mean average
precision on half of the questions of SciEntsBank and Beetle (Dzikovska et al. 2013)."""

CONTRAST_FROM = 0.4


@dataclass(frozen=True, slots=True)
class Alike:
    """A passage, how near it is (higher is nearer), and whether it says the contrary of what was asked for."""

    passage: Passage
    nearness: float
    is_opposed: bool


def rank_alike(
    class_set: ClassSet, text: str, vector: NDArray[np.float32], *, leave_out: Passage | None = None
) -> tuple[Alike, ...]:
    """Return the passages of `class_set`, the most like `text` first, those that say the contrary last.

    `vector` is that of `text`, float32, shape (dimensions,), from the class set's embedder; `leave_out` is the passage
    asked from, where it was one.
    """
    if not class_set.passages:
        return ()
    texts = [text, *(passage.text for passage in class_set.passages)]
    rows = np.vstack([vector, class_set.passage_vectors.matrix]).astype(np.float64)
    nearness = _measure_nearness(rows, _strip(texts, class_set))
    asked, cosines = find_stance(text), rows[1:] @ rows[0]
    found = [
        Alike(passage, near, cosine >= CONTRAST_FROM and is_contrast(asked, find_stance(passage.text)))
        for passage, near, cosine in zip(class_set.passages, nearness, cosines.tolist(), strict=True)
        if passage != leave_out
    ]
    return tuple(sorted(found, key=_rank))


def _measure_nearness(rows: NDArray[np.float64], stripped: list[str]) -> list[float]:
    meaning = make_unit(rows - CENTRING * rows[1:].mean(axis=0))
    spelling = reduce_spelling(stripped, (3, 4))
    return [
        round(one, 6) for one in (meaning[1:] @ meaning[0] + SPELLING_WEIGHT * (spelling[1:] @ spelling[0])).tolist()
    ]


def _strip(texts: list[str], class_set: ClassSet) -> list[str]:
    return strip_task(texts, find_task_stems(class_set.task, [transcript.text for transcript in class_set.transcripts]))


def _rank(one: Alike) -> tuple[bool, float, str, int]:
    return one.is_opposed, -one.nearness, one.passage.piece, one.passage.start
