"""The pile of pieces not sorted yet: every piece is counted, shown and sortable by hand."""

from __future__ import annotations

from pipeline.store.collections import create_collection
from pipeline.store.home import Home
from pipeline.views.desk import list_unsorted
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def test_the_pile_shows_the_pieces_that_fit_nowhere(drawn: DrawnHome) -> None:
    """Each piece in the pile has its thumbnail, its code and its first lines."""
    pile = list_unsorted(load_desk(drawn.home, drawn.collection_id))
    assert len(pile) == 1, "only the one who does not know is in no pattern"
    screen = read_screen(open_page("unsorted", drawn.collection_id))
    assert f"{len(pile)} of 10" in screen
    for code in pile:
        assert code in screen
    assert "pw-thumb" in screen


def test_every_piece_can_be_shown(drawn: DrawnHome) -> None:
    """The gallery shows the whole class set on request."""
    app = open_page("unsorted", drawn.collection_id)
    app.button(key="show-every-piece-now").click().run()
    screen = read_screen(check(app))
    assert all(piece.code in screen for piece in load_desk(drawn.home, drawn.collection_id).pieces)


def test_a_piece_is_sorted_by_hand(drawn: DrawnHome) -> None:
    """Putting a piece into a pattern takes it off the pile, and Undo puts it back."""
    desk = load_desk(drawn.home, drawn.collection_id)
    code, pattern = list_unsorted(desk)[0], desk.patterns[0]
    app = open_page("unsorted", drawn.collection_id)
    app.selectbox(key=f"sort-{code}").select(pattern.id).run()
    check(app)
    assert code not in list_unsorted(load_desk(drawn.home, drawn.collection_id))
    app.button(key="undo").click().run()
    check(app)
    assert code in list_unsorted(load_desk(drawn.home, drawn.collection_id))


def test_an_empty_class_set_says_what_to_do(empty_home: Home) -> None:
    """Without papers there is one sentence and one button."""
    collection = create_collection(empty_home, "4b", "")
    app = open_page("unsorted", collection.id)
    assert "No papers in this class set yet." in read_screen(app)
    app.button(key="add-work").click().run()
    assert "Add work" in read_screen(check(app))


def test_a_piece_opens_from_the_pile(drawn: DrawnHome) -> None:
    """One press on a piece shows its scan."""
    code = list_unsorted(load_desk(drawn.home, drawn.collection_id))[0]
    app = open_page("unsorted", drawn.collection_id)
    app.button(key=f"open-{code}").click().run()
    assert f">{code}</h1>" in read_screen(check(app))
