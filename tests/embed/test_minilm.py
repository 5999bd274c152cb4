"""The embedder that is used by default: MiniLM in whole numbers, out of models/ and its package."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest

from pipeline.bundled import find_bundled
from pipeline.embed import load_embedder, minilm
from pipeline.embed.minilm import MODEL_FILE, MODEL_SHA256, MiniLmEmbedder
from pipeline.errors import ModelMissing

TEXTS = [
    "The water on the floor had a larger surface.",
    "More of the puddle touches the air.",
    "My brother plays the drums every evening.",
    "It dried.",
]


@pytest.fixture(scope="module")
def whole() -> MiniLmEmbedder:
    """Return the default embedder."""
    return minilm.load_minilm()


def test_meaning_brings_near(whole: MiniLmEmbedder) -> None:
    """Two ways of saying one thing are nearer than two things."""
    same, other, drums, _ = whole.embed(TEXTS)
    assert same @ other > same @ drums + 0.2


def test_rows_are_unit_and_rounded(whole: MiniLmEmbedder) -> None:
    """Rows have length one and five decimals, as float32."""
    rows = whole.embed(TEXTS)
    assert rows.dtype == np.float32
    assert rows.shape == (len(TEXTS), 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-4)
    assert np.allclose(rows, np.round(rows, 5), atol=1e-7)


def test_a_text_has_one_vector_whatever_stands_beside_it(whole: MiniLmEmbedder) -> None:
    """Alone, turned round, or among many of its own length: the same, bit for bit."""
    many = [*TEXTS, *(text.replace("the", other) for text in TEXTS for other in ("a", "this", "our", "your", "one"))]
    rows = whole.embed(many)
    assert np.array_equal(rows, whole.embed(many[::-1])[::-1])
    assert all(np.array_equal(row, whole.embed([text])[0]) for row, text in zip(rows, many, strict=True))


def test_it_says_what_the_published_model_says(whole: MiniLmEmbedder) -> None:
    """Whole numbers move a vector little: beside sentence-transformers' own, a cosine of .98 and more."""
    texts = [*TEXTS, "The cat sat on the mat and slept. " * 60]
    published = load_embedder("sentence-transformers").embed(texts)
    assert ((whole.embed(texts) * published).sum(axis=1) > 0.98).all()


def test_the_end_of_a_long_text_counts(whole: MiniLmEmbedder) -> None:
    """What comes after the model's 256 tokens still moves the vector."""
    start = "The cat sat on the mat and slept. " * 40
    plain, changed = whole.embed([start, start + "Volcanoes spit lava over the burning island. " * 20])
    assert plain @ changed < 0.95


def test_no_texts_have_no_rows_and_no_words_have_one(whole: MiniLmEmbedder) -> None:
    """Nothing in, nothing out; an empty text still has a row of length one."""
    assert whole.embed([]).shape == (0, 384)
    assert np.linalg.norm(whole.embed([""])) == pytest.approx(1.0, abs=1e-4)


def test_the_fingerprint_names_the_file(whole: MiniLmEmbedder) -> None:
    """Vectors of another file, or of sentence-transformers, are never taken for this one's."""
    name, version, manner = whole.fingerprint.split("/")
    assert (name, manner) == ("all-minilm-l6-v2", f"parts-240-int8-{MODEL_SHA256[:8]}")
    assert version[0].isdigit()
    assert whole.fingerprint != load_embedder("sentence-transformers").fingerprint


def test_the_list_of_models_knows_the_same_file() -> None:
    """What `doctor` checks is what the embedder asks for."""
    listed = tomllib.loads((find_bundled("models") / "models.toml").read_text())["model"]
    assert [entry["sha256"] for entry in listed if entry["file"] == MODEL_FILE] == [MODEL_SHA256]


@pytest.mark.parametrize("content", [None, b"no network"])
def test_a_missing_or_changed_file_is_a_missing_model(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said in our words, before anything is embedded."""
    if content is not None:
        (tmp_path / MODEL_FILE).write_bytes(content)
    monkeypatch.setattr(minilm, "find_bundled", lambda _: tmp_path)
    minilm._load_network.cache_clear()
    with pytest.raises(ModelMissing):
        minilm.load_minilm().embed(TEXTS)
    minilm._load_network.cache_clear()


def test_a_tokenizer_that_cannot_be_loaded_is_a_missing_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None at all, or one that is broken."""
    monkeypatch.setattr(minilm, "find_minilm", lambda: (tmp_path, "0"))
    minilm._load_tokenizer.cache_clear()
    with pytest.raises(ModelMissing):
        minilm.load_minilm()
    (tmp_path / "tokenizer.json").write_text("not json")
    with pytest.raises(ModelMissing):
        minilm.load_minilm().embed(TEXTS)
    minilm._load_tokenizer.cache_clear()


def test_torch_is_not_needed() -> None:
    """Embedding loads neither torch nor sentence-transformers."""
    ask = (
        "import sys; from pipeline.embed import load_embedder; load_embedder('all-minilm-l6-v2').embed(['It dried.']); "
        "sys.exit(bool({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", ask], check=True)
