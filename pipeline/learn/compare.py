"""Texts and their vectors in, how alike any two are out, seen in six ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.learn.claims import list_claims
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
    claims = [list_claims(text) or [NOTHING] for text in texts]
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    return Likenesses(
        _multiply(meaning),
        _multiply(asked),
        _cross(letters, texts, pieces),
        _cross(TfidfVectorizer(analyzer=list, sublinear_tf=True), words, pieces),
        _cross(TfidfVectorizer(analyzer=list, sublinear_tf=True), pairs, pieces),
        _cross(TfidfVectorizer(analyzer=list, sublinear_tf=True), claims, pieces),
    )


def _multiply(vectors: NDArray[np.float32]) -> Rows:
    rows = vectors.astype(np.float64)
    return np.asarray(rows @ rows.T)


def _cross(counter: TfidfVectorizer, texts: Sequence[object], pieces: int) -> Rows:
    counted = counter.fit(texts[:pieces]).transform(texts)
    return np.asarray((counted @ counted.T).toarray())


def keep_pieces(alike: Likenesses, pieces: int) -> Likenesses:
    """Return the likenesses among the first `pieces` alone."""
    return Likenesses(*(rows[:pieces, :pieces] for rows in _list_rows(alike)))


def keep_across(alike: Likenesses, pieces: int) -> Likenesses:
    """Return the likenesses of the first `pieces` to all other texts, each (pieces, others)."""
    return Likenesses(*(rows[:pieces, pieces:] for rows in _list_rows(alike)))


def _list_rows(alike: Likenesses) -> list[Rows]:
    return [getattr(alike, one.name) for one in fields(alike)]
