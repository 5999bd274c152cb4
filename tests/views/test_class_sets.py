"""The list of class sets: what there is, opening it, deleting it only when asked twice."""

from __future__ import annotations

import pytest

from pipeline.decide import write_left_out
from pipeline.records.decisions import DecisionKind
from pipeline.records.work import Refusal
from pipeline.store.collections import create_collection, list_collections
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import Home
from pipeline.store.pieces import list_pieces
from pipeline.store.refusals import add_refusals, list_refusals
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def test_an_empty_home_says_what_to_do(empty_home: Home) -> None:
    """With no papers there is one sentence and one button, and it leads to adding work."""
    app = open_page("sets")
    check(app)
    assert "No papers yet." in read_screen(app)
    assert [button.label for button in app.button] == ["Add work"]
    app.button(key="add-work").click().run()
    assert "Add work" in read_screen(app)


def test_a_class_set_shows_its_counts(drawn: DrawnHome) -> None:
    """Every class set says how many pieces and pages were handed in."""
    app = open_page("sets")
    check(app)
    assert "10 pieces handed in · 10 pages" in read_screen(app)


def test_a_piece_taken_out_is_not_counted(drawn: DrawnHome) -> None:
    """As on the desk, the list counts the pieces that are in the set."""
    code = list_pieces(drawn.home, drawn.collection_id)[0].code
    out = NewDecision(DecisionKind.LEAVE_OUT, value=write_left_out("Absent", code))
    append_decision(drawn.home, drawn.collection_id, out)
    assert "9 pieces handed in · 9 pages" in read_screen(open_page("sets"))


def test_it_says_where_everything_is_kept(drawn: DrawnHome) -> None:
    """The home's folder, its size, and how it is backed up."""
    screen = read_screen(open_page("sets"))
    assert f"<code>{drawn.home.path}</code>" in screen
    assert "patternwork backup FILE" in screen
    assert " MB in " in screen


def test_opening_a_class_set_leads_to_its_patterns(drawn: DrawnHome) -> None:
    """One click on a class set shows its desk."""
    app = open_page("sets")
    app.button(key=f"open-{drawn.collection_id}").click().run()
    check(app)
    assert "10 handed in" in read_screen(app)


def test_a_refused_file_that_no_longer_matters_is_forgotten(drawn: DrawnHome) -> None:
    """With its reason stands the way to forget it; then it is counted no more."""
    refusal = Refusal("<b>film.mp4", "This is no page.", "Take it out.")
    add_refusals(drawn.home, drawn.collection_id, (refusal,))
    app = open_page("sets")
    assert "&lt;b&gt;film.mp4" in read_screen(app)
    app.button(key=f"forget-{drawn.collection_id}-0").click().run()
    check(app)
    assert list_refusals(drawn.home, drawn.collection_id) == ()
    assert "film.mp4" not in read_screen(app)


@pytest.mark.parametrize("page", ["sets", "patterns"])
def test_late_work_is_added_from_the_list_and_the_desk(drawn: DrawnHome, page: str) -> None:
    """The form that follows has this set chosen."""
    app = open_page(page, drawn.collection_id)
    app.button(key=f"add-to-{drawn.collection_id}").click().run()
    check(app)
    assert app.selectbox(key="into").value == drawn.collection_id


def test_a_set_without_papers_leads_to_adding_some(empty_home: Home) -> None:
    """Where adding was broken off there is nothing to open, and the form that follows has this set chosen."""
    collection = create_collection(empty_home, "4b", "Why?")
    app = open_page("sets")
    assert "No papers yet" in read_screen(app)
    assert f"open-{collection.id}" not in {button.key for button in app.button}
    check(app.button(key=f"add-to-{collection.id}").click().run())
    assert app.selectbox(key="into").value == collection.id


def test_deleting_asks_first(drawn: DrawnHome) -> None:
    """Delete asks; keeping keeps, and only the second yes deletes."""
    app = open_page("sets")
    app.button(key=f"delete-{drawn.collection_id}").click().run()
    app.button(key="keep").click().run()
    assert list_collections(drawn.home)
    app.button(key=f"delete-{drawn.collection_id}").click().run()
    app.button(key="delete-for-good").click().run()
    check(app)
    assert list_collections(drawn.home) == ()
    assert "No papers yet." in read_screen(app)


def test_a_name_is_shown_as_it_is(empty_home: Home) -> None:
    """A class set's name and task are text: no tag in them becomes one."""
    create_collection(empty_home, "<b>4b</b>", "<script>alert(1)</script>")
    screen = read_screen(open_page("sets"))
    assert "&lt;b&gt;4b&lt;/b&gt;" in screen
    assert "<script>" not in screen
