"""A class set and a passage or a typed sentence in, the passages most like it out: "more like this".

What a teacher says of the passages shown teaches the next ranking: the sought point moves towards what belongs and a
little away from what does not (relevance feedback of Rocchio 1971, with the weights that are usual since).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.content import find_task_stems, strip_task
from pipeline.find.spaces import make_unit, reduce_spelling
from pipeline.language.contrast import is_contrast
from pipeline.language.stance import find_stance
from pipeline.records.patterns import ClassSet, Passage

CENTRING = 0.75
"""So much of the set's mean is taken off: what all speak about makes nobody alike."""

SPELLING_WEIGHT = 1.0
"""What n-grams of the words that are not the task's add to the cosine. Both chosen by mean average
precision on half of the questions of SciEntsBank and Beetle (Dzikovska et al. 2013)."""

CONTRAST_FROM = 0.4
LIKED_WEIGHT, DISLIKED_WEIGHT = 0.75, 0.15
"""What the mean of what belongs, and of what does not, count beside what was asked for (Rocchio 1971; Manning, Raghavan
and Schuetze 2008, 9.1)."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A passage, how near it is (higher is nearer), and whether it says the contrary of what was asked for."""

    passage: Passage
    nearness: float
    is_opposed: bool


@dataclass(frozen=True, slots=True, eq=False)
class AlikeGround:
    """What one search ranks by: the passages, one row each (n, d), the row (d,) of what was asked for, and who opposes.

    `opposed` (n,): whether a passage says the contrary of what was asked for.
    """

    passages: tuple[Passage, ...]
    rows: NDArray[np.float64]
    asked: NDArray[np.float64]
    opposed: NDArray[np.bool_]

    def find_places(self, passages: Collection[Passage]) -> NDArray[np.intp]:
        """Return the numbers of these passages, those that are there."""
        wanted = frozenset(passages)
        return np.array([at for at, one in enumerate(self.passages) if one in wanted], dtype=np.intp)


def lay_alike(class_set: ClassSet, text: str, vector: NDArray[np.float32]) -> AlikeGround:
    """Return what a search for `text` ranks by, laid once a search.

    `vector` is that of `text`, float32, shape (dimensions,), from the class set's embedder.
    """
    passages = class_set.passages
    if not passages:
        return AlikeGround((), np.zeros((0, 1)), np.zeros(1), np.zeros(0, dtype=np.bool_))
    texts = [text, *(passage.text for passage in passages)]
    meaning = np.vstack([vector, class_set.passage_vectors.matrix]).astype(np.float64)
    centred = make_unit(meaning - CENTRING * meaning[1:].mean(axis=0))
    rows = np.hstack([centred, np.sqrt(SPELLING_WEIGHT) * reduce_spelling(_strip(texts, class_set), (3, 4))])
    wanted, near = find_stance(text), meaning[1:] @ meaning[0] >= CONTRAST_FROM
    opposed = [
        bool(close) and is_contrast(wanted, find_stance(one)) for one, close in zip(texts[1:], near, strict=True)
    ]
    return AlikeGround(passages, rows[1:], rows[0], np.array(opposed, dtype=np.bool_))


def rank_alike(
    ground: AlikeGround,
    liked: Collection[Passage] = (),
    disliked: Collection[Passage] = (),
    *,
    pieces_out: Collection[str] = (),
) -> tuple[Alike, ...]:
    """Return the passages still to be shown, the most like what was asked for first, those that say the contrary last.

    `liked`, `disliked`: what the teacher said belongs and what does not; those, and all of `pieces_out`, are left out.
    Once a passage that says the contrary is liked, the contrary is what is sought too.
    """
    good, bad = ground.find_places(liked), ground.find_places(disliked)
    sought = ground.asked + LIKED_WEIGHT * _average(ground.rows, good) - DISLIKED_WEIGHT * _average(ground.rows, bad)
    opposed = ground.opposed & ~np.bool_(ground.opposed[good].any())
    nearness = np.round(ground.rows @ sought, 6).tolist()
    out = {*liked, *disliked}
    found = [
        Alike(passage, near, bool(against))
        for passage, near, against in zip(ground.passages, nearness, opposed, strict=True)
        if passage not in out and passage.piece not in pieces_out
    ]
    return tuple(sorted(found, key=_rank))


def _average(rows: NDArray[np.float64], places: NDArray[np.intp]) -> NDArray[np.float64]:
    return np.asarray(rows[places].mean(axis=0)) if places.size else np.zeros(rows.shape[1])


def _strip(texts: Sequence[str], class_set: ClassSet) -> list[str]:
    return strip_task(texts, find_task_stems(class_set.task, [transcript.text for transcript in class_set.transcripts]))


def _rank(one: Alike) -> tuple[bool, float, str, int]:
    return one.is_opposed, -one.nearness, one.passage.piece, one.passage.start
