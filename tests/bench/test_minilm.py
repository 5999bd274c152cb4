"""The file of the default embedder can be made again."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.bundled import find_bundled
from pipeline.embed.minilm import MODEL_FILE
from pipeline.embed.weights import find_minilm
from tests.bench.minilm import make_network, quantise


def test_whole_numbers_lie_near() -> None:
    """No weight moves by more than half of its column's step, and none needs more than seven bits."""
    columns = np.random.default_rng(0).standard_normal((50, 8)).astype(np.float32)
    numbers, steps = quantise(columns)
    assert np.abs(numbers).max() == 63
    assert (np.abs(numbers * steps - columns) <= steps / 2 + 1e-6).all()


def test_the_same_weights_give_the_same_file() -> None:
    """Byte for byte what ships, with the version of onnx that made it."""
    onnx = pytest.importorskip("onnx", "1.23.2")
    if onnx.__version__ != "1.23.2":
        pytest.skip("another onnx may order the file's fields otherwise")
    from safetensors.numpy import load_file

    made = make_network(load_file(find_minilm()[0] / "model.safetensors"))
    assert made == (find_bundled("models") / MODEL_FILE).read_bytes()
