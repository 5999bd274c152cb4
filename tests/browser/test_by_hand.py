"""The desk without reading in a real browser: drawings are sorted, circled and printed, and no word is read."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from pipeline.records.decisions import DecisionKind
from pipeline.records.patterns import CandidateKind, Ring
from pipeline.store.collections import list_collections
from pipeline.store.home import Home, open_home
from pipeline.store.pieces import list_stems
from pipeline.walk.desk import Desk, list_unsorted, load_desk
from tests.browser.screen import settle
from tests.rendering.drawings import LONG_RAYS, draw_plant, save_drawings

pytestmark = pytest.mark.browser

READ_THROUGH = 30
IN_GALLERY = 4
COUNT = IN_GALLERY + READ_THROUGH
NAMES = ("long rays", "short rays or none")
OPENING_LIMIT_MS = 60_000
READING_LIMIT_MS = 60_000


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
    """Begin both patterns with the first drawing of each, then one number a drawing until those to read are left."""
    for number, name in enumerate(NAMES, start=1):
        while keys[_now(page)] != str(number):
            keyboard.press("ArrowRight")
        keyboard.press("b")
        keyboard.name(name)
        keyboard.press("Enter")
        expect(page.locator(".tag")).to_have_count(number)
        settle(page)
    for _ in range(IN_GALLERY - len(NAMES)):
        keyboard.press(keys[_now(page)])


def _read_through(page: Page, keyboard: Keyboard, keys: dict[str, str], home: Home) -> None:
    """One key or click for a drawing's pattern, one key for the next, none waited for: each comes through, in order."""
    order = _list_to_read(_find_desk(home), _now(page))
    keyboard.press("Enter")
    expect(page.locator(".picture")).to_be_visible()
    pressed = keyboard.pressed
    for code in order:
        if code == order[0]:
            page.locator(f".st-key-tag-{keys[code]} button").first.click()
        else:
            keyboard.press(keys[code])
        if code != order[-1]:
            keyboard.press("Enter")
    assert keyboard.pressed - pressed <= 2 * READ_THROUGH
    expect(page.get_by_text("all sorted").last).to_be_visible(timeout=READING_LIMIT_MS)
    desk = _find_desk(home)
    assert list_unsorted(desk) == ()
    names = {pattern.id: pattern.name for pattern in desk.patterns}
    kept = [(one.kind, one.value, names[one.pattern]) for one in desk.decisions[-READ_THROUGH:]]
    assert kept == [(DecisionKind.PUT_IN, code, NAMES[int(keys[code]) - 1]) for code in order]


def _list_to_read(desk: Desk, first: str) -> list[str]:
    """Return the drawings not sorted yet in the order in which the read-through comes to them."""
    codes, unsorted = [piece.code for piece in desk.pieces], list_unsorted(desk)
    place = codes.index(first)
    return [code for code in codes[place:] + codes[:place] if code in unsorted]


def _circle(page: Page, picture: Locator) -> None:
    """Go round the sun, back to where it began, as a pen would."""
    expect(page.locator(".ring.now")).to_be_visible()
    box = picture.bounding_box()
    assert box is not None
    for step in range(13):
        angle = 2 * pi * step / 12
        x, y = (middle + reach * turn(angle) for middle, reach, turn in ((0.26, 0.24, sin), (0.21, 0.19, cos)))
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
        if not step:
            page.mouse.down()
    page.mouse.up()


def _begin_at_once(page: Page) -> None:
    """What is typed behind B goes into the box it opens, and the toolkit's own keys do nothing."""
    settle(page)
    for key in ("r", "c", "b", *"carrots"):
        page.keyboard.press(key)
    expect(page.locator(".st-key-begin-box input")).to_have_value("carrots")
    expect(page.get_by_role("dialog")).to_have_count(0)


def _list_rings(desk: Desk) -> list[Ring]:
    members = [member for pattern in desk.patterns for member in pattern.members]
    return [place.ring for member in members for place in member.evidence if place.ring]


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
    """One key a drawing in the gallery, two in the read-through, a circle, and no word typed but two names."""
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
    (ring,) = _list_rings(_find_desk(home))
    assert [round(side, 2) for side in (ring.x0, ring.y0, ring.x1, ring.y1)] == [0.02, 0.02, 0.5, 0.4]
    _begin_at_once(page)
    printed = _print(page)
    patterns = _find_desk(home).patterns
    assert [pattern.kind for pattern in patterns] == [CandidateKind.OWN] * 2
    rightly = {keys[member.piece] for member in patterns[0].members}
    assert (rightly, sum(len(pattern.members) for pattern in patterns)) == ({"1"}, COUNT)
    assert all(phrase in printed for phrase in (*NAMES, "circled", f"{COUNT} handed in", "mini-lesson"))
    assert "as the computer read it" not in printed
    assert keyboard.pressed <= IN_GALLERY + 2 * len(NAMES) + 2 * READ_THROUGH + 8
