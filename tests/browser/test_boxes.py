"""Boxes in a real browser: drawn by mouse and by keys, moved on one page, removed and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pipeline.records.boxes import BoxKind
from pipeline.walk.desk import load_desk
from tests.browser.screen import settle
from tests.views.drawing import DrawnHome

pytestmark = pytest.mark.browser


def test_boxes_are_drawn_moved_and_taken_back(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """A name by mouse, a part to pass over by keys alone; one moves on one page only; U takes back the last."""
    page.goto(f"{serve(drawn.home.path)}/boxes?set={drawn.collection_id}")
    settle(page)
    picture = page.locator(".sheet .page")
    expect(picture).to_be_visible()
    room = picture.bounding_box()
    assert room is not None
    page.mouse.move(room["x"] + 0.1 * room["width"], room["y"] + 0.02 * room["height"])
    page.mouse.down()
    page.mouse.move(room["x"] + 0.9 * room["width"], room["y"] + 0.22 * room["height"], steps=4)
    page.mouse.up()
    expect(page.get_by_text("drew a name box")).to_be_visible()
    for key in ("i", "ArrowDown", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_text("drew an ignore box")).to_be_visible()
    name, passed_over = load_desk(drawn.home, drawn.collection_id).boxes.drawn
    assert (name.kind, passed_over.kind) == (BoxKind.NAME, BoxKind.IGNORE)
    assert (round(name.x0, 2), round(name.x1, 2), round(name.y1, 2)) == (0.1, 0.9, 0.22)
    assert (round(passed_over.y0, 2), round(passed_over.x1, 2)) == (0.31, 0.71)
    page.get_by_text("on this page only").click()
    settle(page)
    page.locator(".box.name").focus()
    for key in ("ArrowDown", "Enter"):
        page.keyboard.press(key)
    piece = load_desk(drawn.home, drawn.collection_id).pieces[0].code
    expect(page.get_by_text(f"moved a name box on {piece} page 1")).to_be_visible()
    settle(page)
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    expect(page.get_by_text("drew an ignore box")).to_be_visible()
    page.locator(".box.ignore").focus()
    page.keyboard.press("Delete")
    expect(page.get_by_text("removed an ignore box")).to_be_visible()
