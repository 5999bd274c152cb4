"""What the tests of intake share: the default settings."""

from __future__ import annotations

import pytest

from pipeline.settings import IntakeSettings


@pytest.fixture
def settings() -> IntakeSettings:
    """Intake as it comes."""
    return IntakeSettings()
