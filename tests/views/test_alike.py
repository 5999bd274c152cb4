"""More like this: a pattern, a sentence of a piece or a typed one leads to the next passage, one decision each."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pipeline.records.decisions import DecisionKind, Pattern
from pipeline.store.decisions import list_decisions
from pipeline.views.searching import Search
from pipeline.views.words import hint_key
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def _list_patterns(drawn: DrawnHome) -> dict[str, Pattern]:
    return {pattern.id: pattern for pattern in load_desk(drawn.home, drawn.collection_id).patterns}


def _open(drawn: DrawnHome, search: Search | None = None) -> AppTest:
    app = open_page("alike", drawn.collection_id)
    if search:
        app.session_state["search"] = search
        app.run()
    return check(app)


def _press(app: AppTest, key: str) -> AppTest:
    return check(app.button(key=key).click().run())


def _find_shown(app: AppTest) -> str:
    """Return the piece whose passage is on the card."""
    return next(str(button.key).removeprefix("open-") for button in app.button if str(button.key).startswith("open-"))


def test_what_belongs_joins_the_pattern_with_the_place_that_shows_it(drawn: DrawnHome) -> None:
    """A pattern of three pieces with roots: what is like it is put in, checked, its sentence as the evidence."""
    pattern = _list_patterns(drawn)["word-roots"]
    app = _open(drawn, Search(drawn.collection_id, pattern=pattern.id))
    assert f"{len(pattern.members)} of 10 found so far" in read_screen(app)
    shown = _find_shown(app)
    assert shown not in {member.piece for member in pattern.members}
    _press(app, "belongs")
    (joined,) = [one for one in _list_patterns(drawn)[pattern.id].members if one.piece == shown]
    assert joined.is_checked
    assert joined.evidence[0].quote
    assert f"{len(pattern.members) + 1} of 10 found so far" in read_screen(app)
    assert _find_shown(app) != shown


def test_what_does_not_belong_is_not_shown_again_and_undo_brings_it_back(drawn: DrawnHome) -> None:
    """A refusal is no decision about the pattern: it is kept for this search, and taken back first."""
    app = _open(drawn, Search(drawn.collection_id, pattern="word-roots"))
    before = len(list_decisions(drawn.home, drawn.collection_id))
    shown = _find_shown(app)
    _press(app, "belongs-not")
    assert _find_shown(app) != shown
    assert f"{shown} does not belong" in read_screen(app)
    assert len(list_decisions(drawn.home, drawn.collection_id)) == before
    _press(app, "undo")
    assert _find_shown(app) == shown


def test_a_typed_sentence_becomes_a_pattern_with_the_first_that_belongs(drawn: DrawnHome) -> None:
    """Nothing is begun before; each undo takes one decision back, the first of them too."""
    app = _open(drawn)
    app.text_input(key="sought").set_value("sad because nobody cares")
    app.button(key="FormSubmitter:sought-form-Look for it").click().run()
    texts = load_desk(drawn.home, drawn.collection_id).transcripts
    first = _find_shown(check(app))
    assert "sad" in texts[first].text
    _press(app, "belongs")
    second = _find_shown(app)
    assert "sad" in texts[second].text
    _press(app, "belongs")
    kinds = [one.kind for one in list_decisions(drawn.home, drawn.collection_id)]
    assert kinds == [DecisionKind.SEED, DecisionKind.PUT_IN]
    own = next(one for one in _list_patterns(drawn).values() if one.name == "sad because nobody cares")
    assert {member.piece for member in own.members} == {first, second}
    _press(app, "undo")
    _press(app, "undo")
    assert own.id not in _list_patterns(drawn)
    assert _find_shown(app) == first
    _press(app, "belongs")
    assert "1 of 10 found so far" in read_screen(app)


def test_a_sentence_of_a_piece_is_chosen_and_is_in_the_pattern(drawn: DrawnHome) -> None:
    """The piece asked from is not shown; it is a member from the first find on."""
    texts = load_desk(drawn.home, drawn.collection_id).transcripts
    asked = next(code for code, one in texts.items() if "sad and lonely" in one.text)
    app = _open(drawn)
    app.session_state["search-choosing"] = asked
    app.run()
    _press(app, "choose-1")
    assert _find_shown(app) != asked
    _press(app, "belongs")
    own = next(one for one in _list_patterns(drawn).values() if one.id.startswith("own-"))
    assert asked in {member.piece for member in own.members}
    assert len(own.members) == 2


def test_when_all_was_shown_it_says_so(drawn: DrawnHome) -> None:
    """Ten passages refused, or more: nothing is left, and the way back is there."""
    app = _open(drawn, Search(drawn.collection_id, text="water"))
    for _ in range(40):
        if not [button for button in app.button if button.key == "belongs-not"]:
            break
        _press(app, "belongs-not")
    assert "No passage is left to look at." in read_screen(app)
    assert "Five in a row" not in read_screen(app)
    assert app.button(key="enough").label.startswith("That is enough")


def test_the_desk_leads_there(drawn: DrawnHome) -> None:
    """From the card and from the rail."""
    app = open_page("patterns", drawn.collection_id)
    assert app.button(key="alike").label == hint_key("More like this", "M")
    assert app.button(key="seek").label.startswith("Look for something")
