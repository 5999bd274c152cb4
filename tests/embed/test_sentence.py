"""The embedder by sentence-transformers: MiniLM as it was published, out of its package."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from pipeline.embed import load_embedder
from pipeline.embed.protocol import Embedder
from pipeline.embed.sentence import load_folder
from pipeline.errors import ModelMissing

TEXTS = [
    "The water on the floor had a larger surface.",
    "More of the puddle touches the air.",
    "My brother plays the drums every evening.",
    "It dried.",
]


@pytest.fixture(scope="module")
def minilm() -> Embedder:
    return load_embedder("sentence-transformers")


def test_meaning_brings_near(minilm: Embedder) -> None:
    """Two ways of saying one thing are nearer than two things."""
    same, other, drums, _ = minilm.embed(TEXTS)
    assert same @ other > same @ drums + 0.2


def test_rows_are_unit_and_rounded(minilm: Embedder) -> None:
    """Rows have length one and five decimals, as float32."""
    rows = minilm.embed(TEXTS)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-4)
    assert np.allclose(rows, np.round(rows, 5), atol=1e-7)


def test_order_changes_nothing(minilm: Embedder) -> None:
    """The same texts the other way round have the same vectors, bit for bit."""
    assert np.array_equal(minilm.embed(TEXTS), minilm.embed(TEXTS[::-1])[::-1])


def test_the_end_of_a_long_text_counts(minilm: Embedder) -> None:
    """What comes after the model's 256 tokens still moves the vector."""
    start = "The cat sat on the mat and slept. " * 40
    plain, changed = minilm.embed([start, start + "Volcanoes spit lava over the burning island. " * 20])
    assert plain @ changed < 0.95


def test_no_texts_have_no_rows(minilm: Embedder) -> None:
    """Nothing in, nothing out."""
    assert len(minilm.embed([])) == 0


def test_the_fingerprint_names_model_version_and_manner(minilm: Embedder) -> None:
    """A cache can tell by the fingerprint who made a vector, and how."""
    name, version, manner = minilm.fingerprint.split("/")
    assert name == "all-minilm-l6-v2"
    assert version[0].isdigit()
    assert manner.startswith("parts-")


def test_the_model_hub_is_switched_off(minilm: Embedder) -> None:
    """Loading tells the libraries underneath to stay off the network."""
    minilm.embed(TEXTS[:1])
    assert os.environ["HF_HUB_OFFLINE"] == "1"
    assert os.environ["TRANSFORMERS_OFFLINE"] == "1"


def test_broken_weights_are_a_missing_model(tmp_path: Path) -> None:
    """A folder with a broken file says so, in our words, as soon as a text comes."""
    (tmp_path / "model.safetensors").write_bytes(b"no weights")
    (tmp_path / "modules.json").write_text("not json")
    embedder = load_folder(tmp_path, "broken")
    with pytest.raises(ModelMissing):
        embedder.embed(["It dried."])
