"""Rules of the handwriting fonts."""

from __future__ import annotations

from pathlib import Path

from tests.rendering.fonts import FONT_NAMES, FONTS_PATH, find_missing_letters, measure_small_letters
from tests.rendering.recipes import load_recipes

SAMPLE_PATH = Path(__file__).resolve().parents[2] / "sample_work"


def test_every_font_comes_with_its_licence() -> None:
    """A font lies here only beside its OFL or Apache licence, and no licence without its font."""
    assert {path.stem for path in (FONTS_PATH / "licences").glob("*.txt")} == set(FONT_NAMES)
    for name in FONT_NAMES:
        licence = (FONTS_PATH / "licences" / f"{name}.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License" in licence or "Apache License" in licence


def test_small_letters_are_smaller_than_the_font() -> None:
    """Small letters measure between a fifth and two thirds of the font's size."""
    assert all(0.2 < measure_small_letters(name) < 0.67 for name in FONT_NAMES)


def test_letters_a_font_lacks_are_found() -> None:
    """A letter outside the font is named; the letters it has are not."""
    assert find_missing_letters("covered-by-your-grace", "a b 5%") == "%"


def test_the_fonts_of_the_sample_can_write_its_texts() -> None:
    """No child's font lacks a letter of what that child wrote."""
    for recipe in load_recipes(SAMPLE_PATH / "truth" / "recipes.toml"):
        if not recipe.is_typed:
            text = (SAMPLE_PATH / "truth" / recipe.folder / f"{recipe.stem}.txt").read_text(encoding="utf-8")
            assert find_missing_letters(recipe.font, text) == "", recipe.stem
