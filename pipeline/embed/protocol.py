"""What an embedder is: texts in, unit vectors out, under a fingerprint that names who made them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

VECTOR_DECIMALS = 5
"""Batch size moves the model's vectors by 1.5e-7: rounding makes them equal again."""


class Embedder(Protocol):
    """Anything that turns texts into vectors; vectors of two fingerprints are never compared."""

    @property
    def fingerprint(self) -> str:
        """Name, version and manner: a cache key."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32, shape (len(texts), dimensions), rounded to VECTOR_DECIMALS."""


def finish_rows(rows: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return `rows` (n, d) at unit length, rounded, as float32; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = rows / np.where(lengths > 0, lengths, 1.0)
    return np.asarray(np.round(unit, VECTOR_DECIMALS), dtype=np.float32)
