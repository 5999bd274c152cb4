"""A class's stack that was read is cut another way: no page is read twice, what didn't change stays, undo undoes."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import AlreadyReading, InputError
from pipeline.intake import plan_pieces
from pipeline.intake.stack.every import cut_every
from pipeline.records.decisions import DecisionKind
from pipeline.records.stack import Leaf, LeafRole, Stack, StackCut
from pipeline.settings import Settings
from pipeline.store.collections import create_collection
from pipeline.store.cuts import load_cuts
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import Home, open_home
from pipeline.store.jobs import acquire_lease
from pipeline.store.pieces import list_pieces
from pipeline.walk.add import AddRequest, add_work, resume_collection
from pipeline.walk.cut import apply_kept_cuts, confirm_cut, find_uncut
from pipeline.walk.desk import load_desk
from pipeline.walk.recut import cut_anew, find_read_stacks, is_read, may_have_stacks
from tests.intake.makers import make_pdf, write_line

SIDES = 12


def _leaves(*left_out: int) -> list[Leaf]:
    return [Leaf(side, LeafRole.BLANK if side in left_out else LeafRole.PAGE) for side in range(SIDES)]


@pytest.fixture
def stack(tmp_path: Path, settings: Settings) -> Stack:
    """Twelve printed pages in one file."""
    (tmp_path / "work").mkdir()
    lines = [write_line(f"Page {side} says the water went up into the air.", 20, 300, 10) for side in range(SIDES)]
    make_pdf(tmp_path / "work" / "copier.pdf", lines)
    return find_uncut(plan_pieces([tmp_path / "work"], settings.intake))[0]


def _read(home: Home, settings: Settings, stack: Stack, cut: StackCut | None) -> str:
    """Read the stack into a class set, cut like this, and return its id."""
    collection_id = create_collection(home, "4b", "").id
    plan = plan_pieces([stack.sides[0].source], settings.intake)
    if cut:
        confirm_cut(home, collection_id, stack, cut)
    request = AddRequest(apply_kept_cuts(home, collection_id, plan), "4b")
    add_work(home, request, settings, lambda _: None)
    return collection_id


def test_what_changes_is_new_and_the_rest_stays_as_it_was(stack: Stack, settings: Settings) -> None:
    """Pieces of two pages, the last two joined: one new piece with its text, not looked at; undo brings both back."""
    home = open_home(settings.home)
    collection_id = _read(home, settings, stack, cut_every(_leaves(11), 2))
    before = load_desk(home, collection_id)
    assert (len(before.pieces), may_have_stacks(home, collection_id)) == (6, True)
    append_decision(home, collection_id, NewDecision(DecisionKind.PUT_IN, "p", before.pieces[0].code))
    assert find_read_stacks(home, collection_id, settings.intake) == (stack,)
    assert is_read(home, collection_id, stack)

    joined = StackCut(tuple(_leaves(11)), dict.fromkeys((0, 2, 4, 6, 8), "cut by you"), {}, "")
    recut = cut_anew(home, collection_id, stack, joined)
    assert (len(recut.gone), len(recut.came)) == (2, 1)
    after = load_desk(home, collection_id)
    assert set(after.transcripts) == {piece.code for piece in after.pieces}
    kept = set(before.transcripts) - set(recut.gone)
    assert {code: after.transcripts[code] for code in kept} == {code: before.transcripts[code] for code in kept}
    assert all(f"Page {side} says" in after.transcripts[recut.came[0]].text for side in (8, 9, 10))
    assert after.newcomers == recut.came
    assert after.is_stale
    assert load_cuts(home, collection_id)[stack.sha256] == joined
    assert resume_collection(home, collection_id, settings, lambda _: None).pages_read == 0

    append_decision(home, collection_id, NewDecision(DecisionKind.UNDO, value=str(after.decisions[-1].id)))
    again = load_desk(home, collection_id)
    assert (again.pieces, again.transcripts) == (before.pieces, before.transcripts)
    assert load_cuts(home, collection_id)[stack.sha256] == cut_every(_leaves(11), 2)


def test_a_file_read_as_one_piece_can_still_be_cut(stack: Stack, settings: Settings) -> None:
    """A page left out is put away with the old piece, and read only where it wasn't before."""
    home = open_home(settings.home)
    collection_id = _read(home, settings, stack, None)
    assert len(find_read_stacks(home, collection_id, settings.intake)) == 1
    cut_anew(home, collection_id, stack, cut_every(_leaves(3), 3))
    assert [piece.page_count for piece in list_pieces(home, collection_id)].count(3) == 3
    plan = apply_kept_cuts(home, collection_id, plan_pieces([stack.sides[0].source], settings.intake))
    summary = add_work(home, AddRequest(plan, "4b"), settings, lambda _: None)
    assert (summary.new_pieces, summary.pages_read) == ((), 0)


def test_what_cannot_be_cut_is_said(stack: Stack, settings: Settings) -> None:
    """The same cut again, a class set that is being read, a file that is no longer there."""
    home = open_home(settings.home)
    collection_id = _read(home, settings, stack, cut_every(_leaves(), 3))
    with pytest.raises(InputError, match="already"):
        cut_anew(home, collection_id, stack, cut_every(_leaves(), 3))
    acquire_lease(home, collection_id, 0)
    with pytest.raises(AlreadyReading):
        cut_anew(home, collection_id, stack, cut_every(_leaves(), 2))
    stack.sides[0].source.unlink()
    with pytest.raises(InputError, match="no longer"):
        find_read_stacks(home, collection_id, settings.intake)
