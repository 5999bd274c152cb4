"""More like this in a real browser: by keyboard alone, from a card to a pattern with one more piece, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import list_decisions
from tests.browser.screen import settle
from tests.views.drawing import DrawnHome

pytestmark = pytest.mark.browser
FIRST_LOOK_MS = 30_000
"""The first search of a server loads what compares texts."""


def test_a_card_leads_to_more_and_back(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """M, X for one that does not belong, Enter for one that does, U takes it back, Escape returns to the card."""
    page.goto(f"{serve(drawn.home.path)}/patterns?set={drawn.collection_id}")
    settle(page)
    name = page.locator("h2").first.inner_text()
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="More like this")).to_be_visible(timeout=FIRST_LOOK_MS)
    settle(page)
    expect(page.locator(".st-key-belongs")).to_be_visible()
    page.keyboard.press("x")
    expect(page.locator(".st-key-undo-line")).to_contain_text("does not belong")
    settle(page)
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-undo-line")).to_contain_text("put ")
    settle(page)
    assert [one.kind for one in list_decisions(drawn.home, drawn.collection_id)] == [DecisionKind.PUT_IN]
    page.keyboard.press("u")
    expect(page.locator(".st-key-undo-line")).to_contain_text("does not belong")
    settle(page)
    assert [one.kind for one in list_decisions(drawn.home, drawn.collection_id)][-1] is DecisionKind.UNDO
    page.keyboard.press("Escape")
    expect(page.locator("h2").first).to_have_text(name)
