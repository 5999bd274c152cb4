"""What the ways to fail share: a class set in which one file is bad and one is good."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.intake import PageRefused, open_page, plan_pieces
from pipeline.records.work import Refusal
from pipeline.settings import IntakeSettings

GOOD = "A good page."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds one good page."""
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "good.txt").write_text(GOOD)
    return tmp_path / "set"


@pytest.fixture
def find_refusal(folder: Path) -> Callable[..., Refusal]:
    """Return a function that plans and opens the folder and gives its one refusal; the good page is always opened."""

    def find(settings: IntakeSettings | None = None) -> Refusal:
        settings = settings or IntakeSettings()
        plan = plan_pieces([folder], settings)
        refusals, texts = list(plan.refusals), []
        for piece in plan.pieces:
            try:
                opened = [open_page(page, settings) for page in piece.pages]
                texts += [line.text for page in opened for line in page.text_lines or ()]
            except PageRefused as error:
                refusals.append(error.refusal)
        assert GOOD in texts
        (refusal,) = refusals
        assert refusal.hint.endswith(".")
        return refusal

    return find
