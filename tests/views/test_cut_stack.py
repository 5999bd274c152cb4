"""Cutting a stack on the screen: offered for long files, never silent, and kept as the teacher leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import plan_pieces
from pipeline.intake.stack.every import cut_every
from pipeline.records.stack import Leaf, LeafRole
from pipeline.settings import load_settings
from pipeline.store.collections import list_collections
from pipeline.store.home import Home
from pipeline.views.components.cut import change_cut
from pipeline.walk.add import AddRequest, add_work
from pipeline.walk.cut import confirm_cut, find_uncut
from tests.intake.makers import make_pdf, write_line
from tests.views.drawing import check, open_page, read_screen


def _read_stack(home: Home, folder: Path) -> str:
    """Read twelve printed pages in one file as one piece, and return the class set's id."""
    settings = load_settings(home.path)
    lines = [write_line(f"Page {side} says that water rises.", 20, 300, 10) for side in range(12)]
    plan = plan_pieces([make_pdf(folder / "copier.pdf", lines)], settings.intake)
    return add_work(home, AddRequest(plan, "4b"), settings, lambda _: None).collection.id


def test_without_a_stack_the_page_leads_to_adding_work(empty_home: Home) -> None:
    """Its address can be opened by anybody."""
    app = open_page("cut")
    assert "No stack is in hand." in read_screen(app)
    assert [button.key for button in app.button] == ["to-add"]


def test_a_long_file_is_asked_about_and_its_cut_is_shown_in_the_preview(empty_home: Home, tmp_path: Path) -> None:
    """Before the cut it would be one piece; afterwards the preview counts the pieces and what is left out."""
    (tmp_path / "work").mkdir()
    make_pdf(tmp_path / "work" / "<i>copier.pdf", [""] * 12)
    app = open_page("add")
    app.text_input(key="set-name").set_value("4b")
    app.text_input(key="folder").set_value(str(tmp_path / "work")).run()
    check(app.button(key="see-folder").click().run())
    assert "&lt;i&gt;copier.pdf has 12 pages: a whole class, perhaps." in read_screen(app)
    assert app.button(key="cut-0").label == "Cut it into pieces"
    assert [button.key for button in app.button if button.proto.type == "primary"] == ["cut-0"]

    plan = plan_pieces([tmp_path / "work"], load_settings(empty_home.path).intake)
    (stack,) = find_uncut(plan)
    leaves = [Leaf(side, LeafRole.BLANK if side == 11 else LeafRole.PAGE) for side in range(12)]
    confirm_cut(empty_home, list_collections(empty_home)[0].id, stack, cut_every(leaves, 2))
    screen = read_screen(check(app.run()))
    assert "1 file → 6 pieces" in screen
    assert "11 pages to read, 1 side left out" in screen
    assert app.button(key="cut-0").label == "Change the cut"
    assert [button.key for button in app.button if button.proto.type == "primary"] == ["start"]


def test_a_stack_that_was_read_is_taken_in_hand_again(empty_home: Home, tmp_path: Path) -> None:
    """From the list of class sets; what will happen is said before anything does, and going back changes nothing."""
    collection_id = _read_stack(empty_home, tmp_path)
    app = open_page("sets")
    check(app.button(key=f"recut-{collection_id}").click().run())
    assert "no page that was read is read again" in read_screen(app)
    assert "Undo on the desk brings the old cut back" in read_screen(app)
    check(app.button(key="uncut").click().run())
    assert "1 piece handed in" in read_screen(app)


@pytest.mark.parametrize(("page", "told"), [("patterns", "1 handed in"), ("unsorted", "Sort by hand")])
def test_the_way_to_cut_anew_leads_back_to_where_it_was_pressed(
    empty_home: Home, tmp_path: Path, page: str, told: str
) -> None:
    """On the desk, where a wrong cut is seen first, and beside the gallery."""
    collection_id = _read_stack(empty_home, tmp_path)
    app = open_page(page, collection_id)
    check(app.button(key=f"recut-{collection_id}").click().run())
    assert "Cut the stack" in read_screen(app)
    check(app.button(key="uncut").click().run())
    assert told in read_screen(app)


def test_what_the_teacher_left_is_what_is_cut() -> None:
    """Cuts, sides left out or taken in, and what is still odd come back from the screen."""
    leaves = (Leaf(0), Leaf(1, LeafRole.BLANK), Leaf(2), Leaf(3))
    cut = cut_every(leaves, 3)
    left = change_cut(cut, starts=[0, 2], left_out=[3], odds=[])
    assert [leaf.role for leaf in left.leaves] == [LeafRole.PAGE] * 3 + [LeafRole.BLANK]
    assert [piece.pages for piece in left.pieces] == [(0, 1), (2,)]
    assert [piece.why for piece in left.pieces] == ["cut by you", "cut by you"]
    assert (left.odds, left.basis) == ({}, "you")


def test_a_piece_left_as_proposed_keeps_why_it_was_cut_so() -> None:
    """Six pages by threes: the first three stay, the others are parted, and only those are the teacher's cut."""
    cut = cut_every([Leaf(side) for side in range(6)], 3)
    left = change_cut(cut, starts=[0, 3, 4], left_out=[], odds=[])
    assert [piece.why for piece in left.pieces] == ["every 3 pages", "cut by you", "cut by you"]
    assert left.basis == cut.basis
