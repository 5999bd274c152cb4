"""An idea's core and passages in, the idea with all passages that join it out; in large sets found by a sample."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.find.contrast import find_contrasts
from pipeline.find.idea_branches import Branch, Idea

MOST_PASSAGES = 4000
"""Trees are grown of so many passages at most: time and memory go with the square of their number."""

GROW_SHARE, GROW_DEVIATIONS = 0.8, 2.0
"""Passages join an idea whose mean cosine with it is this share of its own passages' mean, and far from usual."""

CONTRAST_FROM, CONTRAST_COSINE = 0.4, -0.5


def draw_passages(count: int, seed: int) -> NDArray[np.intp]:
    """Return the places, ascending, of the passages that trees are grown of: all, or MOST_PASSAGES drawn by `seed`."""
    if count <= MOST_PASSAGES:
        return np.arange(count, dtype=np.intp)
    return np.sort(np.random.default_rng(seed).permutation(count)[:MOST_PASSAGES])


def part_contrasts(texts: Sequence[str], similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return `similarity` (n, n) with CONTRAST_COSINE where two of the `texts` speak against each other."""
    return np.where(find_contrasts(texts, similarity, CONTRAST_FROM), CONTRAST_COSINE, similarity)


def grow_idea(similarity: NDArray[np.float64], branch: Branch) -> Idea:
    """Return `branch` with the passages that join it, by their cosines `similarity` (n, n)."""
    nearness = np.round(similarity[:, branch.places].mean(axis=1), 6)
    grown = _find_joining(nearness, branch.places)
    return Idea(branch, grown, nearness[grown])


def grow_over_all(idea: Idea, looked: NDArray[np.intp], rows: NDArray[np.float64], texts: Sequence[str]) -> Idea:
    """Return `idea`, whose places count among `looked` (m,), with those that join it of all passages.

    `rows` (n, d) are all passages' unit rows and `texts` their words.
    """
    core = looked[idea.branch.places]
    nearness = rows @ rows[core].mean(axis=0)
    joining = np.setdiff1d(_find_joining(nearness, core), core)
    between = np.zeros((len(core) + len(joining),) * 2)
    between[: len(core), len(core) :] = rows[core] @ rows[joining].T
    parted = part_contrasts([texts[at] for at in (*core, *joining)], between)
    nearness[joining] = parted[: len(core), len(core) :].mean(axis=0)
    nearness = np.round(nearness, 6)
    grown = _find_joining(nearness, core)
    return Idea(Branch(core, idea.branch.cohesion, idea.branch.students), grown, nearness[grown])


def _find_joining(nearness: NDArray[np.float64], core: NDArray[np.intp]) -> NDArray[np.intp]:
    outside = np.delete(nearness, core)
    far = outside.mean() + GROW_DEVIATIONS * outside.std() if len(outside) else 0.0
    joins = nearness >= max(GROW_SHARE * nearness[core].mean(), far)
    joins[core] = True
    return np.flatnonzero(joins)
