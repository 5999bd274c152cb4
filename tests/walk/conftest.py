"""Quick walks: six typed answers, and settings as a teacher has them, but with the embedder that needs no weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import Settings, load_settings
from tests.conftest import make_quick_home

TYPED = (
    "A mirror bounces the light back to my eyes.",
    "The light bounces off the mirror and comes back.",
    "You see your face because the light comes back.",
    "The mirror is shiny and shows my face.",
    "My face is in the mirror because it is shiny.",
    "The glass is smooth so the light bounces back.",
)


@pytest.fixture
def typed_answers(tmp_path: Path) -> Path:
    """Make a folder with six typed answers, for rules about files: no engine has to see a page for them."""
    folder = tmp_path / "typed"
    folder.mkdir()
    for number, text in enumerate(TYPED):
        (folder / f"{number}.txt").write_text(text)
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give the settings of a quick home."""
    return load_settings(make_quick_home(tmp_path / "home"))
