"""Two things in one pattern are parted on the desk, and two patterns that are one are joined."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pipeline.records.decisions import DecisionKind, Pattern
from pipeline.store.decisions import list_decisions
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def _list_patterns(drawn: DrawnHome) -> dict[str, Pattern]:
    return {pattern.id: pattern for pattern in load_desk(drawn.home, drawn.collection_id).patterns}


def _open_pattern(drawn: DrawnHome, pattern: Pattern) -> AppTest:
    app = open_page("patterns", drawn.collection_id)
    app.session_state["focus"] = pattern.id
    app.run()
    check(app)
    return app


def _codes(pattern: Pattern) -> set[str]:
    return {member.piece for member in pattern.members}


def test_a_split_shows_both_sides_and_loses_no_piece(drawn: DrawnHome) -> None:
    """Each side comes with its papers; the part that goes off is on the desk and in focus, and one undo joins them."""
    whole = max(_list_patterns(drawn).values(), key=lambda pattern: len(pattern.members))
    app = _open_pattern(drawn, whole)
    app.button(key="split").click().run()
    assert "Are these two things?" in read_screen(app)
    app.button(key="split-now").click().run()
    check(app)
    after = _list_patterns(drawn)
    part = after[app.session_state["focus"]]
    assert _codes(part) | _codes(after[whole.id]) == _codes(whole)
    assert not _codes(part) & _codes(after[whole.id])
    app.button(key="undo").click().run()
    assert _codes(_list_patterns(drawn)[whole.id]) == _codes(whole)


def test_a_part_can_be_confirmed(drawn: DrawnHome) -> None:
    """It is a pattern like any other, with its pieces as they were when it was confirmed."""
    whole = max(_list_patterns(drawn).values(), key=lambda pattern: len(pattern.members))
    app = _open_pattern(drawn, whole)
    app.button(key="split").click().run()
    app.button(key="split-now").click().run()
    part = app.session_state["focus"]
    app.button(key="confirm").click().run()
    check(app)
    confirmed = _list_patterns(drawn)[part]
    assert confirmed.checked_count == len(confirmed.members) > 0


def test_few_pieces_are_not_split(drawn: DrawnHome) -> None:
    """Two or three are taken out one by one, and the panel says so."""
    small = min(_list_patterns(drawn).values(), key=lambda pattern: len(pattern.members))
    app = _open_pattern(drawn, small)
    app.button(key="split").click().run()
    assert "Take single pieces out instead." in read_screen(app)


def test_a_merge_joins_the_pieces(drawn: DrawnHome) -> None:
    """The other pattern's papers are seen before they join; it is gone from the desk then, and named beside Undo."""
    first, second, *_ = _list_patterns(drawn).values()
    app = _open_pattern(drawn, first)
    app.button(key="merge").click().run()
    app.selectbox(key=f"merge-with-{first.id}").select(second.id).run()
    app.button(key="merge-now").click().run()
    check(app)
    after = _list_patterns(drawn)
    assert second.id not in after
    assert _codes(after[first.id]) == _codes(first) | _codes(second)
    assert list_decisions(drawn.home, drawn.collection_id)[-1].kind is DecisionKind.MERGE
    assert f"merged {second.name} into {first.name}" in read_screen(app)
