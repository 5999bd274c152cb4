"""Texts and their vectors in, how alike any two are out, seen in five ways."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.learn.signs import Likenesses, Rows, list_telling

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import TfidfVectorizer

NOTHING = "\u2205"
"""What stands for a text without words."""


def compare_texts(
    texts: Sequence[str], meaning: NDArray[np.float32], asked: NDArray[np.float32], pieces: int
) -> Likenesses:
    """Compare all `texts` by weights that the first `pieces` alone have a say in."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = [list_telling(text) or [NOTHING] for text in texts]
    pairs = [own + [f"{first}_{second}" for first, second in pairwise(own)] for own in words]
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    return Likenesses(
        _multiply(meaning),
        _multiply(asked),
        _cross(letters, texts, pieces),
        _cross(TfidfVectorizer(analyzer=list, sublinear_tf=True), words, pieces),
        _cross(TfidfVectorizer(analyzer=list, sublinear_tf=True), pairs, pieces),
    )


def _multiply(vectors: NDArray[np.float32]) -> Rows:
    rows = vectors.astype(np.float64)
    return np.asarray(rows @ rows.T)


def _cross(counter: TfidfVectorizer, texts: Sequence[object], pieces: int) -> Rows:
    counted = counter.fit(texts[:pieces]).transform(texts)
    return np.asarray((counted @ counted.T).toarray())


def keep_pieces(alike: Likenesses, pieces: int) -> Likenesses:
    """Return the likenesses among the first `pieces` alone."""
    rows = (alike.meaning, alike.asked, alike.spelling, alike.words, alike.pairs)
    return Likenesses(*(one[:pieces, :pieces] for one in rows))
