"""Sentences in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli.speech import say_findings, say_number, say_plan, show_name
from pipeline.cli.watching import PlainWatch, say_progress, show_progress
from pipeline.records.patterns import Candidate, CandidateKind, Findings, Member
from pipeline.records.work import IntakePlan, PlannedPiece, SameFile, SourcePage
from pipeline.walk.progress import Progress
from tests.export.conftest import STEADY


def test_joins_are_shown_before_reading() -> None:
    """How many files become how many pieces, which are joined, how to undo that, and what came twice."""
    a, b, c = Path("a1.jpg"), Path("a2.jpg"), Path("c.jpg")
    pages = tuple(SourcePage(path, "0", 0) for path in (a, b, c))
    pieces = (PlannedPiece("a", (a, b), pages[:2]), PlannedPiece("c", (c,), pages[2:]))
    assert list(say_plan(IntakePlan(pieces, (), (SameFile((a, c)),), 3))) == [
        "3 files → 2 pieces, 1 joined, 3 pages",
        "  joined: a1.jpg + a2.jpg",
        "  (--one-file-one-piece keeps them apart)",
        "  the same file twice, both kept: a1.jpg = c.jpg",
    ]


@pytest.mark.parametrize(
    ("name", "shown"), [("a\x1b[2Jb", "a?[2Jb"), ("x\u202egpj.exe", "x?gpj.exe"), ("é 🌱", "é 🌱")]
)
def test_a_name_cannot_lead_the_terminal_astray(name: str, shown: str) -> None:
    """Control signs and changes of direction are shown as what they are not."""
    assert show_name(name) == shown


def test_patterns_say_n_of_n_and_their_doubt() -> None:
    """The first ten, how many more, and what is not sorted."""
    members = (Member("a", 1.0, ()), Member("b", 0.5, ()))
    ideas = tuple(
        Candidate(str(n), CandidateKind.IDEA, "g", f"idea {n}", "b", members, STEADY, is_reliable=n == 0)
        for n in range(12)
    )
    lines = list(say_findings(Findings(("a", "b", "c"), ideas, ("c",), ("Few pieces.",))))
    assert lines[:3] == ["12 patterns to look at:", "  2 of 3  idea 0", "  2 of 3  idea 1  (not steady)"]
    assert lines[-3:] == ["  and 2 more", "Not sorted yet: 1 piece.", "Few pieces."]


def test_one_of_a_thing_has_no_s() -> None:
    """1 page, 2 pages, 0 pages."""
    assert [say_number(n, "page") for n in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


def test_progress_says_pages_pace_and_time_left() -> None:
    """The time left is said once there is something to judge it by."""
    assert say_progress(Progress("reading", 10, 30, 15.0)) == "10 of 30 pages · 40 pages a minute · about 30 s left"
    assert say_progress(Progress("reading", 1, 30, 15.0)) == "1 of 30 pages"
    assert say_progress(Progress("reading", 10, 310, 15.0)).endswith("about 8 min left")
    assert say_progress(Progress("finding", 30, 30, 45.0)) == "Finding patterns"


def test_plain_lines_come_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    """The first, the last, and one every few seconds between."""
    watch = PlainWatch()
    for done in range(31):
        watch(Progress("reading", done, 30, done / 2))
    watch(Progress("finding", 30, 30, 15.0))
    assert [line.split(" of ")[0] for line in capsys.readouterr().out.splitlines()] == [
        "0",
        "10",
        "20",
        "30",
        "Finding patterns",
    ]


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal the same words stand beside a bar."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with show_progress() as watch:
        watch(Progress("reading", 10, 30, 15.0))
    assert "10 of 30 pages · 40 pages a minute" in capsys.readouterr().out
