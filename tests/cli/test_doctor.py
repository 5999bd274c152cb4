"""What `doctor` says of this installation."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli import doctor
from pipeline.cli.doctor import SAMPLE_TEXT, find_version, read_sample_line
from pipeline.settings import Settings
from tests.cli.conftest import Run


def test_a_good_installation_is_well(run: Run, home: Path) -> None:
    """Versions, models with checksums, a line that is read rightly, and where the home is."""
    outcome = run("doctor", "--home", home)
    assert outcome.code == 0
    assert "Reading a sample line with ppocr: right" in outcome.out
    assert f"Home: {home} (" in outcome.out
    assert "MB kept in" in outcome.out
    assert "All is well." in outcome.out
    assert "MISSING" not in outcome.out


def test_the_other_engine_reads_the_sample_line_too() -> None:
    """Tesseract, from its wheel or the system."""
    settings = Settings()
    reading = settings.reading.model_copy(update={"engine": "tesseract"})
    assert read_sample_line(settings.model_copy(update={"reading": reading})) == SAMPLE_TEXT


def test_a_line_read_wrongly_is_exit_code_11(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something is not what it should be, and what to do is said."""
    monkeypatch.setattr(doctor, "SAMPLE_TEXT", "Something else.")
    outcome = run("doctor", "--home", tmp_path / "home")
    assert outcome.code == 11
    assert "WRONG" in outcome.out
    assert "not made yet" in outcome.out


def test_a_part_that_is_not_there_is_said() -> None:
    """A package nobody has."""
    assert find_version("a-package-nobody-has") == "not installed"
