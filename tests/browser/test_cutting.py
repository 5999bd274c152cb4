"""A class's stack in a real browser: one PDF from the copier is cut on the contact sheet, read, and cut anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pipeline.records.decisions import DecisionKind
from pipeline.store.collections import list_collections
from pipeline.store.decisions import list_decisions
from pipeline.store.home import Home, open_home
from pipeline.store.pieces import list_pieces
from tests.browser.screen import settle
from tests.intake.makers import make_pdf, write_line
from tests.views.drawing import ANSWERS

pytestmark = pytest.mark.browser

READING_LIMIT_MS = 60_000


def _print_stack(path: Path) -> Path:
    """Twelve pages of two lines each, printed, as one file: ten answers, and two that have a second page."""
    pages = [*ANSWERS[:3], "And that is all I know about it.", *ANSWERS[3:8], "My drawing shows it too.", *ANSWERS[8:]]
    lines = [page.split("\n") for page in pages]
    return make_pdf(
        path, ["".join(write_line(line, 20, 340 - 30 * at, 12) for at, line in enumerate(two)) for two in lines]
    )


def test_a_stack_from_the_copier_becomes_pieces_with_patterns(
    page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """One page each by the stepper, two cuts taken back by click and by key, and nothing is read before that."""
    home_path = tmp_path / "home"
    home_path.mkdir()
    (home_path / "patternwork.toml").write_text('[finding]\nembedder = "hashed"\nresamples = 20\n')
    page.goto(f"{serve(home_path)}/add")
    page.locator("input[type=file]").set_input_files([_print_stack(tmp_path / "copier.pdf")])
    page.get_by_role("button", name="See the pieces").first.click()
    page.get_by_role("button", name="Cut it into pieces").click()
    expect(page.locator(".leaf")).to_have_count(12, timeout=READING_LIMIT_MS)
    while "Every 1 page" not in page.locator(".each").inner_text():
        page.locator(".fewer").click()
    expect(page.locator(".told")).to_contain_text("12 pages → 12 pieces, 1 page each.")
    page.locator('.mark[data-place="3"]').click()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("c")
    expect(page.locator(".told")).to_contain_text("12 pages → 10 pieces, 1 to 2 pages each.")
    settle(page)
    page.get_by_role("button", name="These are the pieces").click()
    expect(page.get_by_text("1 file → 10 pieces")).to_be_visible()
    page.get_by_role("button", name="Start reading").click()
    expect(page.get_by_text("Patterns to look at")).to_be_visible(timeout=READING_LIMIT_MS)
    expect(page.locator(".pw-evidence").first).to_be_visible()
    home = open_home(home_path)
    assert _count_pages(home) == [1] * 8 + [2] * 2
    _cut_anew(page, home)


def _count_pages(home: Home) -> list[int]:
    return sorted(piece.page_count for piece in list_pieces(home, list_collections(home)[0].id))


def _cut_anew(page: Page, home: Home) -> None:
    """From the desk: the same cut again is told and keys go on; one joint parted is a new cut; undo brings the old."""
    settle(page)
    page.get_by_role("button", name="Cut it anew").click()
    expect(page.locator(".told")).to_contain_text("12 pages → 10 pieces", timeout=READING_LIMIT_MS)
    settle(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("cut that way already")).to_be_visible()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("c")
    expect(page.locator(".told")).to_contain_text("12 pages → 11 pieces, 1 to 2 pages each.")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-undo-line")).to_contain_text("cut the stack anew, 2 new for 1 old")
    expect(page.get_by_text("11 handed in · 11 read")).to_be_visible(timeout=READING_LIMIT_MS)
    assert _count_pages(home) == [1] * 10 + [2]
    expect(page.get_by_text("Getting ready")).to_have_count(0, timeout=READING_LIMIT_MS)
    page.locator(".st-key-undo button:not([disabled])").click()
    expect(page.get_by_text("10 handed in · 10 read")).to_be_visible(timeout=READING_LIMIT_MS)
    assert _count_pages(home) == [1] * 8 + [2] * 2
    kinds = [decision.kind for decision in list_decisions(home, list_collections(home)[0].id)]
    assert kinds == [DecisionKind.CUT_ANEW, DecisionKind.UNDO]
