"""A class in a real browser: its list is pasted, pieces are matched by key, names come by N, and none leaves."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pipeline.records.decisions import DecisionKind, Grouping, NextStep
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.matches import load_matches
from pipeline.walk.desk import load_desk
from tests.browser.screen import settle
from tests.views.drawing import DrawnHome

pytestmark = pytest.mark.browser

LIST = "Student,Section\n" + "\n".join(f'"Child, {letter.upper()}sterix",P1' for letter in "abcdefghi")
CODE = re.compile(r"[B-Z][AEU][0-9]")


def _choose_step(drawn: DrawnHome) -> None:
    pattern = load_desk(drawn.home, drawn.collection_id).patterns[0]
    step = NextStep((pattern.id,), Grouping.PAIR, "peer critique", "", "", "", "")
    append_decision(drawn.home, drawn.collection_id, NewDecision(DecisionKind.CONFIRM, pattern.id))
    value = json.dumps(asdict(step))
    append_decision(drawn.home, drawn.collection_id, NewDecision(DecisionKind.CHOOSE_STEP, value=value))


def _press(page: Page, key: str) -> None:
    page.locator("h1").first.click()
    page.keyboard.press(key)
    settle(page)


def test_from_a_pasted_list_to_groups_with_names(page: Page, serve: Callable[[Path], str], drawn: DrawnHome) -> None:
    """The files are called a-child to j-child, half a name each: every match is asked for, and answered by Enter."""
    _choose_step(drawn)
    base = serve(drawn.home.path)
    page.goto(f"{base}/roster?set={drawn.collection_id}")
    settle(page)
    page.get_by_label("What do you call this class?").fill("Science")
    page.get_by_label("Paste the list").fill(LIST)
    page.get_by_role("button", name="See the students").click()
    settle(page)
    page.get_by_role("button", name="Keep these 9 students").click()
    expect(page.get_by_text("0 of 9 on the list handed in")).to_be_visible()
    settle(page)
    assert "sterix" not in page.locator("body").inner_text()

    _press(page, "n")
    expect(page.get_by_role("button", name="Names on N")).to_be_visible()
    _press(page, "ArrowDown")
    _press(page, "Enter")
    expect(page.get_by_text("1 of 9 on the list handed in")).to_be_visible()
    _press(page, "u")
    expect(page.get_by_text("0 of 9 on the list handed in")).to_be_visible()
    for done in range(1, 4):
        _press(page, "Enter")
        expect(page.get_by_text(f"{done} of 9 on the list handed in")).to_be_visible()
    assert len(load_matches(drawn.home, drawn.collection_id).current) == 3

    page.get_by_role("link", name="Next step").click()
    expect(page.locator(".pw-print")).to_contain_text("sterix Child")
    expect(page.get_by_role("button", name="Print it")).to_be_visible()
    page.get_by_role("link", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download CSV").click()
    table = Path(download.value.path()).read_text("utf-8-sig")
    assert "sterix" not in table
    assert CODE.search(table)
