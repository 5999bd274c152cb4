"""No suggested name survives the words it was made of, once a box is drawn over them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.decide import apply_decisions, begin_pattern, write_box_change
from pipeline.records.boxes import BoxChange, BoxKind, PageBox
from pipeline.records.decisions import DecisionKind
from pipeline.records.patterns import Candidate, CandidateKind, Evidence, Findings, Member
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.findings import load_findings, save_findings
from pipeline.views.export_files import build_file
from pipeline.walk.boxed_names import NAME_HIDDEN, renew_names
from pipeline.walk.desk import load_desk
from pipeline.walk.find import type_transcript
from pipeline.walk.report import build_report
from tests.decide.conftest import STEADY
from tests.views.drawing import fill_home


def suggest(name: str, kind: CandidateKind, quote: str = "") -> Candidate:
    members = (Member("K07", 1.0, (Evidence("K07", 0, len(quote), quote),)),)
    return Candidate("c", kind, "ideas", name, "b", members, STEADY, is_reliable=True)


@pytest.mark.parametrize(
    ("kind", "name", "left"),
    [
        (CandidateKind.IDEA, "“mia Lopez the water goes out”", "“the water goes out”"),
        (CandidateKind.IDEA, "“the water goes out”", "“the water goes out”"),
        (CandidateKind.IDEA, "“mia Lopez”", NAME_HIDDEN),
        (CandidateKind.IDEA, "“the water gose out”", "“the water gose out”"),
        (CandidateKind.IDEA, "lopez, water", "water"),
        (CandidateKind.IDEA, "lopez", NAME_HIDDEN),
        (CandidateKind.PILE, "answers about mia, water", "answers about water"),
        (CandidateKind.PILE, "answers like “mia Lopez the water”", "answers like “the water”"),
        (CandidateKind.CRAFT, "says period by period", "says period by period"),
    ],
)
def test_a_name_keeps_what_pages_still_show(kind: CandidateKind, name: str, left: str) -> None:
    """Quotes are cut, lists lose words; a word corrected since, and how a way of writing is called, stay."""
    patterns = apply_decisions(Findings(("K07",), (suggest(name, kind),), ()), ())
    transcripts = {"K07": type_transcript("K07", "The water\ngoes out of it.")}
    (pattern,) = renew_names(patterns, transcripts, ("Mia", "Lopez", "Period"))
    assert (pattern.name, pattern.suggested_name) == (left, left)


def test_a_teachers_pattern_called_as_a_passage_is_cut_and_one_in_their_own_words_is_not() -> None:
    """What was begun from a sentence of a page goes with it."""
    quote = "Mia Lopez the water goes out"
    evidence = (Evidence("K07", 0, len(quote), quote),)
    transcripts = {"K07": type_transcript("K07", "the water goes out")}
    for name, left in ((f"{quote[:-4]}…", "the water goes"), ("as Lopez says", "as Lopez says")):
        findings = Findings(("K07",), (begin_pattern(name, (), evidence),), ())
        assert renew_names(apply_decisions(findings, ()), transcripts, ("Mia", "Lopez"))[0].name == left


def test_boxed_words_are_nowhere_on_the_desk_or_in_files(tmp_path: Path) -> None:
    """Two patterns, suggested and confirmed, are called after a line; a box over it takes it from every text."""
    drawn = fill_home(tmp_path / "home", tmp_path / "answers")
    findings, inputs = load_findings(drawn.home, drawn.collection_id) or (Findings((), (), ()), "")
    line = "Water leaves the plant through"
    first, second, *others = findings.candidates
    named = (replace(first, name=f"“{line}”"), replace(second, name=f"“{line} the leaves”"), *others)
    save_findings(drawn.home, drawn.collection_id, replace(findings, candidates=named), inputs)
    confirm = NewDecision(DecisionKind.CONFIRM, second.id, snapshot=named[1])
    append_decision(drawn.home, drawn.collection_id, confirm)
    assert line in repr(load_desk(drawn.home, drawn.collection_id).patterns)
    box = PageBox("b1", BoxKind.NAME, 0.0, 0.0, 1.0, 0.22)
    draw = NewDecision(DecisionKind.DRAW_BOX, value=write_box_change(BoxChange(box)))
    append_decision(drawn.home, drawn.collection_id, draw)
    desk, report = load_desk(drawn.home, drawn.collection_id), build_report(drawn.home, drawn.collection_id)
    for told in (repr(desk.patterns), repr(report), build_file(drawn.home, drawn.collection_id, "csv").decode()):
        assert "leaves the plant" not in told
    assert {pattern.name for pattern in desk.patterns} >= {"“the plant”", "“the leaves”"}
