"""The street door: it opens fast, and every page it leads to has a name and an address of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.bundled import find_bundled
from pipeline.records.roster import Match, MatchHow, RosterEntry
from pipeline.settings import load_settings
from pipeline.store.collections import set_model_answer
from pipeline.store.home import Home
from pipeline.store.matches import append_matches
from pipeline.store.pieces import list_pieces
from pipeline.store.rosters import create_class, join_class, keep_roster, load_roster
from pipeline.views.pages import ICON, PAGES
from pipeline.walk.collect import find_again
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


@pytest.fixture
def matched(drawn: DrawnHome) -> DrawnHome:
    """Every piece has a student, so that each is shown under a student's code."""
    pieces = [piece.code for piece in list_pieces(drawn.home, drawn.collection_id)]
    science = create_class(drawn.home, "Science").id
    keep_roster(
        drawn.home, science, [RosterEntry(f"Given{number}", f"Family{number}") for number in range(len(pieces))]
    )
    join_class(drawn.home, drawn.collection_id, science)
    students = load_roster(drawn.home, science).students
    matches = [Match(piece, one.id, MatchHow.HAND) for piece, one in zip(pieces, students, strict=True)]
    append_matches(drawn.home, drawn.collection_id, matches)
    set_model_answer(drawn.home, drawn.collection_id, "The water leaves the plant through its leaves.")
    find_again(drawn.home, drawn.collection_id, load_settings(drawn.home.path).finding)
    return drawn


def list_seen(app: AppTest) -> str:
    """Everything on the screen that is read: our own HTML without its pictures' bytes, and what is on buttons."""
    labels = [button.label for button in app.button] + [one.label for one in app.expander]
    return re.sub(r'src="[^"]*"', "", read_screen(check(app))) + "\n".join(labels)


@pytest.mark.parametrize("page", ["patterns", "unsorted", "piece", "boxes", "model", "step", "roster", "alike"])
def test_a_piece_is_called_as_its_student_is(matched: DrawnHome, page: str) -> None:
    """Two codes for one piece on one screen would be two pieces to whoever reads it."""
    app = open_page("piece" if page == "alike" else page, matched.collection_id)
    if page == "alike":
        app.button(key="alike").click().run()
    own = rf"\b(?:{'|'.join(one.code for one in list_pieces(matched.home, matched.collection_id))})\b"
    assert not re.findall(own, list_seen(app))
    if page == "alike":
        app.button(key="choose-1").click().run()
        assert not re.findall(own, list_seen(app))
