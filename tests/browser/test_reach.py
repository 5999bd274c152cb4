"""What decides is in reach: on a phone at once and without a word of keys, and beside what a panel shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pipeline.walk.desk import load_desk
from tests.browser.screen import settle
from tests.views.drawing import DrawnHome

pytestmark = pytest.mark.browser

PAGES = ("patterns", "piece", "unsorted", "check", "boxes", "alike")
FIND_KEYS = """() => {
  const roots = [document, ...[...document.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean)];
  const keys = roots.flatMap((root) => [...root.querySelectorAll('kbd, button code, .by-key, .pw-by-key')]);
  return keys.filter((one) => one.checkVisibility()).map((one) => one.textContent);
}"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Give a page of a small phone: 400 by 700, touched."""
    context = browser.new_context(viewport={"width": 400, "height": 700}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def _open(page: Page, base: str, name: str, drawn: DrawnHome) -> None:
    page.goto(f"{base}/{name}?set={drawn.collection_id}")
    settle(page)


def _bring_up_largest(page: Page, drawn: DrawnHome) -> None:
    """Bring the pattern with most pieces up: it falls into two."""
    whole = max(load_desk(drawn.home, drawn.collection_id).patterns, key=lambda one: len(one.members))
    page.locator(".st-key-more button").click()
    page.locator(f".st-key-look-{whole.id} button").click()
    expect(page.locator("h2").first).to_have_text(whole.name)
    settle(page)


def _expect_in_sight(page: Page, *names: str) -> None:
    for name in names:
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)


def test_a_phone_decides_without_scrolling(phone: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """Confirm is in sight with the pattern's heading, and so is whatever a press on the way asks next."""
    _open(phone, serve(drawn.home.path), "patterns", drawn)
    _bring_up_largest(phone, drawn)
    _expect_in_sight(phone, "Confirm", "Rename", "Not a pattern")
    expect(phone.locator("h2").first).to_be_in_viewport(ratio=1)
    phone.get_by_role("button", name="Not a pattern").tap()
    _expect_in_sight(phone, "It doesn't help me", "Leave it")
    phone.get_by_role("button", name="Leave it").tap()
    settle(phone)
    phone.get_by_role("button", name="Split it").tap()
    settle(phone)
    _expect_in_sight(phone, "Leave it", "Split it so")
    name = phone.locator("h2").first.inner_text()
    phone.get_by_role("button", name="Confirm").tap()
    expect(phone.locator("h2").first).not_to_have_text(name)


def test_no_key_is_named_where_there_is_no_keyboard(
    phone: Page, page: Page, serve: Callable[[Path], str], drawn: DrawnHome
) -> None:
    """On no page of a phone, though all of them name some where there is one."""
    base = serve(drawn.home.path)
    for name in PAGES:
        _open(phone, base, name, drawn)
        assert phone.evaluate(FIND_KEYS) == [], name
        _open(page, base, name, drawn)
        assert page.evaluate(FIND_KEYS) != [], name


@pytest.mark.parametrize("height", [720, 800])
def test_a_panel_leaves_the_heading_in_sight(
    page: Page, serve: Callable[[Path], str], drawn: DrawnHome, height: int
) -> None:
    """Split and merge show pieces of both sides, and what they are to be compared with is still there."""
    page.set_viewport_size({"width": 1280, "height": height})
    _open(page, serve(drawn.home.path), "patterns", drawn)
    _bring_up_largest(page, drawn)
    page.keyboard.press("s")
    _expect_in_sight(page, "Split it so", "Leave it", "Confirm")
    expect(page.locator("h2").first).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-panel")).to_have_count(0)
    page.keyboard.press("g")
    page.get_by_label("Which pattern is the same").click()
    page.get_by_role("option").first.click()
    _expect_in_sight(page, "Make them one", "Leave it")
    expect(page.locator(".st-key-panel-shown img").first).to_be_in_viewport()
    expect(page.locator("h2").first).to_be_in_viewport(ratio=1)


def test_what_went_wrong_is_in_sight_and_leaves_the_form_open(
    phone: Page, serve: Callable[[Path], str], drawn: DrawnHome
) -> None:
    """Said while the button at the form's end was pressed; the tab that was open still is, with what stands in it."""
    _open(phone, serve(drawn.home.path), "add", drawn)
    phone.get_by_role("tab", name="A folder or zip").tap()
    phone.get_by_label("Its path").fill("/nowhere")
    phone.get_by_label("Its path").press("Enter")
    settle(phone)
    phone.get_by_role("button", name="See the pieces").last.tap()
    expect(phone.get_by_text("There is no such folder")).to_be_in_viewport(ratio=1)
    settle(phone)
    expect(phone.get_by_label("Its path")).to_be_visible()
    expect(phone.get_by_label("Its path")).to_have_value("/nowhere")
