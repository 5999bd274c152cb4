"""Files that are not opened, each with advice of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import reasons
from pipeline.intake.errors import PageRefused
from pipeline.intake.foreign import find_foreign_reason, find_package_reason
from pipeline.intake.formats import sniff_format
from pipeline.intake.reasons import Reason
from tests.intake.makers import make_zip

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODF = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("essay.gdoc", b'{"doc_id": "1a2b"}', reasons.GOOGLE_LINK),
        ("talk.gslides", b'{"url": "https://docs.google.com/"}', reasons.GOOGLE_LINK),
        ("essay.url", b"[InternetShortcut]\nURL=https://example.org", reasons.WEB_LINK),
        ("essay.doc", OLE + bytes(600) + "WordDocument".encode("utf-16-le"), reasons.OLD_WORD),
        ("essay.docx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), reasons.PASSWORD),
        ("talk.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), reasons.SLIDES),
        ("mail.msg", OLE + bytes(600), reasons.UNKNOWN),
        ("clip.mov", b"\x00\x00\x00\x14ftypqt  \x00\x00\x02\x00", reasons.FILM),
        ("page.gif", b"GIF89a\x01\x00\x01\x00", reasons.OTHER_PICTURE),
        ("work.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", reasons.ARCHIVE),
    ],
)
def test_each_kind_has_its_own_advice(name: str, content: bytes, reason: Reason, tmp_path: Path) -> None:
    """A teacher reads what it is and how to get the pages out of it."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PageRefused) as caught:
        sniff_format(tmp_path / name)
    assert caught.value.refusal.reason == reason.sentence


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"Index/Document.iwa": "x"}, reasons.APPLE_PAGES),
        ({"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}, reasons.SLIDES),
        ({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}, reasons.SPREADSHEET),
        ({"mimetype": ODF + "presentation"}, reasons.SLIDES),
        ({"mimetype": ODF + "spreadsheet"}, reasons.SPREADSHEET),
        ({"mimetype": "application/epub+zip"}, reasons.ARCHIVE),
        ({"anna.jpg": "x", "ben.jpg": "x"}, reasons.ARCHIVE),
    ],
)
def test_zips_are_told_apart_by_their_parts(parts: dict[str, str], reason: Reason, tmp_path: Path) -> None:
    """Half of all document formats are zips."""
    path = make_zip(tmp_path / "file.bin", parts)
    assert find_foreign_reason(path, path.read_bytes()[:100]) == reason


def test_half_a_zip_is_damaged(tmp_path: Path) -> None:
    """A zip without its end can't be opened."""
    whole = make_zip(tmp_path / "a.zip", {"a": "x" * 500}).read_bytes()
    (tmp_path / "b.docx").write_bytes(whole[: len(whole) // 2])
    assert find_foreign_reason(tmp_path / "b.docx", whole[:40]) == reasons.DAMAGED


def test_what_nobody_knows_has_no_reason_here(tmp_path: Path) -> None:
    """The general reason is given elsewhere."""
    assert find_foreign_reason(tmp_path / "x.bin", b"\x01\x02\x03\x04") is None


def test_a_folder_that_mac_shows_as_one_document_is_known(tmp_path: Path) -> None:
    """A Pages package is not a folder of student work."""
    assert find_package_reason(tmp_path / "Essay.pages") == reasons.APPLE_PAGES
    assert find_package_reason(tmp_path / "Anna") is None
