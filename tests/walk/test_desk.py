"""The desk shows what is kept, and knows when the findings are older than the texts."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.intake import plan_pieces
from pipeline.records.decisions import DecisionKind
from pipeline.settings import Settings
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import open_home
from pipeline.walk.add import AddRequest, add_work, resume_collection
from pipeline.walk.desk import load_desk

ANSWERS = [
    "The water goes out through the leaves.",
    "Water leaves through the leaves of the plant.",
    "The roots could not drink in the dry soil.",
    "The soil was dry so the roots had no water.",
    "The sun dried the plant.",
    "The hot sun dried it out.",
]


def test_a_correction_makes_the_findings_old_until_found_again(tmp_path: Path, settings: Settings) -> None:
    """Typed over, a line reads as the teacher typed it at once; found again, the desk is up to date."""
    folder = tmp_path / "work"
    folder.mkdir()
    for number, answer in enumerate(ANSWERS):
        (folder / f"child{number}x.txt").write_text(answer)
    home = open_home(settings.home)
    request = AddRequest(plan_pieces([folder], settings.intake), "Plants", "Why did it wilt?")
    collection = add_work(home, request, settings, lambda _: None).collection.id
    before = load_desk(home, collection)
    code = before.pieces[0].code
    assert (len(before.transcripts), before.is_stale) == (6, False)
    told = json.dumps({"piece": code, "page": 0, "line": 0, "text": "A snail ate it."})
    append_decision(home, collection, NewDecision(DecisionKind.CORRECT, value=told))
    corrected = load_desk(home, collection)
    assert (corrected.transcripts[code].text, corrected.is_stale) == ("A snail ate it.", True)
    resume_collection(home, collection, settings, lambda _: None)
    assert not load_desk(home, collection).is_stale
