"""Text typed into a class platform: the student's paragraphs and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import open_page, plan_pieces, reasons
from pipeline.intake.webtext import read_web_text
from pipeline.settings import IntakeSettings

CANVAS = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Ice: Ann Lee</title><style>p {}</style></head>
<body>
<h1>Ice: Ann Lee</h1>
<div style="padding: 20px;">
  <p>Ice melts &amp;
  drips.</p><p>It is <b>warm</b><br>there.</p><script>alert(1)</script><del>No.</del>
</div></body></html>"""


def test_paragraphs_come_without_the_heading_that_names_the_student() -> None:
    """Canvas writes task and name over the text; a line broken by hand stays broken; nothing unseen is read."""
    assert read_web_text(CANVAS) == ("Ice melts & drips.", "It is warm\nthere.")


def test_a_page_without_a_title_and_with_broken_tags() -> None:
    """Whatever a rich-text editor leaves behind."""
    assert read_web_text("<p>One<p>Two</b></div><ul><li>Three<s> or four<p>Five") == ("One", "Two", "Three", "Five")


@pytest.mark.parametrize("name", ["leeann_1_text.html", "onlinetext.html"])
def test_what_a_platform_calls_typed_in_is_opened(name: str, tmp_path: Path) -> None:
    """As lines without boxes, like any typed file."""
    (tmp_path / name).write_text(CANVAS, encoding="utf-8")
    (piece,) = plan_pieces([tmp_path], IntakeSettings()).pieces
    page = open_page(piece.pages[0], IntakeSettings())
    assert [line.text for line in page.text_lines or ()] == ["Ice melts & drips.", "It is warm", "there."]


@pytest.mark.parametrize(
    ("name", "reason"), [("leeann_1_link.html", reasons.WEB_LINK), ("page.html", reasons.OTHER_TEXT)]
)
def test_any_other_page_of_the_web_is_no_student_work(name: str, reason: reasons.Reason, tmp_path: Path) -> None:
    """A link that was handed in says what it is."""
    (tmp_path / name).write_text(CANVAS, encoding="utf-8")
    assert [refusal.reason for refusal in plan_pieces([tmp_path], IntakeSettings()).refusals] == [reason.sentence]
