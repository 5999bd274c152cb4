"""How it looks and to whom it speaks: readable in light and dark, whole on a phone, and silent on the network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.screen import settle
from tests.views.drawing import DrawnHome

pytestmark = pytest.mark.browser

PAGES = (
    *("sets", "roster", "boxes", "check", "patterns", "piece", "unsorted", "alike", "model"),
    *("step", "sections", "export", "add"),
)
FIND_WEAK_TEXT = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8").partition("\n")[2]
IS_TOO_WIDE = "() => document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"


def _address(base: str, page: str, drawn: DrawnHome) -> str:
    return f"{base}/{'' if page == 'sets' else page}?set={drawn.collection_id}"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_text_stands_out(browser: Browser, serve: Callable[[Path], str], drawn: DrawnHome, mode: str) -> None:
    """On every page, in light and in dark, text has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    base = serve(drawn.home.path)
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=mode)  # type: ignore[arg-type]
    page = context.new_page()
    for name in PAGES:
        page.goto(_address(base, name, drawn))
        settle(page)
        assert page.evaluate(FIND_WEAK_TEXT) == [], name
    page.evaluate(
        "() => { const p = document.createElement('p'); p.textContent = 'weak'; p.style.color = '#888a';"
        " document.querySelector('.stApp').append(p); }"
    )
    assert page.evaluate(FIND_WEAK_TEXT), "the check itself finds weak text"
    context.close()


def test_a_phone_shows_one_column(browser: Browser, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """At 400 px nothing is wider than the screen; the pattern in focus comes before the rail, and in sight."""
    base = serve(drawn.home.path)
    context = browser.new_context(viewport={"width": 400, "height": 800})
    page = context.new_page()
    for name in PAGES:
        page.goto(_address(base, name, drawn))
        settle(page)
        assert not page.evaluate(IS_TOO_WIDE), name
    page.goto(_address(base, "patterns", drawn))
    settle(page)
    card = page.locator("h2").first.bounding_box()
    rail = page.get_by_text("Patterns to look at").bounding_box()
    assert card is not None
    assert rail is not None
    assert card["y"] < rail["y"]
    _decide_at_the_end(page)
    context.close()


def _decide_at_the_end(page: Page) -> None:
    """Whoever has scrolled to the end and confirms sees the next card from its top."""
    name = page.locator("h2").first
    before = name.inner_text()
    page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTo(0, 1e6)")
    expect(name).not_to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(name).not_to_have_text(before)
    expect(name).to_be_in_viewport()


def test_nothing_is_asked_of_the_network(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """The browser asks this machine's server alone; no font, icon or statistic comes from or goes elsewhere."""
    base, asked = serve(drawn.home.path), []

    def note(request: Request) -> None:
        if not request.url.startswith((base, base.replace("http", "ws"), "data:", "blob:")):
            asked.append(request.url)

    page.on("request", note)
    for name in PAGES:
        page.goto(_address(base, name, drawn))
        settle(page)
    assert asked == []


def test_no_chrome_of_the_toolkit_is_seen(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """There is no menu, no deploy button and no footer on the desk."""
    page.goto(_address(serve(drawn.home.path), "patterns", drawn))
    settle(page)
    for part in ("stHeader", "stToolbar", "stAppDeployButton", "stMainMenu"):
        assert not page.get_by_test_id(part).is_visible(), part
