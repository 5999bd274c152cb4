"""The street door: it opens fast, and every page it leads to has a name and an address of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.bundled import find_bundled
from pipeline.store.home import Home
from pipeline.views.pages import ICON, PAGES
from tests.views.drawing import DrawnHome, check, open_page, read_screen

HEAVY = ("torch", "sklearn", "cv2", "sentence_transformers", "rapidocr", "onnxruntime")
MOST_LINES_OF_THE_DOOR = 40


def test_the_app_starts_without_anything_heavy() -> None:
    """No model library is imported to show a page."""
    script = f"import sys, pipeline.views.pages; sys.exit(len([m for m in {HEAVY} if m in sys.modules]))"
    assert subprocess.run([sys.executable, "-c", script], check=False, stderr=subprocess.DEVNULL).returncode == 0


def test_the_door_is_small_and_opens(empty_home: Home) -> None:
    """app.py holds page config and navigation alone, and shows the first page."""
    door = find_bundled("app.py")
    assert len(door.read_text(encoding="utf-8").splitlines()) <= MOST_LINES_OF_THE_DOOR
    app = AppTest.from_file(str(door), default_timeout=30).run()
    assert "No papers yet." in read_screen(check(app))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_numbers_its_runs(drawn: DrawnHome, page: str) -> None:
    """The keyboard waits for a new number after each key that the app answers, so no page may go without."""
    app = open_page(page, drawn.collection_id)
    before = app.session_state["keyboard-run"]
    assert check(app.run()).session_state["keyboard-run"] == before + 1
    (keyboard,) = [one.proto for one in app.get("bidi_component") if one.proto.component_name == "patternwork_keys"]
    assert json.loads(keyboard.json)["run"] == before + 1


def test_every_page_has_a_title_and_the_tab_a_picture_of_our_own() -> None:
    """Titles differ, and the tab's picture is a file that travels with the code."""
    assert len({plan.title for plan in PAGES.values()}) == len(PAGES)
    assert Path(ICON).read_bytes().startswith(b"\x89PNG")
