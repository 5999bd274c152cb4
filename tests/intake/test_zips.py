"""Parts of zipped documents, under limits."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipeline.intake import reasons
from pipeline.intake.errors import PageRefused
from pipeline.intake.zips import find_zip_kind, open_zip, read_part, read_xml
from tests.intake.makers import make_docx, make_zip

BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>'
)


def test_a_part_is_read_and_a_missing_one_is_damage(tmp_path: Path) -> None:
    """A document without its parts is not whole."""
    path = make_zip(tmp_path / "a.docx", {"part": "text"})
    with open_zip(path) as archive:
        assert read_part(path, archive, "part", 100) == b"text"
    with pytest.raises(PageRefused, match=reasons.DAMAGED.sentence), open_zip(path) as archive:
        read_part(path, archive, "other", 100)


def test_a_part_over_the_limit_is_refused(tmp_path: Path) -> None:
    """No more is unpacked than was asked for."""
    path = make_zip(tmp_path / "a.docx", {"part": "x" * 101})
    with pytest.raises(PageRefused, match="unpacks"), open_zip(path) as archive:
        read_part(path, archive, "part", 100)


def test_a_zip_bomb_is_refused_before_anything_is_unpacked(tmp_path: Path) -> None:
    """Twenty megabytes of nothing in twenty kilobytes are no document."""
    path = make_zip(tmp_path / "bomb.docx", {"word/document.xml": bytes(20_000_000)})
    assert path.stat().st_size < 100_000
    with pytest.raises(PageRefused, match="unpacks"), open_zip(path):
        pytest.fail("a bomb was opened")


def test_a_locked_part_is_a_password(tmp_path: Path) -> None:
    """Encrypted zips say so."""
    path = make_zip(tmp_path / "a.docx", {"part": "text"})
    content = bytearray(path.read_bytes())
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(PageRefused, match="password"), open_zip(path):
        pytest.fail("a locked part was opened")


@pytest.mark.parametrize(
    ("xml", "reason"),
    [(BILLION_LAUGHS, reasons.XML_BOMB), ("<!DOCTYPE x><x/>", reasons.XML_BOMB), ("<x>", reasons.DAMAGED)],
)
def test_harmful_xml_is_refused(xml: str, reason: reasons.Reason, tmp_path: Path) -> None:
    """Entities are never expanded, and half a file is damage."""
    path = make_zip(tmp_path / "a.docx", {"part": xml})
    with pytest.raises(PageRefused) as caught, open_zip(path) as archive:
        read_xml(path, archive, "part")
    assert caught.value.refusal.reason == reason.sentence


def test_kinds_of_zip(tmp_path: Path) -> None:
    """What is no zip at all is damaged."""
    assert find_zip_kind(make_docx(tmp_path / "a.docx", "<w:p/>")) == "docx"
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 and no more")
    assert find_zip_kind(tmp_path / "b.docx") == "damaged"
    assert not zipfile.is_zipfile(tmp_path / "b.docx")
