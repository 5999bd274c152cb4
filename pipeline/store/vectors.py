"""Vectors come in by the hash of their text and go out again, never mixed between embedders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.tables import VECTORS

_AT_ONCE = 500
"""SQLite takes a limited number of values in one statement."""


def load_vectors(home: Home, fingerprint: str, keys: Sequence[str]) -> dict[str, NDArray[np.float32]]:
    """Return the vectors (float32, one dimension) of those keys that are kept under this fingerprint."""
    found: dict[str, NDArray[np.float32]] = {}
    with reading(home.engine) as connection:
        for start in range(0, len(keys), _AT_ONCE):
            part = keys[start : start + _AT_ONCE]
            where = (VECTORS.c.fingerprint == fingerprint) & VECTORS.c.key.in_(part)
            rows = connection.execute(select(VECTORS.c.key, VECTORS.c.vector).where(where))
            found |= {key: np.frombuffer(vector, dtype="<f4") for key, vector in rows}
    return found


def save_vectors(home: Home, collection_id: str, fingerprint: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
    """Keep vectors by the hash of their text; they are deleted with the collection."""
    with writing(home.engine) as connection:
        for key, vector in vectors.items():
            row = {"key": key, "vector": vector.astype("<f4").tobytes(), "fingerprint": fingerprint}
            connection.execute(insert(VECTORS).values(collection=collection_id, **row).on_conflict_do_nothing())
