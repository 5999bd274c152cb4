"""The package with MiniLM's weights."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from pipeline.embed import weights
from pipeline.embed.weights import find_minilm
from pipeline.errors import ModelMissing


def test_the_folder_holds_weights_and_tokenizer() -> None:
    """Both embedders find what they need there."""
    folder, release = find_minilm()
    assert (folder / "model.safetensors").is_file()
    assert (folder / "tokenizer.json").is_file()
    assert release[0].isdigit()


def test_a_package_that_is_not_there_is_a_missing_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not installed, or without a version."""

    def find_none(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(weights, "version", find_none)
    with pytest.raises(ModelMissing):
        find_minilm()
    monkeypatch.setattr(weights, "find_spec", lambda _: None)
    with pytest.raises(ModelMissing):
        find_minilm()
