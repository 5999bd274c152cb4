"""Rules of the pages that come with the product: they are what the renderer makes of the texts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.rendering.recipes import load_recipes
from tests.rendering.sample import render_piece
from tests.rendering.truth import PieceTruth, load_truth

AGAIN = {"answers-first": "ferret", "answers-second": "dace", "essays-first": "juniper", "essays-revised": "alder"}


def _load_truths(sample_path: Path) -> dict[tuple[str, str], PieceTruth]:
    paths = (sample_path / "truth").glob("*/*.json")
    return {(path.parent.name, path.stem): load_truth(path) for path in paths}


def test_every_piece_has_its_files_and_its_truth(sample_path: Path) -> None:
    """Recipes, texts, truth and files name the same pieces; no file lies there that no piece owns."""
    truths = _load_truths(sample_path)
    recipes = load_recipes(sample_path / "truth" / "recipes.toml")
    assert {(recipe.folder, recipe.stem) for recipe in recipes} == truths.keys()
    owned = {sample_path / folder / name for (folder, _), truth in truths.items() for name in truth.files}
    there = {path for folder in AGAIN for path in (sample_path / folder).iterdir()}
    assert owned == there


def test_the_truth_holds_the_text_word_for_word(sample_path: Path) -> None:
    """Words on the pages, in order, are the words of the text."""
    for (folder, stem), truth in _load_truths(sample_path).items():
        text = (sample_path / "truth" / folder / f"{stem}.txt").read_text(encoding="utf-8")
        assert truth.text == text.strip()
        if truth.pages:
            assert [word.text for page in truth.pages for word in page.words] == text.split()


@pytest.mark.parametrize(("folder", "stem"), list(AGAIN.items()))
def test_a_page_rendered_again_is_the_page_we_ship(folder: str, stem: str, sample_path: Path, tmp_path: Path) -> None:
    """Text and recipe give the same words at the same places, and the same picture but for JPEG's rounding."""
    (recipe,) = (
        r for r in load_recipes(sample_path / "truth" / "recipes.toml") if (r.folder, r.stem) == (folder, stem)
    )
    shipped = load_truth(sample_path / "truth" / folder / f"{stem}.json")
    again = render_piece(recipe, shipped.text, tmp_path)
    assert again.files == shipped.files
    for page, page_again in zip(shipped.pages, again.pages, strict=True):
        assert [word.text for word in page.words] == [word.text for word in page_again.words]
        boxes, boxes_again = ([word.box for word in side.words] for side in (page, page_again))
        assert np.abs(np.array(boxes) - np.array(boxes_again)).max() < 1.0
        with Image.open(sample_path / folder / page.file) as one, Image.open(tmp_path / page.file) as other:
            assert np.abs(np.asarray(one, np.float32) - np.asarray(other, np.float32)).mean() < 2.0


def test_boxes_lie_on_ink(sample_path: Path) -> None:
    """In pages as we ship them, a word's box is darker inside than the paper around it."""
    for folder, stem in AGAIN.items():
        truth = load_truth(sample_path / "truth" / folder / f"{stem}.json")
        for page in truth.pages:
            with Image.open(sample_path / folder / page.file) as stored:
                pixels = np.asarray(stored.convert("L"), np.float32)
            for word in page.words:
                x0, y0, x1, y1 = (round(edge) for edge in word.box)
                around = pixels[max(0, y0 - 25) : y1 + 25, max(0, x0 - 25) : x1 + 25]
                assert pixels[y0:y1, x0:x1].min() < 0.72 * np.median(around), (stem, word.text)
