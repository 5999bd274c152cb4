"""The gallery: every piece is counted and shown, those not sorted yet first, and sorted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.intake import plan_pieces
from pipeline.records.decisions import DecisionKind
from pipeline.settings import load_settings
from pipeline.store.collections import create_collection
from pipeline.store.decisions import NewDecision, append_decision, list_decisions
from pipeline.store.home import Home
from pipeline.store.pieces import add_pieces
from pipeline.views import unsorted
from pipeline.views.components.gallery import Sorted
from pipeline.views.deciding import confirm_pattern
from pipeline.views.desk import OpenDesk
from pipeline.walk.desk import Desk, list_unsorted, load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen
from tests.views.unread import begin, list_codes


def _load(home: DrawnHome) -> Desk:
    return load_desk(home.home, home.collection_id)


def _sort(home: DrawnHome, said: Sorted) -> None:
    unsorted._sort(OpenDesk(home.home, _load(home)), said)


def _read_gallery(app: AppTest) -> dict[str, Any]:
    """What the gallery was given to show."""
    shown: dict[str, Any] = json.loads(app.get("bidi_component")[0].proto.json)
    return shown


def test_those_not_sorted_yet_come_first(drawn: DrawnHome) -> None:
    """Every piece is there with its picture, its words and the patterns it is in; the one in no pattern leads."""
    pile = list_unsorted(_load(drawn))
    assert len(pile) == 1, "only the one who does not know is in no pattern"
    app = open_page("unsorted", drawn.collection_id)
    assert "1 of 10 pieces not sorted yet" in read_screen(app)
    first, *others = _read_gallery(app)["pieces"]
    assert (first["code"], first["isUnsorted"], first["patterns"]) == (pile[0], True, [])
    assert first["picture"].startswith("data:image/webp")
    assert len(others) == 9
    assert all(piece["patterns"] and not piece["checked"] and not piece["isUnsorted"] for piece in others)


def test_the_gallery_shows_one_pattern_or_what_is_left(drawn: DrawnHome) -> None:
    """A choice above it narrows what is shown."""
    app = open_page("unsorted", drawn.collection_id)
    app.selectbox(key=unsorted.SHOW_KEY).select(unsorted.UNSORTED).run()
    assert len(_read_gallery(check(app))["pieces"]) == 1
    pattern = _load(drawn).patterns[0]
    app.selectbox(key=unsorted.SHOW_KEY).select(pattern.id).run()
    codes = {piece["code"] for piece in _read_gallery(check(app))["pieces"]}
    assert codes == {member.piece for member in pattern.members}


def test_late_pieces_are_a_press_away_from_the_desk(drawn: DrawnHome, tmp_path: Path) -> None:
    """What came after a decision is shown alone; once it is looked at, nothing leads there any more."""
    confirm_pattern(OpenDesk(drawn.home, _load(drawn)), _load(drawn).patterns[0])
    late = tmp_path / "late"
    late.mkdir()
    (late / "zoe.txt").write_text("It dried in the sun.", encoding="utf-8")
    (code,) = add_pieces(drawn.home, drawn.collection_id, plan_pieces([late], load_settings(drawn.home.path).intake))
    app = open_page("patterns", drawn.collection_id)
    app.button(key="see-newcomers").click().run()
    assert [piece["code"] for piece in _read_gallery(check(app))["pieces"]] == [code]
    append_decision(drawn.home, drawn.collection_id, NewDecision(DecisionKind.LOOK_AT, value=code))
    app.run()
    assert len(_read_gallery(check(app))["pieces"]) == 11
    assert "see-newcomers" not in {button.key for button in open_page("patterns", drawn.collection_id).button}


def test_a_pattern_is_begun_with_several_pieces_and_takes_more(unread: DrawnHome) -> None:
    """Each is one decision, however many pieces; suggestions apart, it has the number 1."""
    codes = list_codes(unread)
    _sort(unread, Sorted((codes[0], codes[1]), "", "long rays", is_on=True))
    (own,) = _load(unread).patterns
    _sort(unread, Sorted((codes[2], codes[3]), own.id, "", is_on=True))
    assert list_unsorted(_load(unread)) == ()
    _sort(unread, Sorted((codes[0],), own.id, "", is_on=False))
    assert list_unsorted(_load(unread)) == (codes[0],)
    assert len(list_decisions(unread.home, unread.collection_id)) == 3
    (tag,) = _read_gallery(open_page("unsorted", unread.collection_id))["tags"]
    assert (tag["key"], tag["name"], tag["count"], tag["isOwn"]) == ("1", "long rays", 3, True)


def test_undo_takes_a_whole_handful_back(unread: DrawnHome) -> None:
    """What went in together comes out together, and the screen says how many they were."""
    codes = list_codes(unread)
    own = begin(unread, "long rays", codes[0])
    _sort(unread, Sorted(tuple(codes[1:]), own.id, "", is_on=True))
    app = open_page("unsorted", unread.collection_id)
    assert f"put {codes[1]} and 2 more into “long rays”" in read_screen(app)
    app.button(key="undo").click().run()
    check(app)
    assert list_unsorted(_load(unread)) == tuple(codes[1:])


def test_many_pieces_are_shown_page_by_page(unread: DrawnHome, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond forty there are further pages, so that a press is answered as fast as in a small set."""
    monkeypatch.setattr(unsorted, "PIECES_A_PAGE", 3)
    app = open_page("unsorted", unread.collection_id)
    assert len(_read_gallery(app)["pieces"]) == 3
    app.button(key="gallery-page-1").click().run()
    assert [piece["code"] for piece in _read_gallery(check(app))["pieces"]] == list_codes(unread)[3:]


def test_an_empty_class_set_says_what_to_do(empty_home: Home) -> None:
    """Without papers there is one sentence and one button."""
    collection = create_collection(empty_home, "4b", "")
    app = open_page("unsorted", collection.id)
    assert "No papers in this class set yet." in read_screen(app)
    app.button(key="add-work").click().run()
    assert "Add work" in read_screen(check(app))


def test_reading_through_begins_with_what_is_not_sorted(unread: DrawnHome) -> None:
    """One press opens the first piece nobody has sorted, large."""
    codes = list_codes(unread)
    begin(unread, "long rays", codes[0])
    app = open_page("unsorted", unread.collection_id)
    app.button(key="read-through").click().run()
    assert f">{codes[1]}</h1>" in read_screen(check(app))
