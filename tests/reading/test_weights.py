"""Models that are there, that are missing and that are damaged."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from pipeline.errors import ModelMissing
from pipeline.reading import weights
from pipeline.reading.weights import DETECTION_FILE, RECOGNITION_FILE, find_weights, open_session


def test_both_models_come_with_the_package() -> None:
    """They lie in rapidocr's wheel."""
    assert find_weights(DETECTION_FILE).stat().st_size > 9_000_000
    assert find_weights(RECOGNITION_FILE).stat().st_size > 20_000_000


def test_a_missing_file_is_said_and_never_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """No connection is opened; the error says what to do."""
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("reached for the network"))
    with pytest.raises(ModelMissing) as caught:
        find_weights("PP-OCRv6_rec_large.onnx")
    assert "Install Patternwork again" in caught.value.hint


def test_a_missing_package_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rapidocr there is no model."""
    monkeypatch.setattr(weights, "PACKAGE", "no_such_package_here")
    with pytest.raises(ModelMissing):
        find_weights(DETECTION_FILE)


@pytest.mark.parametrize("content", [b"", b"not a model", None], ids=["empty", "text", "cut short"])
def test_a_damaged_file_is_said(tmp_path: Path, content: bytes | None) -> None:
    """A file that is no whole model is ModelMissing too."""
    path = tmp_path / "model.onnx"
    path.write_bytes(find_weights(DETECTION_FILE).read_bytes()[:100_000] if content is None else content)
    with pytest.raises(ModelMissing, match=r"model\.onnx is damaged"):
        open_session(path)
