"""Rules of rendering a piece."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.rendering.__main__ import run
from tests.rendering.capture import Look
from tests.rendering.paper import Paper
from tests.rendering.recipes import Form, Recipe, Turn
from tests.rendering.sample import render_piece, render_sample
from tests.rendering.truth import load_truth

TEXT = "The water on the floor had more surface area."
RECIPE = Recipe("set", "otter", Form.JPG, "schoolbell", Paper.RULED, Look.PHOTO, Turn.UPRIGHT)


def _change(turn: Turn, form: Form = Form.JPG) -> Recipe:
    return Recipe("set", "otter", form, "schoolbell", Paper.PLAIN, Look.COLOUR_SCAN, turn)


def test_the_same_recipe_gives_the_same_file(tmp_path: Path) -> None:
    """Rendering twice gives the same bytes and the same truth."""
    truths = [render_piece(RECIPE, TEXT, tmp_path / name) for name in ("one", "two")]
    assert truths[0] == truths[1]
    assert (tmp_path / "one" / "otter.jpg").read_bytes() == (tmp_path / "two" / "otter.jpg").read_bytes()


@pytest.mark.parametrize("turn", list(Turn))
def test_boxes_lie_on_ink_however_the_page_is_stored(turn: Turn, tmp_path: Path) -> None:
    """In the stored pixels every word's box holds dark ink, and its surroundings are paper."""
    (page,) = render_piece(_change(turn), TEXT, tmp_path).pages
    with Image.open(tmp_path / page.file) as stored:
        pixels = np.asarray(stored.convert("L"))
    assert pixels.shape == (page.height_px, page.width_px)
    for word in page.words:
        x0, y0, x1, y1 = (round(edge) for edge in word.box)
        assert pixels[y0:y1, x0:x1].min() < 130, word.text
    assert np.median(pixels) > 200


def test_a_long_piece_is_handed_in_as_numbered_photos(tmp_path: Path) -> None:
    """Pages that don't fit on one sheet become NAME_1, NAME_2; as a PDF they stay one file."""
    text = " ".join([TEXT] * 40)
    assert render_piece(_change(Turn.UPRIGHT), text, tmp_path).files == ("otter_1.jpg", "otter_2.jpg")
    truth = render_piece(_change(Turn.UPRIGHT, Form.SCANNED_PDF), text, tmp_path)
    assert truth.files == ("otter.pdf",)
    assert [page.index for page in truth.pages] == [0, 1]


def test_a_sample_is_made_from_its_texts(tmp_path: Path) -> None:
    """Texts and recipes are enough to make a class set's files with the truth beside, one set at a time."""
    (tmp_path / "truth" / "set").mkdir(parents=True)
    (tmp_path / "truth" / "set" / "ox.txt").write_text(f"{TEXT}\n")
    (tmp_path / "truth" / "recipes.toml").write_text(
        '[set]\nox = { form = "docx" }\n[other]\nelk = { form = "docx" }\n'
    )
    (truth,) = render_sample(tmp_path, tmp_path / "out", "set")
    assert (tmp_path / "out" / "set" / "ox.docx").exists()
    assert load_truth(tmp_path / "out" / "truth" / "set" / "ox.json") == truth
    assert truth.text == TEXT


def test_without_a_place_to_write_the_command_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    """No argument: the usage and exit status 2."""
    assert run([]) == 2
    assert "usage" in capsys.readouterr().err
