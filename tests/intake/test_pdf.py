"""PDFs counted, mended and refused."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from pipeline.intake.errors import PageRefused
from pipeline.intake.pdf import list_pdf_pages, open_document
from pipeline.settings import IntakeSettings
from tests.intake.makers import make_pdf, write_line


def test_pages_are_counted(tmp_path: Path, settings: IntakeSettings) -> None:
    """Three pages, three indexes."""
    path = make_pdf(tmp_path / "a.pdf", [write_line(word, 20, 300) for word in ("one", "two", "three")])
    assert list_pdf_pages(path, settings) == (0, 1, 2)


@pytest.mark.parametrize("cut", ["xref", "trailer", "%%EOF"])
def test_a_pdf_without_its_end_is_mended(cut: str, tmp_path: Path, settings: IntakeSettings) -> None:
    """Mails and sticks lose the last bytes; the pages are still there."""
    path = make_pdf(tmp_path / "a.pdf", [write_line("one", 20, 300)])
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.rindex(cut.encode()) + 2])
    assert list_pdf_pages(path, settings) == (0,)


def test_a_pdf_only_qpdf_can_mend_is_mended(tmp_path: Path, settings: IntakeSettings) -> None:
    """Where PDFium finds no page tree, qpdf's repair does; the file itself is not changed."""
    path = make_pdf(tmp_path / "a.pdf", [write_line("one", 20, 300)])
    broken = path.read_bytes().replace(b"/Count 1", b"/Count 0")
    path.write_bytes(broken)
    assert list_pdf_pages(path, settings) == (0,)
    assert path.read_bytes() == broken


@pytest.mark.parametrize("to_open", ["secret", ""])
def test_a_password_to_open_is_refused_one_to_print_is_not(
    to_open: str,
    tmp_path: Path,
    settings: IntakeSettings,  # a test's parameter
) -> None:
    """What anybody may look at is read."""
    plain = make_pdf(tmp_path / "plain.pdf", [write_line("one", 20, 300)])
    locked = tmp_path / "locked.pdf"
    with pikepdf.open(plain) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user=to_open))
    if not to_open:
        assert list_pdf_pages(locked, settings) == (0,)
    else:
        with pytest.raises(PageRefused, match="password"):
            list_pdf_pages(locked, settings)


def test_a_pdf_without_pages_is_refused(tmp_path: Path, settings: IntakeSettings) -> None:
    """There is nothing in it to read."""
    with pytest.raises(PageRefused, match="no pages"):
        list_pdf_pages(make_pdf(tmp_path / "a.pdf", []), settings)


def test_rubbish_after_the_sign_is_refused(tmp_path: Path, settings: IntakeSettings) -> None:
    """Not everything that begins like a PDF can be mended."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 4)
    with pytest.raises(PageRefused, match="could not be mended"):
        list_pdf_pages(path, settings)


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    """A book is no student's work."""
    path = make_pdf(tmp_path / "a.pdf", ["", "", ""])
    with pytest.raises(PageRefused, match="more pages"):
        list_pdf_pages(path, IntakeSettings(max_pages_a_file=2))


def test_an_opened_document_has_its_pages(tmp_path: Path) -> None:
    """What is handed on can be asked for pages."""
    with open_document(make_pdf(tmp_path / "a.pdf", ["", ""])) as document:
        assert len(document) == 2


def test_nothing_is_logged_about_a_broken_file(
    tmp_path: Path, settings: IntakeSettings, caplog: pytest.LogCaptureFixture
) -> None:
    """A log could carry a file's name off this machine."""
    path = make_pdf(tmp_path / "anna.pdf", [""])
    path.write_bytes(path.read_bytes().replace(b"/Count 1", b"/Count 0").replace(b"[ 3 0 R", b"[ 7 0 R"))
    with pytest.raises(PageRefused, match="no pages"):
        list_pdf_pages(path, settings)
    assert caplog.records == []
