"""Rules of the files a piece is handed in as."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from docx import Document
from PIL import Image, ImageOps

from tests.rendering.capture import Captured
from tests.rendering.files import save_docx, save_jpeg, save_scanned_pdf, save_typed_pdf

TEXT = "Dear school board,\n\nI am against moving the bell."


@pytest.fixture
def captured() -> Captured:
    """Give a white picture, 300 by 200, black in its upper left corner."""
    pixels = np.full((200, 300, 3), 255, np.uint8)
    pixels[:50, :50] = 0
    return Captured(pixels, np.eye(3), is_grey=True)


def test_exif_turns_a_sideways_photo_upright(tmp_path: Path, captured: Captured) -> None:
    """Orientation 6 says: turn me a quarter clockwise; then the dark corner is at the upper right."""
    save_jpeg(captured, tmp_path / "otter.jpg", exif_orientation=6)
    with Image.open(tmp_path / "otter.jpg") as stored:
        upright = np.asarray(ImageOps.exif_transpose(stored))
    assert upright.shape == (300, 200)
    assert upright[10, 190] < 30
    assert upright[10, 10] > 225


def test_a_scanned_pdf_has_pages_and_no_text(tmp_path: Path, captured: Captured) -> None:
    """Each picture is a page, 150 dots an inch, without a text layer; the same pictures give the same bytes."""
    save_scanned_pdf([captured, captured], tmp_path / "one.pdf")
    save_scanned_pdf([captured, captured], tmp_path / "two.pdf")
    with pypdfium2.PdfDocument(tmp_path / "one.pdf") as pdf:
        assert [page.get_size() for page in pdf] == [(144, 96), (144, 96)]
        assert pdf[0].get_textpage().get_text_range() == ""
        shown = pdf[0].render(scale=150 / 72).to_numpy()
    assert shown[10, 10, 0] < 30
    assert shown[190, 290, 0] > 225
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_typed_pdf_has_its_text(tmp_path: Path) -> None:
    """The text layer holds the words that were typed."""
    save_typed_pdf(TEXT, tmp_path / "elk.pdf")
    with pypdfium2.PdfDocument(tmp_path / "elk.pdf") as pdf:
        assert pdf[0].get_textpage().get_text_range().split() == TEXT.split()


def test_a_docx_has_its_paragraphs_and_names_nobody(tmp_path: Path) -> None:
    """Paragraphs are kept, no author is named, and the same text gives the same bytes."""
    save_docx(TEXT, tmp_path / "one.docx")
    save_docx(TEXT, tmp_path / "two.docx")
    document = Document(str(tmp_path / "one.docx"))
    assert [paragraph.text for paragraph in document.paragraphs] == TEXT.split("\n\n")
    assert document.core_properties.author == ""
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
