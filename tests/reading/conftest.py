"""What the tests of reading share: the default engine, its weights loaded once."""

from __future__ import annotations

import pytest

from pipeline.reading.ppocr import PpocrEngine
from pipeline.settings import ReadingSettings


@pytest.fixture(scope="session")
def ppocr() -> PpocrEngine:
    """Load the engine with the default settings."""
    return PpocrEngine(ReadingSettings())
