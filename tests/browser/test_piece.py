"""A piece in a real browser: the scan zooms, both sides light up, a line is corrected where it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import list_decisions
from pipeline.views.deciding import correct_line
from pipeline.views.desk import OpenDesk
from pipeline.walk.desk import load_desk
from tests.browser.screen import settle
from tests.views.drawing import DrawnHome

pytestmark = pytest.mark.browser

FINDING_LIMIT_MS = 90_000
ODD = "<img src=x onerror=alert(1)> **bold** :red[x]"


def _open_piece(page: Page, base: str, drawn: DrawnHome) -> Locator:
    """Open the first piece and return its transcript's first line."""
    page.goto(f"{base}/piece?set={drawn.collection_id}")
    settle(page)
    line = page.locator(".line").first
    expect(line).to_be_visible()
    return line


def test_the_wheel_zooms_the_scan(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """Turning the wheel over the scan makes it larger, and "fit" brings it back."""
    _open_piece(page, serve(drawn.home.path), drawn)
    picture = page.locator(".picture")
    before = picture.bounding_box()
    assert before is not None
    picture.hover(position={"x": 300, "y": 300})
    page.mouse.wheel(0, -400)
    after = picture.bounding_box()
    assert after is not None
    assert after["width"] > 1.5 * before["width"]
    page.get_by_role("button", name="fit the width").click()
    assert picture.bounding_box() == before


def test_a_line_lights_up_on_both_sides(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """Pointing at a line of the text lights its place on the scan, and the other way round."""
    line = _open_piece(page, serve(drawn.home.path), drawn)
    line.hover()
    expect(page.locator(".spot").first).to_have_class("spot lit")
    page.locator(".spot").first.hover()
    expect(line).to_have_class("line lit")


def test_a_line_is_corrected_by_keyboard(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """Enter opens a line, Enter keeps what was typed: as a decision, as text, whatever signs it holds."""
    line = _open_piece(page, serve(drawn.home.path), drawn)
    line.focus()
    page.keyboard.press("Enter")
    page.locator(".edit").fill(ODD)
    page.keyboard.press("Enter")
    expect(page.locator(".line.checked").first).to_have_text(ODD)
    settle(page)
    assert page.locator("img[src=x]").count() == 0
    assert list_decisions(drawn.home, drawn.collection_id)[-1].kind is DecisionKind.CORRECT
    code = load_desk(drawn.home, drawn.collection_id).pieces[0].code
    assert load_desk(drawn.home, drawn.collection_id).transcripts[code].text.startswith(ODD)


def test_patterns_are_found_again_after_a_correction(
    page: Page, serve: Callable[[Path], str], drawn: DrawnHome
) -> None:
    """A correction makes the patterns older than the text; one press finds them again, in a process of its own."""
    desk = load_desk(drawn.home, drawn.collection_id)
    correct_line(OpenDesk(drawn.home, desk), desk.pieces[0].code, 0, 0, "The sun takes the water")
    _open_piece(page, serve(drawn.home.path), drawn)
    changed = page.get_by_text("What was read has changed").first
    expect(changed).to_be_visible()
    page.get_by_role("button", name="Find again").click()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Patterns to look at")).to_be_visible()
    expect(changed).to_be_hidden(timeout=FINDING_LIMIT_MS)
    settle(page)
    assert not load_desk(drawn.home, drawn.collection_id).is_stale
