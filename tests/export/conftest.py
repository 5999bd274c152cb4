"""One small review that can be checked by eye: three pieces, one pattern of each status, one next step."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from pipeline.records.decisions import Grouping, Mark, NextStep, Pattern, PatternMember, PatternStatus
from pipeline.records.pages import NEWER_DRAFT, LeftOut
from pipeline.records.patterns import CandidateKind, Evidence, Ring, Steadiness
from pipeline.records.reference import IdeaInPiece, ModelIdea, Verdict
from pipeline.records.report import EvidenceCrop, Report
from pipeline.records.work import Collection, HandIn

STEADY = Steadiness("cohesion", 0.7, "shuffled pieces", 0.4, 0.5, 0.01, "Holds in 8 of 10 looks.")


def make_pattern(pattern_id: str, name: str, status: PatternStatus, codes: str, mark: Mark | None = None) -> Pattern:
    """A pattern of the pieces in `codes` (separated by spaces), checked where it is confirmed."""
    is_checked = status is PatternStatus.CONFIRMED
    members = tuple(PatternMember(code, (Evidence(code, 0, 5, "water"),), is_checked) for code in codes.split())
    return Pattern(
        id=pattern_id,
        kind=CandidateKind.IDEA,
        name=name,
        suggested_name="water · leaves",
        group="ideas-evidence",
        basis="passages that say the same",
        status=status,
        mark=mark,
        notice="Many say where it goes.",
        reason="",
        members=members,
        taken_out=(),
        steadiness=STEADY,
        is_reliable=True,
        warnings=(),
    )


def draw_crop(text: str) -> bytes:
    """A line of writing as PNG bytes."""
    image = Image.new("RGB", (700, 60), "white")
    ImageDraw.Draw(image).text((8, 16), text, fill="black", font_size=26)
    content = io.BytesIO()
    image.save(content, "PNG")
    return content.getvalue()


def make_report() -> Report:
    """Three pieces; a confirmed, a suggested and a set-aside pattern; a next step."""
    patterns = (
        make_pattern("s1", "=SUM(A1)", PatternStatus.SUGGESTED, "K07 M31"),
        make_pattern("c1", "Water leaves through the leaves", PatternStatus.CONFIRMED, "K07 B12", Mark.SUCCESS),
        make_pattern("x1", "Uses the word plant", PatternStatus.SET_ASIDE, "B12"),
    )
    crops = (
        EvidenceCrop("c1", "K07", "the water gose out of the leafs", draw_crop("the water gose out of the leafs")),
        EvidenceCrop("c1", "B12", "it goes out through leaves", None),
    )
    step = NextStep(
        ("c1",), Grouping.SMALL_GROUP, "mini-lesson", "Ms A", "2026-12-01", "a labelled drawing", "2026-12-08"
    )
    collection = Collection("a1", "Why do plants wilt?", "Explain why a plant wilts.", "2026-11-23T10:00:00+00:00")
    return Report(collection, ("B12", "K07", "M31"), ("M31",), 1, patterns, ("M31",), step, crops)


@pytest.fixture
def report() -> Report:
    """Give that review."""
    return make_report()


@pytest.fixture
def circled_report(report: Report) -> Report:
    """The same review, in which a place of K07 was circled for the confirmed pattern and its child's words kept."""
    ring = Evidence("K07", 0, 0, "", ring=Ring(0, 0.1, 0.1, 0.5, 0.5))
    confirmed = report.patterns[1]
    members = (replace(confirmed.members[0], evidence=(ring,)), confirmed.members[1])
    patterns = (report.patterns[0], replace(confirmed, members=members), report.patterns[2])
    crops = (EvidenceCrop("c1", "K07", "", draw_crop("a sun"), "=so hot", is_circled=True),)
    return replace(report, patterns=patterns, crops=crops, captions={"K07": "=so hot"})


@pytest.fixture
def handed_report(report: Report) -> Report:
    """The same review of a download: one piece late, one a second draft, two taken out, one pattern with a warning."""
    hand_ins = {"B12": HandIn(is_late=True), "K07": HandIn(draft=2, drafts=2), "M31": HandIn()}
    warned = replace(report.patterns[0], warnings=("=Follows the length.",))
    left_out = (LeftOut("K07-2", NEWER_DRAFT), LeftOut("T40", "=absent"))
    patterns = (warned, *report.patterns[1:])
    return replace(report, hand_ins=hand_ins, left_out=left_out, patterns=patterns)


@pytest.fixture
def compared(report: Report) -> Report:
    """The same review beside a model answer of one idea: one piece shares it, one says otherwise, one does neither."""
    verdicts = (("B12", Verdict.SHARES), ("K07", Verdict.OTHERWISE), ("M31", Verdict.ABSENT))
    pieces = tuple(IdeaInPiece(code, verdict, 0.6, 0, 5, "water") for code, verdict in verdicts)
    return replace(report, model_ideas=(ModelIdea("=Water leaves.", pieces),))
