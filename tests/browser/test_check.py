"""Words to check in a real browser: one large after the other, by keyboard alone, and the test of the reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pipeline.decide import collect_corrections, list_reading_tests
from pipeline.records.decisions import ReadingTest
from pipeline.store.decisions import list_decisions
from tests.browser.screen import settle
from tests.views.drawing import DrawnHome

pytestmark = pytest.mark.browser


def _open(page: Page, base: str, drawn: DrawnHome) -> None:
    page.goto(f"{base}/check?set={drawn.collection_id}")
    settle(page)
    expect(page.locator(".says")).to_be_focused()


def test_a_doubtful_word_is_typed_anew(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """The word stands in the box, selected, under its picture: typing and Enter are all it takes; then none is left."""
    _open(page, serve(drawn.home.path), drawn)
    expect(page.locator(".says")).to_have_value("soft")
    expect(page.locator(".check .picture")).to_have_attribute("src", re.compile("^data:image/webp"))
    page.keyboard.type("weak")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No doubtful word is left.")).to_be_visible()
    (corrections,) = collect_corrections(list_decisions(drawn.home, drawn.collection_id)).values()
    assert [correction.text for correction in corrections] == ["weak"]


def test_twenty_words_tell_how_well_a_class_is_read(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """Enter for a word that is right, Shift+Enter for one that can't be told, typing for a wrong one: 18 of 20."""
    _open(page, serve(drawn.home.path), drawn)
    page.get_by_role("button", name="Test it on my class").click()
    expect(page.get_by_role("heading", name="1 of 20")).to_be_visible()
    settle(page)
    for number in range(21):
        page.locator(".check:not(.empty)").wait_for()
        expect(page.locator(".says")).to_be_focused()
        before = page.locator(".check").get_attribute("data-shown")
        if number in {3, 9}:
            page.keyboard.type("wrong")
        page.keyboard.press("Shift+Enter" if number == 5 else "Enter")
        if number < 20:
            expect(page.locator(".check")).not_to_have_attribute("data-shown", str(before))
    expect(page.get_by_text("18 of 20 words were read right")).to_be_visible()
    assert list_reading_tests(list_decisions(drawn.home, drawn.collection_id)) == (ReadingTest(18, 20),)


def test_the_piece_is_one_press_away(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """The code under a word opens the piece it stands in."""
    _open(page, serve(drawn.home.path), drawn)
    code = page.locator(".open").inner_text().split()[0]
    page.locator(".open").click()
    expect(page.get_by_role("heading", name=code)).to_be_visible()
