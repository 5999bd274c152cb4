"""Names that break programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import open_page, plan_pieces
from pipeline.settings import IntakeSettings
from tests.intake.makers import draw_corners, save_picture

NAMES = {
    "emoji": "Anna \U0001f98a\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "right to left": "\u202e\u05e9\u05dc\u05d5\u05dd\u200f",
    "formula": "=SUM(A1)+cmd",
    "percent": "100%s %(x)d %2e%2e",
    "long": "a" * 200,
    "spaces": "  two  words ",
    "quotes": 'o\'neil "x" <b> & `ls` $(ls)',
    "newline": "one\ntwo",
    "dots": "...anna..",
    "accents": "Jose\u0301 \u5b89\u5a1c",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("suffix", ["png", "txt"])
def test_a_name_is_only_a_name(name: str, suffix: str, tmp_path: Path) -> None:
    """The file is read under its own name, whatever that is."""
    path = tmp_path / ("a" + name if name.startswith(".") else name)
    path = path.with_name(f"{path.name}.{suffix}")
    if suffix == "png":
        path.write_bytes(save_picture(tmp_path / "made.png", draw_corners()).read_bytes())
        (tmp_path / "made.png").unlink()
    else:
        path.write_text("Ice.")
    settings = IntakeSettings()
    plan = plan_pieces([tmp_path], settings)
    assert plan.refusals == ()
    (piece,) = plan.pieces
    assert piece.stem == path.stem
    opened = open_page(piece.pages[0], settings)
    assert (opened.image is None) == (suffix == "txt")
