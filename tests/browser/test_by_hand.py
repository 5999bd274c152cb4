"""The desk without reading in a real browser: drawings are sorted, circled and printed, and no word is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from pipeline.records.patterns import CandidateKind
from pipeline.store.collections import list_collections
from pipeline.store.home import Home, open_home
from pipeline.store.pieces import list_stems
from pipeline.walk.desk import Desk, list_unsorted, load_desk
from tests.browser.screen import settle
from tests.rendering.drawings import LONG_RAYS, draw_plant, save_drawings

pytestmark = pytest.mark.browser

COUNT = 22
READ_THROUGH = 3
NAMES = ("long rays", "short rays or none")
OPENING_LIMIT_MS = 60_000


class Keyboard:
    """The page's keyboard, counting what is pressed apart from what is typed as a name."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, key: str) -> None:
        """Press one key."""
        self.page.keyboard.press(key)
        self.pressed += 1

    def name(self, words: str) -> None:
        """Type a pattern's name."""
        self.page.keyboard.type(words)


def _add(page: Page, files: list[Path]) -> None:
    page.get_by_role("button", name="Add work").click()
    page.get_by_text("I'll read them myself").click()
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="See the pieces").first.click()
    page.get_by_role("button", name="Add them").click()
    expect(page.locator(".sheet img")).to_have_count(COUNT, timeout=OPENING_LIMIT_MS)
    settle(page)


def _find_desk(home: Home) -> Desk:
    return load_desk(home, list_collections(home)[0].id)


def _choose_keys(home: Home, files: list[Path]) -> dict[str, str]:
    """Return the number of the pattern that each drawing belongs to, as an eye would see it, by its code."""
    numbers = {path.stem: number for number, path in enumerate(files)}
    stems = list_stems(home, list_collections(home)[0].id)
    return {code: "1" if draw_plant(numbers[stem]).rays == LONG_RAYS else "2" for code, stem in stems.items()}


def _now(page: Page) -> str:
    return page.locator(".sheet.now").get_attribute("data-code") or ""


def _sort_in_gallery(page: Page, keyboard: Keyboard, keys: dict[str, str]) -> None:
    """Begin both patterns with the first drawing of each, then one number a drawing until a few are left."""
    for number, name in enumerate(NAMES, start=1):
        while keys[_now(page)] != str(number):
            keyboard.press("ArrowRight")
        keyboard.press("b")
        keyboard.name(name)
        keyboard.press("Enter")
        expect(page.locator(".tag")).to_have_count(number)
        settle(page)
    for _ in range(COUNT - len(NAMES) - READ_THROUGH):
        keyboard.press(keys[_now(page)])


def _read_through(page: Page, keyboard: Keyboard, keys: dict[str, str], home: Home) -> None:
    """One key for a drawing's pattern and one for the next, until none is left."""
    keyboard.press("Enter")
    expect(page.locator(".picture")).to_be_visible()
    page.locator("span[hidden]").last.wait_for(state="attached")  # the keyboard of the page: it is drawn last
    for left in range(READ_THROUGH, 0, -1):
        expect(page.get_by_text(f"{left} not sorted yet").last).to_be_visible()
        settle(page)
        key = keys[page.locator("h1").inner_text()]
        keyboard.press(key)
        expect(page.locator(f".st-key-tag-{key} button[kind=primary]").first).to_be_visible()
        if left > 1:
            keyboard.press("Enter")
    expect(page.get_by_text("all sorted").last).to_be_visible()
    assert list_unsorted(_find_desk(home)) == ()


def _circle(page: Page, picture: Locator) -> None:
    box = picture.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 0.02 * box["width"], box["y"] + 0.02 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.5 * box["width"], box["y"] + 0.4 * box["height"], steps=3)
    page.mouse.up()


def _print(page: Page) -> str:
    """Choose the next step by pressing, take the page for Monday away, and return its words."""
    page.get_by_role("link", name="Next step").click()
    settle(page)
    page.get_by_role("checkbox").first.check(force=True)
    for choice in ("small or strategy group", "mini-lesson"):
        page.get_by_role("radio", name=choice).or_(page.get_by_role("button", name=choice)).click()
    page.get_by_role("button", name="Choose this step").click()
    page.get_by_role("button", name="Export it").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download PDF").click()
    document = pypdfium2.PdfDocument(download.value.path())
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_range().split())


def test_drawings_are_sorted_circled_and_printed(page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """Twenty-two drawings: one key a drawing, a circle, and no word typed but the names of two patterns."""
    files = save_drawings(tmp_path / "drawings", COUNT)
    page.goto(serve(tmp_path / "home"))
    home, keyboard = open_home(tmp_path / "home"), Keyboard(page)
    _add(page, files)
    keys = _choose_keys(home, files)
    _sort_in_gallery(page, keyboard, keys)
    settle(page)
    _read_through(page, keyboard, keys, home)
    keyboard.press("e")
    _circle(page, page.locator(".picture"))
    keyboard.press("Enter")
    expect(page.locator(".ring:not(.now)")).to_have_count(1)
    printed = _print(page)
    patterns = _find_desk(home).patterns
    assert [pattern.kind for pattern in patterns] == [CandidateKind.OWN] * 2
    rightly = {keys[member.piece] for member in patterns[0].members}
    assert (rightly, sum(len(pattern.members) for pattern in patterns)) == ({"1"}, COUNT)
    assert all(phrase in printed for phrase in (*NAMES, "circled", "22 handed in", "mini-lesson"))
    assert "as the computer read it" not in printed
    assert keyboard.pressed <= COUNT + 2 * len(NAMES) + READ_THROUGH + 8
