"""The next step: listed, never chosen beforehand, kept as one decision."""

from __future__ import annotations

from datetime import date

from streamlit.testing.v1 import AppTest

from pipeline.records.decisions import Grouping
from pipeline.views.deciding import confirm_pattern
from pipeline.views.desk import OpenDesk
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def _confirm_first(drawn: DrawnHome) -> str:
    desk = load_desk(drawn.home, drawn.collection_id)
    confirm_pattern(OpenDesk(drawn.home, desk), desk.patterns[0])
    return desk.patterns[0].id


def _fill(app: AppTest, pattern: str) -> AppTest:
    app.checkbox(key=f"for-{pattern}").check()
    app.get_by_key("grouping").set_value(Grouping.PAIR.value)
    app.get_by_key("move").set_value("peer critique")
    app.text_input(key="owner").set_value("Ms. Green")
    app.date_input(key="check-on").set_value(date(2026, 12, 4))
    app.text_input(key="evidence").set_value("they name where the water goes")
    return check(app.run())


def test_without_a_confirmed_pattern_there_is_no_step(drawn: DrawnHome) -> None:
    """The page says that a step rests on what was confirmed, and leads to the patterns."""
    app = open_page("step", drawn.collection_id)
    assert "Nothing is confirmed yet." in read_screen(app)
    app.button(key="to-patterns").click().run()
    assert "Patterns to look at" in read_screen(check(app))


def test_nothing_is_chosen_beforehand(drawn: DrawnHome) -> None:
    """Pattern, grouping, move and dates are open until the teacher chooses, and what is open is said."""
    pattern = _confirm_first(drawn)
    app = open_page("step", drawn.collection_id)
    assert app.checkbox(key=f"for-{pattern}").value is False
    assert app.get_by_key("grouping").value in (None, [])
    assert app.get_by_key("move").value in (None, [])
    assert app.date_input(key="do-on").value is None
    app.button(key="choose").click().run()
    assert "Still open: a pattern it is for, who it is for, a move." in read_screen(check(app))
    assert load_desk(drawn.home, drawn.collection_id).next_step is None


def test_the_chosen_step_is_kept_and_shown(drawn: DrawnHome) -> None:
    """The three bands show what was chosen, and the desk knows it."""
    pattern = _confirm_first(drawn)
    app = _fill(open_page("step", drawn.collection_id), pattern)
    app.button(key="choose").click().run()
    screen = read_screen(check(app))
    step = load_desk(drawn.home, drawn.collection_id).next_step
    assert step is not None
    assert step.patterns == (pattern,)
    assert (step.grouping, step.move, step.owner) == (Grouping.PAIR, "peer critique", "Ms. Green")
    assert (step.do_on, step.check_on) == ("", "2026-12-04")
    for told in ("What we saw", "Peer critique", "Ms. Green", "they name where the water goes", "2026-12-04"):
        assert told in screen


def test_a_step_can_be_changed_and_left_as_it_was(drawn: DrawnHome) -> None:
    """Changing starts from what was chosen; leaving it changes nothing."""
    pattern = _confirm_first(drawn)
    app = _fill(open_page("step", drawn.collection_id), pattern)
    app.button(key="choose").click().run()
    app.button(key="change").click().run()
    assert app.text_input(key="owner").value == "Ms. Green"
    app.button(key="leave").click().run()
    assert "Peer critique" in read_screen(check(app))


def test_undo_takes_the_step_back(drawn: DrawnHome) -> None:
    """A chosen step is a decision like any other."""
    pattern = _confirm_first(drawn)
    app = _fill(open_page("step", drawn.collection_id), pattern)
    app.button(key="choose").click().run()
    app.button(key="undo").click().run()
    check(app)
    assert load_desk(drawn.home, drawn.collection_id).next_step is None
