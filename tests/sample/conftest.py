"""What the tests of the sample share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def sample_path() -> Path:
    """Give the folder of the sample work."""
    return Path(__file__).resolve().parents[2] / "sample_work"
