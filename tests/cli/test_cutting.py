"""A class's long file on the command line: proposed in words, cut when told how, and the same pieces ever after."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli.cutting import CutChoice, cut_request, read_choice, say_cut
from pipeline.errors import InputError
from pipeline.intake import plan_pieces
from pipeline.intake.stack.every import cut_every
from pipeline.records.stack import Leaf, Stack
from pipeline.settings import Settings
from pipeline.store.collections import list_collections
from pipeline.store.home import open_home
from pipeline.walk.add import AddRequest
from tests.intake.stack.sides import draw_blank, draw_side, save_pdf


def test_what_can_be_asked_for() -> None:
    """Auto, none, or a number of pages."""
    assert read_choice("") == CutChoice()
    assert read_choice("auto").is_auto
    assert read_choice("none").is_none
    assert read_choice("2").pages_each == 2
    for wrong in ("0", "51", "-1", "every"):
        with pytest.raises(InputError):
            read_choice(wrong)


def test_a_long_file_is_proposed_and_cut_when_told_how(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is made before that; the second time the same pieces come without a word."""
    settings = Settings(home=tmp_path / "home")
    pages = [draw_blank() if page == 3 else draw_side(page // 2, page % 2) for page in range(12)]
    (tmp_path / "work").mkdir()
    save_pdf(pages, tmp_path / "work" / "copier.pdf")
    home = open_home(tmp_path / "home")
    request = AddRequest(plan_pieces([tmp_path / "work"], settings.intake), "4b")
    with pytest.raises(InputError) as refused:
        cut_request(home, request, CutChoice(), settings)
    assert "--pages-per-piece" in refused.value.hint
    assert "copier.pdf: 11 pages →" in capsys.readouterr().out
    assert list_collections(home) == ()

    cut = cut_request(home, request, CutChoice(pages_each=2), settings)
    assert [len(piece.pages) for piece in cut.plan.pieces] == [2, 1, 2, 2, 2, 2]
    assert cut.plan.sides_left_out == 1
    assert cut_request(home, request, CutChoice(), settings) == cut


def test_a_cut_in_words() -> None:
    """The line, what it rests on, and each odd piece with its sides."""
    cut = cut_every([Leaf(side) for side in range(5)], 2)
    assert list(say_cut(Stack("c.pdf", (), "", is_long=True), cut)) == [
        "c.pdf: 5 pages → 3 pieces, 1 to 2 pages each. One looks odd.",
        "  Cut by: every 2 pages.",
        "  look at piece 3, side 5: 1 of 2 pages are left over",
    ]
