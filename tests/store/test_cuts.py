"""Cuts are kept with their class set, and no page gets into it twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.records.stack import Leaf, LeafRole, Stack, StackCut
from pipeline.records.work import IntakePlan, PlannedPiece, Region, SourcePage
from pipeline.store.collections import create_collection, delete_collection
from pipeline.store.cuts import check_uncut, keep_cut, load_cuts
from pipeline.store.home import Home, open_home
from pipeline.store.pages import list_unread_pages
from pipeline.store.pieces import add_pieces, list_labels

SIDES = tuple(SourcePage(Path("/scans/copier.pdf"), "abc", side) for side in range(4))
STACK = Stack("copier.pdf", SIDES, "stack", is_long=True)
LEAVES = (Leaf(0, LeafRole.SEPARATOR, label="S01"), Leaf(1, region=Region(0, 0, 1, 0.5)), Leaf(2), Leaf(3))
CUT = StackCut(LEAVES, {0: "a separator sheet", 2: "cut by you"}, {2: "nearly blank"}, "separators")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home."""
    return open_home(tmp_path / "home")


def plan(*pieces: PlannedPiece) -> IntakePlan:
    """Return a plan of these pieces."""
    return IntakePlan(pieces, (), (), 1)


def test_a_cut_comes_back_as_it_was_kept(home: Home) -> None:
    """The last one counts, and it goes with its class set."""
    collection = create_collection(home, "4b", "")
    keep_cut(home, collection.id, STACK, StackCut((), {}, {}, "first"))
    keep_cut(home, collection.id, STACK, CUT)
    assert load_cuts(home, collection.id) == {"stack": CUT}
    delete_collection(home, collection.id)
    assert load_cuts(home, collection.id) == {}


def test_a_slip_waits_with_its_region_and_a_label_stays_with_its_piece(home: Home) -> None:
    """Two slips of one side are two pieces, and adding them again changes nothing."""
    collection = create_collection(home, "4b", "")
    slips = [SourcePage(SIDES[0].source, "abc", 0, Region(0.0, y, 1.0, y + 0.5)) for y in (0.0, 0.5)]
    both = plan(
        *(PlannedPiece(f"t p01{'ab'[at]}", (slip.source,), (slip,), label=f"S0{at}") for at, slip in enumerate(slips))
    )
    assert len(add_pieces(home, collection.id, both)) == 2
    assert add_pieces(home, collection.id, both) == ()
    assert {page.source for page in list_unread_pages(home, collection.id, "engine")} == set(slips)
    assert sorted(list_labels(home, collection.id).values()) == ["S00", "S01"]


def test_a_stack_is_not_added_a_second_time_in_other_pieces(home: Home) -> None:
    """The same pieces are fine; others would count pages twice."""
    collection = create_collection(home, "4b", "")
    two = [PlannedPiece(f"c p{at}", (SIDES[0].source,), SIDES[at : at + 2]) for at in (0, 2)]
    check_uncut(home, collection.id, STACK, two)
    add_pieces(home, collection.id, plan(*two))
    check_uncut(home, collection.id, STACK, two)
    with pytest.raises(InputError, match="another way"):
        check_uncut(home, collection.id, STACK, [PlannedPiece("c", (SIDES[0].source,), SIDES)])
