"""The menu of a page: what can be done with it, said beside Undo, counted in the head, and taken back."""

from __future__ import annotations

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from pipeline.records.boxes import BoxKind, PageBox
from pipeline.records.pages import NEWER_DRAFT, LeftOut
from pipeline.records.roster import Match, MatchHow, RosterEntry
from pipeline.store.matches import append_matches
from pipeline.store.rosters import create_class, join_class, keep_roster, load_roster
from pipeline.views.boxing import keep_box
from pipeline.views.desk import OpenDesk, tell_desk, tell_newcomers
from pipeline.views.paging import leave_out_piece, look_at_piece
from pipeline.views.words import describe_left_out
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def _table(drawn: DrawnHome) -> OpenDesk:
    return OpenDesk(drawn.home, load_desk(drawn.home, drawn.collection_id))


def _press(app: AppTest, key: str) -> str:
    app.button(key=key).click().run()
    return read_screen(check(app))


def test_a_piece_goes_out_with_a_reason_and_comes_back(drawn: DrawnHome) -> None:
    """The head counts it with its reason, the next piece is on screen, and one press puts it back."""
    code = _table(drawn).desk.pieces[0].code
    app = open_page("piece", drawn.collection_id)
    screen = _press(app, "leave-1")
    assert "9 handed in" in screen
    assert "1 taken out: Absent the day of the task" in screen
    assert f"took {code} out of the set" in screen
    assert f">{code}</h1>" not in screen
    screen = _press(app, f"bring-back-{code}")
    assert "10 handed in" in screen
    assert "taken out" not in screen


def test_a_piece_is_spoken_of_under_the_code_it_is_shown_as(drawn: DrawnHome) -> None:
    """Matched to a student it goes by the student's code, beside Undo and in the menu as everywhere else."""
    science = create_class(drawn.home, "Science").id
    keep_roster(drawn.home, science, [RosterEntry("Ann", "Lee")])
    join_class(drawn.home, drawn.collection_id, science)
    code = _table(drawn).desk.pieces[0].code
    (student,) = load_roster(drawn.home, science).students
    append_matches(drawn.home, drawn.collection_id, [Match(code, student.id, MatchHow.HAND)])
    leave_out_piece(_table(drawn), code, "Handed in twice")
    screen = read_screen(open_page("unsorted", drawn.collection_id))
    assert f"took {student.code} out of the set" in screen
    look_at_piece(_table(drawn), code)
    assert f"looked at {student.code}" in read_screen(open_page("unsorted", drawn.collection_id))


def test_names_are_hidden_on_the_piece_until_they_are_asked_for(drawn: DrawnHome) -> None:
    """The owner sees the whole page with one switch."""
    keep_box(_table(drawn), PageBox("b1", BoxKind.NAME, 0.0, 0.0, 1.0, 0.2))
    app = open_page("piece", drawn.collection_id)
    hidden = str(app.get("bidi_component")[0].proto)
    app.toggle(key="shows-names").set_value(True).run()
    assert str(check(app).get("bidi_component")[0].proto) != hidden
    app.button(key="next-piece").click().run()
    app.button(key="previous-piece").click().run()
    assert not app.toggle(key="shows-names").value


def test_the_unsorted_pile_offers_the_way_back_too(drawn: DrawnHome) -> None:
    """A piece that was taken out is on no screen of its own."""
    code = _table(drawn).desk.pieces[0].code
    leave_out_piece(_table(drawn), code, "Handed in twice")
    screen = _press(open_page("unsorted", drawn.collection_id), f"bring-back-{code}")
    assert f"put {code} back into the set" in screen


def test_the_head_and_the_patterns_count_whom_nobody_looked_at(drawn: DrawnHome) -> None:
    """A pattern counts its suggested members among the newcomers; nobody is new in a set added before any decision."""
    look_at_piece(_table(drawn), _table(drawn).desk.pieces[0].code)
    desk = _table(drawn).desk
    assert "not looked at" not in tell_desk(desk)
    pattern = desk.patterns[0]
    late = replace(desk, newcomers=(pattern.members[0].piece, "Z99"))
    assert "2 not looked at" in tell_desk(late)
    assert tell_newcomers(late, pattern) == "1 not looked at"
    assert tell_newcomers(desk, pattern) == ""


def test_several_taken_out_are_said_with_each_reason_once() -> None:
    """Two absent, one twice: three taken out, two reasons; without a reason only the count."""
    out = (LeftOut("A01", "absent"), LeftOut("B02", "absent"), LeftOut("C03", "handed in twice"))
    assert describe_left_out(out) == "3 taken out: absent; handed in twice"
    assert describe_left_out((LeftOut("A01", ""),)) == "1 taken out"
    assert describe_left_out(()) == ""


def test_newer_drafts_are_told_until_the_next_decision(drawn: DrawnHome) -> None:
    """On the desk and where pieces are sorted; the older one can be put back there, under the code it is shown as."""
    code = _table(drawn).desk.pieces[0].code
    leave_out_piece(_table(drawn), code, NEWER_DRAFT)
    for page in ("patterns", "unsorted"):
        app = open_page(page, drawn.collection_id)
        screen = read_screen(app)
        assert "1 newer draft took the place of an older one." in screen
        assert "left out 1 older draft" in screen
    _press(app, f"bring-back-{code}")
    assert "newer draft took" not in read_screen(open_page("patterns", drawn.collection_id))
