"""A stack's cut is proposed, kept with its class set, and found again whenever the same stack is added."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.intake import plan_pieces
from pipeline.records.stack import Stack
from pipeline.settings import Settings
from pipeline.store.collections import create_collection
from pipeline.store.home import open_home
from pipeline.store.pieces import add_pieces
from pipeline.walk.cut import apply_kept_cuts, confirm_cut, cut_by_count, find_uncut, propose_for
from tests.intake.stack.sides import draw_blank, draw_side, save_pdf


@pytest.fixture
def stack(tmp_path: Path, settings: Settings) -> Stack:
    """Six students' fronts with print, and backs, one of them blank."""
    (tmp_path / "work").mkdir()
    pages = [draw_side(student, side, print_lines=3 * (side == 0)) for student in range(6) for side in range(2)]
    pages[3] = draw_blank()
    save_pdf(pages, tmp_path / "work" / "copier.pdf")
    return find_uncut(plan_pieces([tmp_path / "work"], settings.intake))[0]


def test_a_cut_is_proposed_from_the_file(stack: Stack, settings: Settings) -> None:
    """By what the pages show, or by a count that a teacher gives."""
    proposed = propose_for(stack, settings.intake)
    assert [len(piece.pages) for piece in proposed.pieces] == [2, 1, 2, 2, 2, 2]
    assert [len(piece.pages) for piece in cut_by_count(stack, 4, settings.intake).pieces] == [3, 4, 4]


def test_a_kept_cut_is_used_until_it_would_count_pages_twice(stack: Stack, settings: Settings) -> None:
    """By the class set's name or id; one that isn't there has none, and pages that are in it are not cut over."""
    home = open_home(settings.home)
    whole = plan_pieces([stack.sides[0].source], settings.intake)
    assert apply_kept_cuts(home, "4b", whole) == whole
    collection = create_collection(home, "4b", "")
    confirm_cut(home, collection.id, stack, cut_by_count(stack, 2, settings.intake))
    cut = apply_kept_cuts(home, "4b", whole)
    assert cut == apply_kept_cuts(home, collection.id, whole)
    assert (len(cut.pieces), cut.sides_left_out) == (6, 1)
    add_pieces(home, collection.id, cut)
    with pytest.raises(InputError, match="another way"):
        confirm_cut(home, collection.id, stack, cut_by_count(stack, 4, settings.intake))
