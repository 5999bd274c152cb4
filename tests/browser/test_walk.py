"""The whole walk in a real browser: from an empty home to a chosen next step and an exported file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pipeline.records.decisions import DecisionKind
from pipeline.store.collections import list_collections
from pipeline.store.decisions import list_decisions
from pipeline.store.home import open_home
from pipeline.walk.desk import load_desk
from tests.browser.screen import settle

pytestmark = pytest.mark.browser

READING_LIMIT_MS = 180_000
TASK = "Explain to Anna why the water on the floor had all evaporated but most of the water in the cup had not."


def _upload(page: Page, files: list[Path]) -> None:
    page.get_by_role("button", name="Add work").click()
    page.get_by_label("Its name").fill("Spilled water")
    page.get_by_role("textbox", name="What were the students asked to do?").fill(TASK)
    page.locator("input[type=file]").set_input_files(files)
    page.get_by_role("button", name="See the pieces").first.click()
    expect(page.get_by_text(f"{len(files)} files → {len(files)} pieces")).to_be_visible()
    page.get_by_role("button", name="Start reading").click()


def _decide(page: Page) -> None:
    """Describe first and name it; confirm, undo and mark it by key; then describe and confirm in one go."""
    notice = page.get_by_label("I notice")
    notice.fill("they say where the water went")
    notice.press("Enter")
    settle(page)
    page.locator("h2").first.click()
    page.keyboard.press("r")
    expect(page.get_by_label("Your name for it")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Your name for it")).to_have_count(0)
    page.keyboard.press("r")
    page.get_by_label("Your name for it").fill("My own name")
    page.get_by_role("button", name="Keep this name").click()
    expect(page.locator("h2").first).to_have_text("My own name")
    settle(page)
    page.locator("h2").first.click()
    page.keyboard.press("Enter")
    settle(page)
    expect(page.locator(".st-key-undo-line")).to_contain_text("confirmed “My own name”")
    page.keyboard.press("u")
    settle(page)
    page.keyboard.press("1")
    settle(page)
    page.get_by_label("I notice").fill("written and confirmed in one go")
    page.get_by_role("button", name="Confirm").click()
    settle(page)


def _choose_step(page: Page) -> None:
    page.get_by_role("link", name="Next step").click()
    settle(page)
    page.get_by_role("checkbox").first.check(force=True)
    page.get_by_role("radio", name="small or strategy group").or_(
        page.get_by_role("button", name="small or strategy group")
    ).click()
    page.get_by_role("radio", name="mini-lesson").or_(page.get_by_role("button", name="mini-lesson")).click()
    page.get_by_label("Who does it?").fill("Ms. Green")
    page.get_by_role("button", name="Choose this step").click()
    expect(page.get_by_role("button", name="Export it")).to_be_visible()


def test_from_an_empty_home_to_a_next_step_and_a_file(
    page: Page, serve: Callable[[Path], str], tmp_path: Path, answer_files: list[Path]
) -> None:
    """A teacher uploads ten scans, sees them read, decides by key, chooses a step and takes a page for Monday away."""
    home_path = tmp_path / "home"
    page.goto(serve(home_path))
    expect(page.get_by_text("No papers yet.")).to_be_visible()
    _upload(page, answer_files[:10])
    expect(page.get_by_text("Patterns to look at")).to_be_visible(timeout=READING_LIMIT_MS)
    expect(page.locator(".pw-evidence img").first).to_be_visible()
    settle(page)
    _decide(page)
    _choose_step(page)

    home = open_home(home_path)
    collection = list_collections(home)[0]
    kinds = [decision.kind for decision in list_decisions(home, collection.id)]
    assert kinds == [
        DecisionKind.NOTICE,
        DecisionKind.RENAME,
        DecisionKind.CONFIRM,
        DecisionKind.UNDO,
        DecisionKind.MARK,
        DecisionKind.NOTICE,
        DecisionKind.CONFIRM,
        DecisionKind.CHOOSE_STEP,
    ]
    step = load_desk(home, collection.id).next_step
    assert step is not None
    assert (step.move, step.owner) == ("mini-lesson", "Ms. Green")

    page.get_by_role("link", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download PDF").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    assert re.fullmatch(r"patternwork-[0-9a-f]+\.pdf", download.value.suggested_filename)
