"""A piece in a real browser: the scan zooms, both sides light up, a line is corrected where it stands."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from pipeline.decide import collect_corrections
from pipeline.records.decisions import DecisionKind
from pipeline.records.reading import Correction, WordRole
from pipeline.store.decisions import list_decisions
from pipeline.views.components.scan import Said
from pipeline.views.deciding import correct_reading
from pipeline.views.desk import OpenDesk
from pipeline.walk.desk import load_desk
from tests.browser.screen import settle
from tests.views.drawing import DrawnHome

pytestmark = pytest.mark.browser

FINDING_LIMIT_S = 90
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
    page.locator(".says").fill(ODD)
    page.keyboard.press("Enter")
    expect(page.locator(".line.checked").first).to_have_text(ODD)
    settle(page)
    assert page.locator("img[src=x]").count() == 0
    assert list_decisions(drawn.home, drawn.collection_id)[-1].kind is DecisionKind.CORRECT
    code = load_desk(drawn.home, drawn.collection_id).pieces[0].code
    assert load_desk(drawn.home, drawn.collection_id).transcripts[code].text.startswith(ODD)


def test_a_word_is_corrected_where_it_is_pressed(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """On the scan or in the text: the word is shown large and outlined on the scan; what is typed takes its place."""
    _open_piece(page, serve(drawn.home.path), drawn)
    word = page.locator(".line").first.locator("[data-slot='1']")
    before = word.inner_text()
    word.click()
    expect(page.locator(".says")).to_have_value(before)
    expect(page.locator(".crop canvas")).to_be_visible()
    hand = page.locator(".hand").bounding_box()
    page.keyboard.press("Escape")
    expect(page.locator(".wordbox")).to_be_hidden()
    assert hand is not None
    page.mouse.click(hand["x"] + hand["width"] / 2, hand["y"] + hand["height"] / 2)
    expect(page.locator(".says")).to_have_value(before)
    page.locator(".says").fill("watter")
    page.keyboard.press("Enter")
    expect(page.locator(".line").first.locator("[data-slot='1']")).to_have_text("watter")
    settle(page)
    (correction,) = _list_corrections(drawn)
    assert (correction.text, correction.slot, correction.box is None) == ("watter", 1, False)


def test_doubtful_words_come_one_after_the_other(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """D takes the doubtful word in hand; Enter says that it is right, and with none left the box closes."""
    desk = load_desk(drawn.home, drawn.collection_id)
    codes = [code for code, t in desk.transcripts.items() if any(word.confidence < 0.8 for word in t.words)]
    _open_piece(page, serve(drawn.home.path), drawn)
    while page.locator("h1").inner_text() != codes[0]:
        page.keyboard.press("ArrowRight")
        settle(page)
    page.keyboard.press("d")
    expect(page.locator(".says")).to_have_value("soft")
    page.keyboard.press("Enter")
    expect(page.locator(".wordbox")).to_be_hidden()
    settle(page)
    expect(page.locator(".doubtful")).to_have_count(0)
    (correction,) = _list_corrections(drawn)
    assert correction.text is None


def test_whose_a_word_is_can_be_said(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """A word that is a teacher's leaves the student's text and stays in its line, told apart; and back."""
    _open_piece(page, serve(drawn.home.path), drawn)
    code = load_desk(drawn.home, drawn.collection_id).pieces[0].code
    before = load_desk(drawn.home, drawn.collection_id).transcripts[code].text
    for role, is_aside in (("teacher", True), ("student", False)):
        page.locator(".line").first.locator("[data-slot='0']").click()
        page.locator(".whose").select_option(role)
        page.locator(".keep").click()
        expect(page.locator(".aside.teacher")).to_have_count(int(is_aside))
        settle(page)
        text = load_desk(drawn.home, drawn.collection_id).transcripts[code].text
        assert text == (before.split(" ", 1)[1] if is_aside else before)


def test_patterns_are_found_again_after_a_correction(
    page: Page, serve: Callable[[Path], str], drawn: DrawnHome
) -> None:
    """A correction makes the patterns older than the text; the desk finds them again, in a process of its own."""
    desk = load_desk(drawn.home, drawn.collection_id)
    line = Said(0, 0, None, "The sun takes the water", WordRole.STUDENT)
    correct_reading(OpenDesk(drawn.home, desk), desk.pieces[0].code, line)
    base = serve(drawn.home.path)
    page.goto(f"{base}/patterns?set={drawn.collection_id}")
    expect(page.get_by_text("Patterns to look at")).to_be_visible()
    end = time.monotonic() + FINDING_LIMIT_S
    while load_desk(drawn.home, drawn.collection_id).is_stale:
        assert time.monotonic() < end
        page.wait_for_timeout(500)
    settle(page)
    expect(page.get_by_text("What was read has changed")).to_have_count(0)


def _list_corrections(drawn: DrawnHome) -> tuple[Correction, ...]:
    decisions = list_decisions(drawn.home, drawn.collection_id)
    return tuple(one for mine in collect_corrections(decisions).values() for one in mine)
