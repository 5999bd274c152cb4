"""The JSON of `find`."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.export.findings import write_findings
from pipeline.records.patterns import Candidate, CandidateKind, Evidence, Findings, Member
from pipeline.records.reference import IdeaInPiece, ModelIdea, Verdict
from tests.export.conftest import STEADY


def test_it_says_what_was_found_and_where(tmp_path: Path) -> None:
    """The keys are those of the documented format; evidence is a span with its quote, or the whole piece."""
    members = (
        Member("a", 0.9, (Evidence("a", 4, 9, "water"),)),
        Member("b", 0.5, (Evidence("b", 0, 0, "", is_whole_piece=True),)),
    )
    craft = Candidate(
        "x1", CandidateKind.CRAFT, "organisation", "no paragraphs", "it", members, STEADY, is_reliable=True
    )
    write_findings(Findings(("a", "b", "ü"), (craft,), ("ü",), ("Few pieces.",)), tmp_path / "out.json")
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert set(found) == {"n", "pieces", "patterns", "not_sorted", "warnings"}
    assert (found["n"], found["pieces"], found["not_sorted"]) == (3, ["a", "b", "ü"], ["ü"])
    (pattern,) = found["patterns"]
    assert set(pattern) == {"id", "kind", "group", "name", "basis", "reliable", "steadiness", "members", "warnings"}
    assert (pattern["kind"], pattern["reliable"], pattern["steadiness"]["p"]) == ("craft", True, 0.01)
    assert pattern["members"] == [
        {"piece": "a", "strength": 0.9, "evidence": [{"start": 4, "end": 9, "quote": "water"}]},
        {"piece": "b", "strength": 0.5, "evidence": [{"whole_piece": True}]},
    ]


def test_a_model_answer_is_told_idea_by_idea(tmp_path: Path) -> None:
    """Every piece's verdict with the span that shows it; without a model answer nothing is said of one."""
    idea = ModelIdea("Water leaves.", (IdeaInPiece("a", Verdict.SHARES, 0.7, 4, 9, "water"),))
    write_findings(Findings(("a",), (), (), (), (idea,)), tmp_path / "out.json")
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    told = {"piece": "a", "verdict": "shares this idea", "start": 4, "end": 9, "quote": "water"}
    assert found["model_ideas"] == [{"idea": "Water leaves.", "pieces": [told]}]
