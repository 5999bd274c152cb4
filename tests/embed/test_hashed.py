"""The embedder without a model."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.embed.hashed import HashedEmbedder


@given(st.lists(st.text(max_size=30), max_size=6))
def test_rows_have_unit_length(texts: list[str]) -> None:
    """Any text, the empty one too, gets a row of length one."""
    rows = HashedEmbedder().embed(texts)
    assert rows.shape == (len(texts), 256)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-4)


def test_spelling_brings_near() -> None:
    """A misspelt word is nearer to itself than to another word."""
    right, wrong, other = HashedEmbedder().embed(["evaporate", "evaperate", "switch"])
    assert right @ wrong > right @ other + 0.3


def test_a_text_has_one_vector_wherever_it_stands() -> None:
    """Neighbours and order change nothing."""
    one = HashedEmbedder().embed(["a cup", "the floor"])
    other = HashedEmbedder().embed(["the floor", "a cup", "warm"])
    assert np.array_equal(one[0], other[1])
    assert one.dtype == np.float32
