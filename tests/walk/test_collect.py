"""Transcripts of a class set in the home: what its pieces share and what the teacher types tell doubtful words."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from pipeline.records.decisions import DecisionKind
from pipeline.records.reading import Choice, Line, Reading, Word
from pipeline.settings import Settings
from pipeline.store.collections import create_collection
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import Home, open_home
from pipeline.store.pages import list_unread_pages, save_reading
from pipeline.store.pieces import add_pieces
from pipeline.walk.collect import collect_set, hash_inputs
from tests.store.conftest import piece_of, plan_of

ENGINE = "ppocr 1"
DOUBTFUL = Word("stomach", None, 0.4, choices=(Choice("stomach", math.log(0.6)), Choice("stomata", math.log(0.3))))
LINES = {
    "ann": (Word("Water", None, 0.95), Word("leaves", None, 0.95)),
    "bob": (Word("By", None, 0.95), DOUBTFUL),
    "cid": (Word("The", None, 0.95), DOUBTFUL),
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Give an open home."""
    return open_home(tmp_path / "kept")


@pytest.fixture
def collection(home: Home) -> str:
    """Give a class set of three pieces of one line; in two of them a word is doubtful."""
    kept = create_collection(home, "Period 2", "Why do plants wilt?").id
    add_pieces(home, kept, plan_of(*(piece_of(stem, stem) for stem in LINES)))
    for page in list_unread_pages(home, kept, ENGINE):
        line = Line(LINES[page.source.source.stem], 0.9)
        save_reading(
            home, kept, page, Reading("ppocr", ENGINE, 9, 9, (line,), 0.9, needs_eyes=False, cpu_seconds=0.0), None
        )
    return kept


def read_texts(home: Home, collection: str) -> dict[str, str]:
    """Return each piece's text by its code."""
    return {transcript.piece: transcript.text for transcript in collect_set(home, collection).transcripts}


def correct(home: Home, collection: str, piece: str, text: str) -> None:
    told = json.dumps({"piece": piece, "page": 0, "line": 0, "text": text})
    append_decision(home, collection, NewDecision(DecisionKind.CORRECT, value=told))


def test_a_word_the_teacher_typed_is_read_elsewhere_at_once(home: Home, collection: str, settings: Settings) -> None:
    """Typed in one piece, the word is taken in the other where it was doubtful; the findings are older than that."""
    before = collect_set(home, collection)
    texts = {transcript.piece: transcript.text for transcript in before.transcripts}
    assert sorted(texts.values()) == ["By stomach", "The stomach", "Water leaves"]
    one = next(code for code, text in texts.items() if text == "By stomach")
    correct(home, collection, one, "By stomata")
    after = collect_set(home, collection)
    assert sorted(transcript.text for transcript in after.transcripts) == ["By stomata", "The stomata", "Water leaves"]
    assert hash_inputs(after, settings.finding) != hash_inputs(before, settings.finding)
    changed = next(transcript for transcript in after.transcripts if transcript.text == "The stomata")
    assert (changed.words[1].plain, changed.words[1].is_checked) == ("stomach", False)


def test_what_the_teacher_typed_is_never_chosen_anew(home: Home, collection: str) -> None:
    """The line typed stands as typed, whatever the other pieces say."""
    texts = read_texts(home, collection)
    one, other = (code for code in texts if "stomach" in texts[code])
    correct(home, collection, one, "my stomach hurts")
    correct(home, collection, other, "The stomata")
    assert read_texts(home, collection)[one] == "my stomach hurts"
