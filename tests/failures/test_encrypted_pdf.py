"""A PDF that asks for a password."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf

from pipeline.records.work import Refusal
from tests.intake.makers import make_pdf


def test_encrypted_pdf(folder: Path, find_refusal: Callable[..., Refusal]) -> None:
    """The teacher is told to save a copy without one."""
    plain = make_pdf(folder / "anna.pdf", [""])
    with pikepdf.open(plain, allow_overwriting_input=True) as pdf:
        pdf.save(plain, encryption=pikepdf.Encryption(owner="o", user="u"))
    refusal = find_refusal()
    assert "password" in refusal.reason
    assert "without one" in refusal.hint
