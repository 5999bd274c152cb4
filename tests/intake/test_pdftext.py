"""Text layers as lines of words in the image's pixels."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import typst

from pipeline.intake.pdftext import read_text_lines
from pipeline.records.reading import Line
from tests.intake.makers import make_pdf, write_line

SIZE_PX = (600, 800)  # two pixels a point


def read_lines(path: Path) -> tuple[Line, ...]:
    """Return the first page's lines on an image of two pixels a point."""
    document = pypdfium2.PdfDocument(path)
    try:
        return read_text_lines(document[0], SIZE_PX)
    finally:
        document.close()


def test_words_stand_where_they_are_drawn(tmp_path: Path) -> None:
    """The line at 300 points from below is 100 from above: 200 pixels."""
    (line,) = read_lines(make_pdf(tmp_path / "a.pdf", [write_line("HE IT", 50, 300)]))
    assert [word.text for word in line.words] == ["HE", "IT"]
    first, second = (word.box for word in line.words)
    assert first is not None
    assert second is not None
    assert first.x0 == pytest.approx(103, abs=2)
    assert (first.y0, first.y1) == pytest.approx((171, 200), abs=1)
    assert first.x1 < second.x0
    assert all(word.confidence == 1.0 for word in line.words)


def test_lines_keep_the_files_order(tmp_path: Path) -> None:
    """What was written first comes first, and every line stands alone."""
    content = write_line("One here", 20, 300) + write_line("two there", 20, 270) + write_line("three", 20, 240)
    lines = read_lines(make_pdf(tmp_path / "a.pdf", [content]))
    assert [line.text for line in lines] == ["One here", "two there", "three"]


def test_a_gap_begins_a_paragraph(tmp_path: Path) -> None:
    """Three lines close together, one apart."""
    content = "".join(write_line("Words", 20, y, 12) for y in (350, 335, 320, 280))
    lines = read_lines(make_pdf(tmp_path / "a.pdf", [content]))
    assert [line.starts_paragraph for line in lines] == [True, False, False, True]


def test_a_page_without_text_has_no_lines(tmp_path: Path) -> None:
    """Nothing is made up."""
    assert read_lines(make_pdf(tmp_path / "a.pdf", ["0 0 50 50 re f"])) == ()


def test_letters_nobody_can_name_come_as_such(tmp_path: Path) -> None:
    """A font that maps its shapes to nothing gives replacement characters, so that reading can tell."""
    (line,) = read_lines(make_pdf(tmp_path / "a.pdf", [write_line("a\\000b", 50, 300)]))
    assert set(line.text) <= {"a", "b", "\ufffd", " "}
    assert {"a", "b"} <= set(line.text)


def test_letters_and_their_accents_are_one_sign(tmp_path: Path) -> None:
    """However a program wrote them: "Renée" with an accent of its own is the word that lists and class lists have."""
    (tmp_path / "a.pdf").write_bytes(typst.compile("Rene\u0301e said".encode(), format="pdf"))
    (line,) = read_lines(tmp_path / "a.pdf")
    assert line.text == "Ren\u00e9e said"
