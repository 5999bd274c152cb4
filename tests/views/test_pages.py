"""The street door: it opens fast, and every page it leads to has a name and an address of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from streamlit.testing.v1 import AppTest

from pipeline.bundled import find_bundled
from pipeline.store.home import Home
from pipeline.views.pages import ICON, PAGES
from tests.views.drawing import check, read_screen

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


def test_every_page_has_a_title_and_the_tab_a_picture_of_our_own() -> None:
    """Titles differ, and the tab's picture is a file that travels with the code."""
    assert len({plan.title for plan in PAGES.values()}) == len(PAGES)
    assert Path(ICON).read_bytes().startswith(b"\x89PNG")
