"""Word documents: what the student wrote, in order, and nothing else."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from pipeline.intake import reasons
from pipeline.intake.errors import PageRefused
from pipeline.intake.word import read_docx
from tests.intake.makers import draw_corners, encode_png, make_docx, make_zip, wrap_photo


def say(text: str) -> str:
    """Return a run with this text."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def read_texts(path: Path, body: str) -> list[str]:
    """Return the paragraphs of a document with this body that hold any text."""
    return [text for text in read_docx(make_docx(path, body))[0] if text.strip()]


def test_a_document_written_by_a_word_processors_library(tmp_path: Path) -> None:
    """Heading, paragraphs and a table, in their order."""
    document = docx.Document()
    document.add_heading("Ice", 1)
    document.add_paragraph("It melts.")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "warm", "cold"
    document.add_paragraph("The end.")
    document.save(str(tmp_path / "a.docx"))
    paragraphs, photos = read_docx(tmp_path / "a.docx")
    assert paragraphs == ("Ice", "It melts.", "warm", "cold", "The end.")
    assert photos == ()


def test_what_was_inserted_counts_and_what_was_deleted_does_not(tmp_path: Path) -> None:
    """Changes under review are as the student left them."""
    body = (
        f"<w:p>{say('It ')}<w:ins>{say('really ')}</w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        f"<w:moveFrom>{say('old ')}</w:moveFrom><w:moveTo>{say('new ')}</w:moveTo>{say('melts.')}</w:p>"
    )
    assert read_texts(tmp_path / "a.docx", body) == ["It really new melts."]


def test_comments_headers_and_footers_stay_out(tmp_path: Path) -> None:
    """A teacher's comment, a running title and a page number are not the student's text."""
    document = docx.Document()
    paragraph = document.add_paragraph("It melts.")
    document.sections[0].header.paragraphs[0].text = "Ann Lee, period 2"
    document.sections[0].footer.paragraphs[0].text = "page 1"
    document.add_comment(paragraph.runs, text="Why?", author="Ms. Roe")
    document.save(str(tmp_path / "a.docx"))
    assert read_docx(tmp_path / "a.docx")[0] == ("It melts.",)


def test_codes_hidden_text_and_properties_stay_out(tmp_path: Path) -> None:
    """Only what is seen on the page was handed in."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>teacher only</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> seen</w:t></w:r>'
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    body = f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{say('Ice')}{hidden}{shown}{field}</w:p>"
    assert read_texts(tmp_path / "a.docx", body) == ["Ice seen"]


def test_breaks_tabs_and_hyphens_are_kept(tmp_path: Path) -> None:
    """A line broken by hand is a line."""
    words = "<w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t>"
    body = f"<w:p><w:r>{words}</w:r></w:p>"
    assert read_texts(tmp_path / "a.docx", body) == ["one\ntwo\twell-known"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    """Word writes every text box twice: once for itself, once for older programs."""
    held = f"<w:txbxContent><w:p>{say('In the box')}</w:p></w:txbxContent>"
    body = (
        f"<w:p>{say('Beside')}<w:r><mc:AlternateContent><mc:Choice>{held}</mc:Choice>"
        f"<mc:Fallback>{held}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read_texts(tmp_path / "a.docx", body) == ["Beside", "In the box"]


def test_links_and_content_controls_are_read(tmp_path: Path) -> None:
    """Runs stand inside other things too."""
    body = f"<w:sdt><w:sdtContent><w:p><w:hyperlink>{say('Link')}</w:hyperlink></w:p></w:sdtContent></w:sdt>"
    assert read_texts(tmp_path / "a.docx", body) == ["Link"]


def test_the_main_part_may_have_another_name(tmp_path: Path) -> None:
    """Some programs call it document2.xml."""
    path = make_docx(tmp_path / "a.docx", f"<w:p>{say('Ice')}</w:p>", main="word/document2.xml")
    assert read_docx(path)[0] == ("Ice",)


def test_photos_come_in_order_once_each_and_only_kinds_we_open(tmp_path: Path) -> None:
    """A drawing in Word's own format is no photo."""
    photos = [encode_png(draw_corners()), encode_png(draw_corners("L")), b"\xd7\xcd\xc6\x9a drawing"]
    body = wrap_photo(1) + wrap_photo(0) + wrap_photo(1) + wrap_photo(2)
    assert read_docx(make_docx(tmp_path / "a.docx", body, photos))[1] == (
        "word/media/photo1.png",
        "word/media/photo0.png",
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": "<x/>"},
        {"_rels/.rels": "<Relationships/>"},
        {"_rels/.rels": '<R><r Type="x/officeDocument" Target="word/document.xml"/></R>', "word/document.xml": "<x/>"},
    ],
)
def test_a_document_without_its_parts_is_damaged(parts: dict[str, str], tmp_path: Path) -> None:
    """Relations, main part and body have to be there."""
    with pytest.raises(PageRefused, match=reasons.DAMAGED.sentence):
        read_docx(make_zip(tmp_path / "a.docx", parts))
