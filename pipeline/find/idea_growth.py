"""Passages in, those that groups are looked for among out; and a group found among them with all that join it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.find.idea_groups import SETTLED_SHARE, Idea
from pipeline.language.contrast import find_contrasts

MOST_PASSAGES = 4000
"""Groups are looked for among so many passages at most: time and memory go with the square of their number."""

CONTRAST_FROM, CONTRAST_COSINE = 0.4, -0.5


def draw_passages(count: int, seed: int) -> NDArray[np.intp]:
    """Return the places, ascending, of the passages that are looked at: all, or MOST_PASSAGES drawn by `seed`."""
    if count <= MOST_PASSAGES:
        return np.arange(count, dtype=np.intp)
    return np.sort(np.random.default_rng(seed).permutation(count)[:MOST_PASSAGES])


def part_contrasts(texts: Sequence[str], similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return `similarity` (n, n) with CONTRAST_COSINE where two of the `texts` speak against each other."""
    return np.where(find_contrasts(texts, similarity, CONTRAST_FROM), CONTRAST_COSINE, similarity)


def grow_over_all(idea: Idea, looked: NDArray[np.intp], rows: NDArray[np.float64], texts: Sequence[str]) -> Idea:
    """Return `idea`, whose places count among `looked` (m,), with those of all other passages that are near enough.

    `rows` (n, d) are all passages' unit rows and `texts` their words.
    """
    core = looked[idea.places]
    others = np.setdiff1d(np.arange(len(rows)), looked)
    near = others[rows[others] @ rows[core].mean(axis=0) >= SETTLED_SHARE * idea.cohesion]
    between = np.zeros((len(core) + len(near),) * 2)
    between[: len(core), len(core) :] = rows[core] @ rows[near].T
    parted = part_contrasts([texts[at] for at in (*core, *near)], between)[: len(core), len(core) :]
    nearness = np.round(parted.mean(axis=0), 6)
    joins = nearness >= SETTLED_SHARE * idea.cohesion
    places = np.concatenate([core, near[joins]])
    order = np.argsort(places)
    return Idea(places[order], np.concatenate([idea.nearness, nearness[joins]])[order])
