"""Short answers of two kinds to one question, and outlooks that can be checked by eye."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from pipeline.embed import load_embedder
from pipeline.learn import Outlook, look_at_texts
from pipeline.learn.likeness import Covariance

LEAVES = (
    "the water goes out through the leaves of the plant",
    "water leaves the plant through its leaves",
    "through the leaves the water goes out",
    "the leaves let the water out of the plant",
)
ROOTS = (
    "roots find nothing to drink in dry soil",
    "the dry soil gives the roots nothing",
    "in dry soil the roots find nothing",
)
ODD = ("I do not know",)
ANSWERS = (*LEAVES, *ROOTS, *ODD)
QUESTION = "Why does a plant wilt on a hot day?"

MakeOutlook = Callable[..., Outlook]


def look(texts: Sequence[str], question: str = QUESTION, references: Sequence[str] = ()) -> Outlook:
    """Return the outlook on `texts` with the embedder that needs no weights."""
    return look_at_texts(texts, question, references, load_embedder("hashed").embed)


def tie(kinds: Sequence[int], noise: float = 0.1) -> Covariance:
    """Return the covariance in which labels of pieces of one kind go together, and others' have nothing in common."""
    same = np.equal.outer(np.array(kinds), np.array(kinds))
    return Covariance((1 - noise) * same.astype(np.float64), noise)


def outlook_on(judging: Covariance, meaning: Covariance | None = None) -> Outlook:
    """Return the outlook on pieces of which none is odd."""
    return Outlook(judging, meaning or judging, meaning or judging, np.arange(0), meaning_prior=0.3)


@pytest.fixture(scope="session")
def outlook() -> Outlook:
    return look(ANSWERS)
