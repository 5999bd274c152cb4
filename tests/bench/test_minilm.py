"""How weights become whole numbers for the default embedder's file."""

from __future__ import annotations

import numpy as np

from tests.bench.minilm import quantise


def test_whole_numbers_lie_near() -> None:
    """No weight moves by more than half of its column's step, and none needs more than seven bits."""
    columns = np.random.default_rng(0).standard_normal((50, 8)).astype(np.float32)
    numbers, steps = quantise(columns)
    assert np.abs(numbers).max() == 63
    assert (np.abs(numbers * steps - columns) <= steps / 2 + 1e-6).all()
