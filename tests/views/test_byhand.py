"""A set that the teacher reads: no dead end on the desk, however few pieces, and a way to have it read after all."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.export.sheet import FITS, plan_sheet
from pipeline.store.collections import find_collection
from pipeline.views import byhand
from pipeline.walk.report import build_report
from tests.views.drawing import DrawnHome, check, open_page, read_screen
from tests.views.unread import begin, list_codes


def _heads(app: AppTest) -> list[str]:
    return [str(link.proto.label) for link in app.get("page_link")]


def test_the_desk_leads_on_where_nothing_was_found(unread: DrawnHome) -> None:
    """Fewer than five pieces, none with words: no warning, but the gallery and the read-through."""
    app = open_page("patterns", unread.collection_id)
    screen = read_screen(app)
    assert "4 handed in, read by you · 4 not sorted yet" in screen
    assert "Too few" not in screen
    assert "No clear pattern" not in screen
    assert "Check the reading" not in _heads(app)
    assert "seek" not in [button.key for button in app.button], "there are no words to look for anything in"
    app.button(key="sort-by-hand").click().run()
    assert "Sort by hand" in read_screen(check(app))


def test_a_pattern_made_by_hand_is_a_card_like_any_other(unread: DrawnHome) -> None:
    """The page is its evidence, and it leads to the next step."""
    own = begin(unread, "long rays", *list_codes(unread)[:2])
    app = open_page("patterns", unread.collection_id)
    app.button(key=f"look-{own.id}").click().run()
    screen = read_screen(check(app))
    assert screen.count("the whole piece is the evidence") == 2
    assert 'alt="first page of piece' in screen
    assert "see-model" not in [button.key for button in app.button]
    step = open_page("step", unread.collection_id)
    assert f"for-{own.id}" in [box.key for box in step.checkbox]


def test_it_can_be_read_after_all(unread: DrawnHome, monkeypatch: pytest.MonkeyPatch) -> None:
    """One press: the settings' engine reads it from now on; what was sorted stays."""
    begin(unread, "long rays", list_codes(unread)[0])
    started: list[str] = []
    monkeypatch.setattr(byhand, "start_again", lambda _home, collection_id: started.append(collection_id))
    app = open_page("patterns", unread.collection_id)
    app.button(key="read-now").click().run()
    assert started == [unread.collection_id]
    assert find_collection(unread.home, unread.collection_id).engine == ""
    assert "long rays" in [pattern.name for pattern in build_report(unread.home, unread.collection_id).patterns]


def test_a_sheet_of_pages_is_planned_as_pictures(unread: DrawnHome) -> None:
    """Whole pages are higher than lines, three stand side by side, and none claims to be read."""
    begin(unread, "long rays", *list_codes(unread))
    words = plan_sheet(build_report(unread.home, unread.collection_id), FITS[0]).words
    shown = words["patterns"][0]["evidence"]  # type: ignore[index]
    assert [(one["quote"], one["height"]) for one in shown] == [("", FITS[0].picture_height_mm)] * 3
