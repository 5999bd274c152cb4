"""Files told apart by their first bytes, whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import reasons
from pipeline.intake.errors import PageRefused
from pipeline.intake.formats import Format, sniff_format, sniff_picture
from pipeline.intake.reasons import Reason
from tests.intake.makers import HEIC_CORNERS, draw_corners, make_docx, make_odt, make_pdf, save_picture, write_line


@pytest.mark.parametrize("suffix", ["jpg", "png", "tiff", "webp", "bmp"])
def test_pictures_are_known_under_a_wrong_name(suffix: str, tmp_path: Path) -> None:
    """A name is a label, the bytes are the picture."""
    picture = save_picture(tmp_path / f"page.{suffix}")
    renamed = picture.rename(tmp_path / "essay.docx")
    assert sniff_format(renamed).value == suffix.replace("jpg", "jpeg")
    assert sniff_format(renamed).is_picture


def test_heic_is_known() -> None:
    """What phones send."""
    assert sniff_format(HEIC_CORNERS) is Format.HEIC


def test_documents_are_known_under_a_wrong_name(tmp_path: Path) -> None:
    """PDF, Word, OpenDocument and RTF by their content."""
    made = {
        Format.PDF: make_pdf(tmp_path / "a.jpg", [write_line("Hello", 20, 300)]),
        Format.DOCX: make_docx(tmp_path / "b.odt", "<w:p/>"),
        Format.ODT: make_odt(tmp_path / "c.docx", ""),
    }
    rtf = tmp_path / "d.txt"
    rtf.write_text(r"{\rtf1 Hello}")
    assert {sniff_format(path) for path in made.values()} == set(made)
    assert sniff_format(rtf) is Format.RTF
    assert not Format.PDF.is_picture


@pytest.mark.parametrize("name", ["essay.txt", "essay.md", "ESSAY.TXT", "essay", "Essay v1.2", "mr. smith's"])
def test_text_is_text_where_the_name_does_not_say_otherwise(name: str, tmp_path: Path) -> None:
    """Names without a known ending are taken for text too."""
    (tmp_path / name).write_text("The ice melts.")
    assert sniff_format(tmp_path / name) is Format.TEXT


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("page.jpg", b"", reasons.EMPTY),
        ("page.jpg", b"The ice melts because it is warm.", reasons.NOT_A_PICTURE),
        ("grades.csv", b"name,grade\nAnna,1\n", reasons.OTHER_TEXT),
        ("page.html", b"<html><body>Hello</body></html>", reasons.OTHER_TEXT),
        ("page.jpg", bytes(range(256)), reasons.DAMAGED),
        ("page.xyz", bytes(range(256)), reasons.UNKNOWN),
        ("notes.txt", b"abc\x00\x01\x02", reasons.UNKNOWN),
    ],
)
def test_what_is_not_opened_says_why(name: str, content: bytes, reason: Reason, tmp_path: Path) -> None:
    """A reason that fits, with what to do now, and no file name in the error's message."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PageRefused) as caught:
        sniff_format(tmp_path / name)
    refusal = caught.value.refusal
    assert (refusal.source_name, refusal.reason, refusal.hint) == (name, reason.sentence, reason.hint)
    assert name not in caught.value.message


def test_text_that_begins_like_a_picture_is_text(tmp_path: Path) -> None:
    """Two letters don't make a bitmap."""
    (tmp_path / "essay.txt").write_text("BMX is my favourite sport because it is fast.")
    assert sniff_format(tmp_path / "essay.txt") is Format.TEXT
    assert sniff_picture(b"RIFF then something else altogether") is None
    assert sniff_picture(draw_corners().tobytes()[:64]) is None
