"""Vectors come back as they were kept, and never under another embedder's name."""

from __future__ import annotations

import numpy as np

from pipeline.store.vectors import load_vectors, save_vectors
from tests.store.conftest import Kept


def test_what_was_kept_comes_back(kept: Kept) -> None:
    """Float32, the same numbers; keys that aren't there are left out."""
    rows = {f"{n:04d}": np.array([n, 0.5, -1], np.float32) for n in range(1200)}
    save_vectors(kept.home, kept.collection.id, "minilm", rows)
    found = load_vectors(kept.home, "minilm", [*rows, "absent"])
    assert found.keys() == rows.keys()
    assert all(np.array_equal(found[key], rows[key]) and found[key].dtype == np.float32 for key in rows)


def test_two_embedders_never_mix(kept: Kept) -> None:
    """A vector of one fingerprint isn't found under another."""
    save_vectors(kept.home, kept.collection.id, "minilm", {"a": np.ones(2, np.float32)})
    assert load_vectors(kept.home, "hashed", ["a"]) == {}


def test_keeping_twice_changes_nothing(kept: Kept) -> None:
    """The first vector stays."""
    for value in (1, 2):
        save_vectors(kept.home, kept.collection.id, "minilm", {"a": np.full(2, value, np.float32)})
    assert load_vectors(kept.home, "minilm", ["a"])["a"].tolist() == [1, 1]
