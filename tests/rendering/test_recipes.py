"""Rules of the recipes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rendering.capture import Look
from tests.rendering.paper import Paper
from tests.rendering.recipes import Form, Recipe, Turn, load_recipes


def test_a_recipe_says_how_a_piece_is_made(tmp_path: Path) -> None:
    """One line a piece, under its class set; a typed piece needs no hand."""
    path = tmp_path / "recipes.toml"
    path.write_text(
        '[set]\nelk = { form = "jpg", font = "zeyada", paper = "ruled", look = "photo" }\nox = { form = "docx" }'
    )
    elk, ox = load_recipes(path)
    assert elk == Recipe("set", "elk", Form.JPG, "zeyada", Paper.RULED, Look.PHOTO, Turn.UPRIGHT)
    assert (elk.is_typed, ox.is_typed) == (False, True)


def test_an_unknown_paper_is_refused(tmp_path: Path) -> None:
    """A slip in the recipes is an error, not another paper."""
    path = tmp_path / "recipes.toml"
    path.write_text('[set]\nelk = { form = "jpg", font = "zeyada", paper = "velvet" }')
    with pytest.raises(ValueError, match="velvet"):
        load_recipes(path)
