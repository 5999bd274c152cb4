"""Embedders by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.embed import EMBEDDERS, load_embedder
from pipeline.errors import ModelMissing
from pipeline.settings import FindingSettings


def test_the_default_setting_is_known() -> None:
    """The embedder that settings name by default stands in the registry."""
    assert FindingSettings().embedder in EMBEDDERS


@pytest.mark.parametrize("name", sorted(EMBEDDERS))
def test_every_embedder_can_be_had_by_its_name(name: str) -> None:
    """Each has a fingerprint that no other has."""
    assert load_embedder(name).fingerprint
    assert len({load_embedder(each).fingerprint for each in EMBEDDERS}) == len(EMBEDDERS)


def test_an_unknown_name_says_what_there_is() -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(ModelMissing) as raised:
        load_embedder("no-such-model")
    assert "all-minilm-l6-v2" in raised.value.hint


def test_an_empty_folder_is_no_model(tmp_path: Path) -> None:
    """A folder without weights is a missing model, not a download."""
    with pytest.raises(ModelMissing):
        load_embedder(str(tmp_path))


def test_an_embedder_is_loaded_once() -> None:
    """Asking twice gives the same one."""
    assert load_embedder("hashed") is load_embedder("hashed")
