"""Settings for quick walks: as a teacher has them, but with the embedder that needs no weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import Settings, load_settings
from tests.conftest import make_quick_home


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give the settings of a quick home."""
    return load_settings(make_quick_home(tmp_path / "home"))
