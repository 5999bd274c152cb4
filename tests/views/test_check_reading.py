"""The page of words to look at, and the test of the reading: what is answered is kept and counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
import streamlit as st

from pipeline.decide import list_reading_tests
from pipeline.records.decisions import DecisionKind, ReadingTest
from pipeline.records.reading import WordRole
from pipeline.settings import load_settings
from pipeline.store.collections import create_collection
from pipeline.store.decisions import list_decisions
from pipeline.store.findings import save_findings
from pipeline.store.home import Home
from pipeline.store.pages import list_unread_pages, save_reading
from pipeline.store.pieces import add_pieces
from pipeline.views import check_reading
from pipeline.views.components.check import Answer
from pipeline.views.components.scan import Said
from pipeline.views.desk import OpenDesk
from pipeline.walk.collect import collect_set, hash_inputs
from pipeline.walk.desk import load_desk
from tests.store.conftest import piece_of, plan_of, reading_of
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def open_table(drawn: DrawnHome) -> OpenDesk:
    """Return the desk as it is now."""
    return OpenDesk(drawn.home, load_desk(drawn.home, drawn.collection_id))


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Give a browser's session of our own: callbacks can be called without a page."""
    kept: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def answer(key: tuple[str, int, int, int], text: str | None, *, is_skipped: bool = False) -> Answer:
    """Return what a teacher says of a word: its text, or that it is right."""
    piece, page, line, slot = key
    return Answer(piece, Said(page, line, slot, text, WordRole.STUDENT), is_skipped)


def test_the_page_counts_the_doubtful_words_and_asks_for_them(drawn: DrawnHome) -> None:
    """One of all words is doubtful; the component and the keyboard are there."""
    app = open_page("check", drawn.collection_id)
    screen = read_screen(check(app))
    assert "1 doubtful word<" in screen
    assert len(app.get("bidi_component")) == 2


def test_a_test_is_begun_and_left(drawn: DrawnHome) -> None:
    """One press begins it with the first of twenty words, another leaves it."""
    app = open_page("check", drawn.collection_id)
    app.button(key="test").click().run()
    assert "1 of 20" in read_screen(check(app))
    app.button(key="leave-test").click().run()
    assert "1 doubtful word<" in read_screen(check(app))


def test_a_test_is_of_the_class_set_it_was_begun_in(drawn: DrawnHome) -> None:
    """Another set in hand: its own doubtful words are asked for, and nothing of the test counts for it."""
    other = create_collection(drawn.home, "Another", "").id
    add_pieces(drawn.home, other, plan_of(piece_of("ann", "aa")))
    (page,) = list_unread_pages(drawn.home, other, "ppocr 1")
    save_reading(drawn.home, other, page, reading_of("water leaves"), None)
    app = open_page("check", drawn.collection_id)
    app.button(key="test").click().run()
    app.query_params["set"] = other
    assert "1 of 20" not in read_screen(check(app.run()))


def test_twenty_answers_make_a_test(
    drawn: DrawnHome, session: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eighteen are right, two are typed anew, one can't be told and does not count: 18 of 20, kept for good."""
    table = open_table(drawn)
    check_reading._begin_test(table)
    test = session[check_reading.TEST_KEY]
    assert isinstance(test, check_reading.RunningTest)
    keys = test.keys[:21]
    check_reading._hear(table, answer(keys[0], None, is_skipped=True))
    for number, key in enumerate(keys[1:]):
        assert not test.is_over
        for _ in range(2):  # broken off and heard again, an answer counts once
            check_reading._hear(open_table(drawn), answer(key, "wrong" if number < 2 else None))
    assert test.is_over
    monkeypatch.setattr(st, "rerun", lambda: None)
    for _ in range(2):
        check_reading._end_test(open_table(drawn), test)
    assert check_reading.TEST_KEY not in session
    assert list_reading_tests(open_table(drawn).desk.decisions) == (ReadingTest(18, 20),)
    screen = read_screen(open_page("check", drawn.collection_id))
    assert "18 of 20 words were read right: of every 100 in this class set, likely between 74 and 97." in screen


def test_an_answer_is_a_correction_of_that_word(drawn: DrawnHome, session: dict[str, object]) -> None:
    """What was typed stands in the text, at the word's own place, and is no longer doubtful."""
    desk = open_table(drawn).desk
    doubtful = check_reading.list_doubtful(desk, 0.8)[0]
    check_reading._hear(open_table(drawn), answer(doubtful.key, "weak"))
    after = open_table(drawn).desk
    (word,) = (w for w in after.transcripts[doubtful.piece].words if (w.line, w.slot) == doubtful.key[2:])
    assert after.transcripts[doubtful.piece].text[word.start : word.end] == "weak"
    assert (word.is_checked, word.box) == (True, doubtful.box)
    assert check_reading.list_doubtful(after, 0.8) == ()
    assert list_decisions(drawn.home, drawn.collection_id)[-1].kind is DecisionKind.CORRECT


def test_an_opened_piece_waits_for_the_next_run(session: dict[str, object]) -> None:
    """The page is turned by the run that follows, on the piece and page that were asked for."""
    check_reading._open("K07", 1)
    assert (session["piece"], session["piece-page"], session[check_reading.OPENED_KEY]) == ("K07", 1, True)


def test_without_scans_there_is_nothing_to_check(empty_home: Home) -> None:
    """An empty class set says so."""
    app = open_page("check", create_collection(empty_home, "4b", "").id)
    assert "No scans here" in read_screen(check(app))


def _hold_back(drawn: DrawnHome, word: str) -> None:
    """Let the pattern of a word rest mainly on doubt."""
    desk = load_desk(drawn.home, drawn.collection_id)
    assert desk.findings is not None
    held = [replace(one, doubt=0.9 if one.id == f"word-{word}" else 0.0) for one in desk.findings.candidates]
    inputs = hash_inputs(collect_set(drawn.home, drawn.collection_id), load_settings(drawn.home.path).finding)
    save_findings(drawn.home, drawn.collection_id, replace(desk.findings, candidates=tuple(held)), inputs)


def test_a_pattern_that_rests_on_doubt_leads_to_its_own_words(drawn: DrawnHome) -> None:
    """The card says how many there are; only those are asked for, and all others on request."""
    _hold_back(drawn, "soft")
    app = open_page("patterns", drawn.collection_id)
    assert not [button for button in app.button if button.key == "doubt"]
    app.session_state["focus"] = "word-soft"
    app.run()
    words = next(button.label for button in check(app).button if button.key == "doubt")
    count = int(words.removeprefix("Look at ").split(" ")[0])
    assert count >= 1
    page = open_page("check", drawn.collection_id)
    page.session_state["check-of"] = "word-soft"
    page.run()
    screen = read_screen(check(page))
    assert f"{count} doubtful word" in screen
    assert "rests on" in screen
    page.button(key="check-all").click().run()
    assert "those that patterns rest on first" in read_screen(check(page))


def test_a_pattern_on_sure_words_asks_for_none(drawn: DrawnHome) -> None:
    """Its page says so, and the way back is there."""
    page = open_page("check", drawn.collection_id)
    page.session_state["check-of"] = "word-leaves"
    page.run()
    assert "No doubtful word of this pattern is left." in read_screen(check(page))
