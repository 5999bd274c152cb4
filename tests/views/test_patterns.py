"""The desk: one pattern in focus, decided by one press, with the next one there at once and Undo in sight."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.records.decisions import DecisionKind, Mark, Pattern, PatternStatus
from pipeline.records.reading import WordRole
from pipeline.store.decisions import list_decisions
from pipeline.store.home import Home
from pipeline.views import state
from pipeline.views.components.scan import Said
from pipeline.views.deciding import correct_reading
from pipeline.views.desk import OpenDesk
from pipeline.views.patterns import list_keys
from pipeline.views.words import REASONS, lead_key
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def _list_patterns(drawn: DrawnHome) -> tuple[Pattern, ...]:
    return load_desk(drawn.home, drawn.collection_id).patterns


def _open_desk(drawn: DrawnHome) -> AppTest:
    app = open_page("patterns", drawn.collection_id)
    check(app)
    return app


def test_without_a_class_set_the_desk_leads_to_the_class_sets(empty_home: Home) -> None:
    """An address without a class set shows one sentence and one button."""
    app = open_page("patterns")
    assert "No class set is open." in read_screen(app)
    app.button(key="to-sets").click().run()
    assert "No papers yet." in read_screen(app)


def test_an_unknown_class_set_is_none(empty_home: Home) -> None:
    """An old address of a deleted class set is no error."""
    assert "No class set is open." in read_screen(open_page("patterns", "0000beef"))


def test_the_first_suggestion_is_in_focus_with_its_evidence(drawn: DrawnHome) -> None:
    """The card shows n of N, how steady, the real lines and the quote, marked as the computer read it."""
    app, first = _open_desk(drawn), _list_patterns(drawn)[0]
    screen = read_screen(app)
    assert f"{len(first.members)} suggested, of 10 handed in" in screen
    assert "how steady" in screen
    assert "as the computer read it" in screen
    assert "data:image/webp;base64," in screen


def test_at_most_seven_suggestions_are_shown_at_first(drawn: DrawnHome) -> None:
    """The rail shows seven patterns, and the others on request."""
    app, patterns = _open_desk(drawn), _list_patterns(drawn)
    assert len(patterns) > 7
    looks = [button.key for button in app.button if str(button.key).startswith("look-")]
    assert looks == [f"look-{pattern.id}" for pattern in patterns[:7]]
    app.button(key="more").click().run()
    assert len([button for button in app.button if str(button.key).startswith("look-")]) == len(patterns)


def test_confirming_keeps_the_members_and_brings_the_next_card(drawn: DrawnHome) -> None:
    """A confirmed pattern stores what was on the card, and the next suggestion is in focus."""
    app, (first, second, *_) = _open_desk(drawn), _list_patterns(drawn)
    app.button(key="confirm").click().run()
    check(app)
    decision = list_decisions(drawn.home, drawn.collection_id)[-1]
    assert (decision.kind, decision.pattern) == (DecisionKind.CONFIRM, first.id)
    assert decision.snapshot is not None
    assert {m.piece for m in decision.snapshot.members} == {m.piece for m in first.members}
    assert app.session_state["focus"] == second.id


def test_undo_takes_back_and_returns_to_the_card(drawn: DrawnHome) -> None:
    """Undo is one press away after every decision, and brings its pattern back into focus."""
    app, (first, *_) = _open_desk(drawn), _list_patterns(drawn)
    assert app.button(key="undo").disabled
    app.button(key="confirm").click().run()
    app.button(key="undo").click().run()
    check(app)
    assert _list_patterns(drawn)[0].status is PatternStatus.SUGGESTED
    assert app.session_state["focus"] == first.id
    assert app.button(key="undo").disabled


def test_not_a_pattern_asks_why(drawn: DrawnHome) -> None:
    """A suggestion is set aside with a reason of the list."""
    app, (first, *_) = _open_desk(drawn), _list_patterns(drawn)
    app.button(key="set-aside").click().run()
    app.button(key="reason-2").click().run()
    aside = next(pattern for pattern in _list_patterns(drawn) if pattern.id == first.id)
    assert aside.status is PatternStatus.SET_ASIDE
    assert aside.reason == "It only repeats the task"


def test_a_reason_can_be_the_teachers_own(drawn: DrawnHome) -> None:
    """Another reason is typed; leaving the panel changes nothing."""
    app, (first, *_) = _open_desk(drawn), _list_patterns(drawn)
    app.button(key="set-aside").click().run()
    app.button(key="leave").click().run()
    assert not app.form_submit_button
    app.button(key="set-aside").click().run()
    app.text_input(key=f"reason-{first.id}").set_value("They copied it from the board")
    app.form_submit_button[0].click().run()
    check(app)
    aside = next(pattern for pattern in _list_patterns(drawn) if pattern.id == first.id)
    assert (aside.status, aside.reason) == (PatternStatus.SET_ASIDE, "They copied it from the board")


@pytest.mark.parametrize(
    ("panel", "answers"),
    [
        ("rename", {}),
        ("put-in", {}),
        ("set-aside", {"1": "reason-1", "4": "reason-4"}),
        ("split", {"Enter": "split-now"}),
        ("merge", {"Enter": "merge-now"}),
    ],
)
def test_while_a_panel_asks_no_key_confirms(panel: str, answers: dict[str, str]) -> None:
    """Enter answers what is asked, or nothing; the panel is left by Escape, and without one Enter confirms."""
    keys = list_keys(panel)
    assert "confirm" not in {does["widget"] for does in keys.values()}
    assert {key: keys[key]["widget"] for key in answers} == answers
    assert keys["Escape"]["widget"] == "leave"
    assert list_keys("")["Enter"]["widget"] == "confirm"


def test_an_open_panel_is_what_is_asked_first(drawn: DrawnHome) -> None:
    """While it is open, Confirm is not the button that stands out, and nothing else is asked."""
    app = _open_desk(drawn)
    assert app.button(key="confirm").proto.type == "primary"
    app.button(key="set-aside").click().run()
    assert app.button(key="confirm").proto.type == "secondary"
    assert app.button(key="reason-1").label == lead_key("1", REASONS[0])
    assert not [box for box in app.text_input if box.label == "I notice"]
    app.button(key="leave").click().run()
    assert [box for box in app.text_input if box.label == "I notice"]


def test_the_teachers_name_takes_the_suggested_ones_place(drawn: DrawnHome) -> None:
    """Renaming keeps the new name; any sign in it is shown as it is."""
    app, (first, *_) = _open_desk(drawn), _list_patterns(drawn)
    app.button(key="rename").click().run()
    app.text_input(key=f"name-{first.id}").set_value("<i>Water</i> **leaves**")
    app.form_submit_button[0].click().run()
    check(app)
    renamed = next(pattern for pattern in _list_patterns(drawn) if pattern.id == first.id)
    assert renamed.name == "<i>Water</i> **leaves**"
    assert "&lt;i&gt;Water" in read_screen(app)


def test_a_piece_is_taken_out_and_put_back(drawn: DrawnHome) -> None:
    """A piece that doesn't belong leaves with one press and comes back with one."""
    app, (first, *_) = _open_desk(drawn), _list_patterns(drawn)
    piece = first.members[0].piece
    app.button(key=f"take-out-{piece}").click().run()
    assert piece not in {member.piece for member in _list_patterns(drawn)[0].members}
    app.button(key=f"put-back-{piece}").click().run()
    back = {member.piece: member.is_checked for member in _list_patterns(drawn)[0].members}
    assert back[piece] is True


def test_a_piece_is_put_in_by_hand(drawn: DrawnHome) -> None:
    """The teacher can add a piece that the machine did not see in a pattern."""
    app, (first, *_) = _open_desk(drawn), _list_patterns(drawn)
    inside = {member.piece for member in first.members}
    pieces = load_desk(drawn.home, drawn.collection_id).pieces
    outside = next(piece.code for piece in pieces if piece.code not in inside)
    app.button(key="put-in").click().run()
    app.selectbox(key=f"piece-in-{first.id}").select(outside).run()
    check(app)
    assert outside in {member.piece for member in _list_patterns(drawn)[0].members}


@pytest.mark.parametrize(("key", "mark"), [("mark-1", Mark.SUCCESS), ("mark-4", Mark.INCONSISTENCY)])
def test_a_mark_is_the_teachers(drawn: DrawnHome, key: str, mark: Mark) -> None:
    """A mark is set with one press and taken off with the same."""
    app = _open_desk(drawn)
    app.button(key=key).click().run()
    assert _list_patterns(drawn)[0].mark is mark
    app.button(key=key).click().run()
    assert _list_patterns(drawn)[0].mark is None


def test_what_is_noticed_is_kept_before_deciding(drawn: DrawnHome) -> None:
    """I notice comes first on the card and never stands in the way of a decision."""
    app = _open_desk(drawn)
    app.text_input[0].set_value("they all say where the water goes").run()
    check(app)
    first = _list_patterns(drawn)[0]
    assert first.notice == "they all say where the water goes"
    assert first.status is PatternStatus.SUGGESTED


def test_next_and_previous_walk_the_rail(drawn: DrawnHome) -> None:
    """The arrows go from card to card and round."""
    app, patterns = _open_desk(drawn), _list_patterns(drawn)
    app.button(key="next-card").click().run()
    assert app.session_state["focus"] == patterns[1].id
    app.button(key="previous-card").click().run()
    app.button(key="previous-card").click().run()
    assert app.session_state["focus"] == patterns[-1].id


def test_when_all_is_decided_the_next_step_is_offered(drawn: DrawnHome) -> None:
    """After the last decision one sentence and one button lead on."""
    app = _open_desk(drawn)
    for _ in _list_patterns(drawn):
        app.button(key="confirm").click().run()
    check(app)
    assert "You have looked at every pattern." in read_screen(app)
    app.button(key="to-step").click().run()
    assert "One next step" in read_screen(app)


def test_patterns_are_found_again_by_themselves_once(drawn: DrawnHome, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a correction the desk starts finding; where that came to nothing it says so, and a press tries again."""
    started: list[str] = []
    monkeypatch.setattr(state, "start_again", lambda _home, collection_id: started.append(collection_id))
    _open_desk(drawn)
    assert started == []
    desk = load_desk(drawn.home, drawn.collection_id)
    line = Said(0, 0, None, "Nobody read this right", WordRole.STUDENT)
    correct_reading(OpenDesk(drawn.home, desk), desk.pieces[0].code, line)
    app = _open_desk(drawn)
    assert started == [drawn.collection_id]
    assert "What was read has changed" in read_screen(app)
    app.button(key="again").click().run()
    assert started == [drawn.collection_id] * 2
