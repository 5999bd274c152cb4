"""Settings for quick walks: as a teacher has them, but with the embedder that needs no weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import FindingSettings, Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Everything as a teacher has it, but for the embedder: hashed n-grams need no model."""
    return Settings(home=tmp_path / "home", finding=FindingSettings(embedder="hashed", resamples=20))
