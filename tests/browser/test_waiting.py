"""Whoever waits at the list of class sets sees them appear, and is brought to the first patterns by itself."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.views.drawing import ANSWERS, TASK

pytestmark = pytest.mark.browser

READING_LIMIT_MS = 120_000


def test_the_first_set_opens_when_it_is_read(page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """A set that another process adds appears on the empty page, and its patterns open when they are found."""
    home, folder = tmp_path / "home", tmp_path / "answers"
    home.mkdir()
    folder.mkdir()
    (home / "patternwork.toml").write_text('[finding]\nembedder = "hashed"\nresamples = 20\n')
    for number, answer in enumerate(ANSWERS):
        (folder / f"{chr(97 + number)}-child.txt").write_text(answer, encoding="utf-8")
    page.goto(serve(home))
    expect(page.get_by_text("No papers yet.")).to_be_visible()
    command = [sys.executable, "-m", "pipeline.cli", "add", str(folder), "--class-set", "Wilting", "--task", TASK]
    adding = subprocess.Popen([*command, "--home", str(home)], stdout=subprocess.DEVNULL)
    expect(page.get_by_text("Patterns to look at")).to_be_visible(timeout=READING_LIMIT_MS)
    expect(page).to_have_url(re.compile(r"/patterns\?set=[0-9a-f]+"))
    expect(page.locator(".pw-quote").first).to_be_visible()
    assert adding.wait(timeout=30) == 0
