"""A teacher reads through the pieces and puts patterns of their own on them: one key each."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import CandidateKind
from pipeline.views.words import lead_key
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen
from tests.views.unread import begin, list_codes


def _list_own(drawn: DrawnHome) -> list[Pattern]:
    patterns = load_desk(drawn.home, drawn.collection_id).patterns
    return [pattern for pattern in patterns if pattern.kind is CandidateKind.OWN]


def _codes(pattern: Pattern) -> list[str]:
    return [member.piece for member in pattern.members]


def _begin(app: AppTest, name: str) -> None:
    app.button(key="begin").click().run()
    box = next(one for one in app.text_input if str(one.key).startswith("begin-name-"))
    box.input(name)
    next(one for one in app.button if one.label == "Begin it").click().run()
    check(app)


def _press_tag(app: AppTest, number: int) -> None:
    next(button for button in app.button if str(button.key).startswith(f"tag-{number}-")).click().run()


def test_a_pattern_is_begun_with_the_piece_on_screen(drawn: DrawnHome) -> None:
    """Its name is the teacher's, the piece is in it and checked, and the box is gone."""
    app = open_page("piece", drawn.collection_id)
    _begin(app, "blames the soil")
    (own,) = _list_own(drawn)
    assert (own.name, own.status, own.checked_count) == ("blames the soil", PatternStatus.CONFIRMED, 1)
    assert "Name what you see" not in [one.label for one in app.text_input]


def test_one_key_puts_it_on_the_next_piece_and_takes_it_off(drawn: DrawnHome) -> None:
    """The number of the pattern is a switch; the page stays on its piece."""
    app = open_page("piece", drawn.collection_id)
    _begin(app, "blames the soil")
    first = _codes(_list_own(drawn)[0])
    app.button(key="next-piece").click().run()
    _press_tag(app, 1)
    check(app)
    (own,) = _list_own(drawn)
    assert len(own.members) == 2
    assert _codes(own)[0] == first[0]
    _press_tag(app, 1)
    assert _codes(_list_own(drawn)[0]) == first


def test_confirmed_suggestions_have_a_number_too(drawn: DrawnHome) -> None:
    """What the teacher confirmed on the desk can be put on further pieces."""
    desk = open_page("patterns", drawn.collection_id)
    desk.button(key="confirm").click().run()
    app = open_page("piece", drawn.collection_id)
    assert any(str(button.key).startswith("tag-1-") for button in app.button)


def test_a_name_is_shown_as_it_was_typed(drawn: DrawnHome) -> None:
    """Signs that the screen would take for its own stand as they are; an empty name begins nothing."""
    app = open_page("piece", drawn.collection_id)
    _begin(app, "  ")
    assert _list_own(drawn) == []
    _begin(app, "says *why* :sun: <b>")
    assert _list_own(drawn)[0].name == "says *why* :sun: <b>"
    assert "<b>" not in read_screen(app).replace("&lt;b&gt;", "")


def test_patterns_beyond_nine_have_a_button_without_a_number(unread: DrawnHome) -> None:
    """There are nine number keys; the tenth pattern is pressed."""
    for number in range(10):
        begin(unread, f"pattern {number}", *list_codes(unread)[:1])
    app = open_page("piece", unread.collection_id)
    labels = [str(button.label) for button in app.button if str(button.key).startswith("tag-")]
    assert labels[8].startswith(lead_key("9", "pattern 8"))
    assert labels[9].startswith("pattern 9")
