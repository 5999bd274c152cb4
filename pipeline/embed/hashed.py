"""Texts in, vectors of hashed character n-grams out: needs no weights, and is the same everywhere.

The hashing trick of Weinberger et al. (2009) over the n-grams of each word, damped by a logarithm. It knows spelling
and nothing of meaning: for tests, and for a machine on which no model can be installed.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.embed.protocol import finish_rows

DIMENSIONS = 256
N_GRAM_SIZES = (2, 3, 4)


@dataclass(frozen=True, slots=True)
class HashedEmbedder:
    """An embedder without a model."""

    fingerprint: str = "hashed-256-char-2-4"

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32, shape (len(texts), 256)."""
        rows = np.zeros((len(texts), DIMENSIONS))
        for row, text in zip(rows, texts, strict=True):
            for gram, count in _count_grams(text).items():
                code = zlib.crc32(gram.encode())
                sign = 1.0 if code & 1 else -1.0
                row[(code >> 1) % DIMENSIONS] += sign * (1.0 + np.log(count))
        return finish_rows(rows)


def _count_grams(text: str) -> Counter[str]:
    words = [f" {word} " for word in text.lower().split()] or ["  "]
    return Counter(
        word[at : at + size] for word in words for size in N_GRAM_SIZES for at in range(len(word) - size + 1)
    )
