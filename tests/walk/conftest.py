"""Settings for quick walks: as a teacher has them, but with the embedder that needs no weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import SETTINGS_FILE, Settings, load_settings

QUICK = """
[finding]
embedder = "hashed"
resamples = 20
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Write a home's settings file: hashed n-grams need no model."""
    home = tmp_path / "home"
    home.mkdir()
    (home / SETTINGS_FILE).write_text(QUICK)
    return load_settings(home)
