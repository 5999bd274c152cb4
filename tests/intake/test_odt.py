"""OpenDocument texts: what the student wrote, in order, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import reasons
from pipeline.intake.errors import PageRefused
from pipeline.intake.odt import read_odt
from tests.intake.makers import draw_corners, encode_png, make_odt, make_zip


def read_texts(path: Path, body: str) -> tuple[str, ...]:
    """Return the paragraphs of a document with this body."""
    return read_odt(make_odt(path, body))[0]


def test_headings_paragraphs_and_tables_come_in_order(tmp_path: Path) -> None:
    """As they stand on the page."""
    body = (
        "<text:h>Ice</text:h><text:p>It <text:span>melts</text:span>.</text:p><table:table><table:table-row>"
        "<table:table-cell><text:p>warm</text:p></table:table-cell><table:table-cell><text:p>cold</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    assert read_texts(tmp_path / "a.odt", body) == ("Ice", "It melts.", "warm", "cold")


def test_spaces_tabs_and_line_breaks_are_kept(tmp_path: Path) -> None:
    """They are elements of their own here."""
    body = '<text:p>one<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four</text:p>'
    assert read_texts(tmp_path / "a.odt", body) == ("one   two\tthree\nfour",)


def test_deletions_comments_and_notes_stay_out(tmp_path: Path) -> None:
    """Only what the student left is the student's; what follows a comment is kept."""
    body = (
        "<text:tracked-changes><text:p>never</text:p></text:tracked-changes>"
        "<text:p>It <office:annotation><text:p>Well done</text:p></office:annotation>melts"
        "<text:note><text:note-body><text:p>see above</text:p></text:note-body></text:note>.</text:p>"
    )
    assert read_texts(tmp_path / "a.odt", body) == ("It melts.",)


def test_photos_come_once_each(tmp_path: Path) -> None:
    """Pictures of kinds we open, that are there."""
    shown = "".join(
        f'<draw:image xlink:href="{name}"/>' for name in ("./Pictures/a.png", "Pictures/a.png", "Pictures/gone.png")
    )
    path = make_odt(tmp_path / "a.odt", f"<text:p>{shown}</text:p>", {"Pictures/a.png": encode_png(draw_corners())})
    assert read_odt(path) == (("",), ("Pictures/a.png",))


def test_a_password_is_said(tmp_path: Path) -> None:
    """The manifest says what is encrypted."""
    path = make_odt(tmp_path / "a.odt", "", manifest="<m:file-entry><m:encryption-data/></m:file-entry>")
    with pytest.raises(PageRefused, match="password"):
        read_odt(path)


def test_a_document_without_text_is_damaged(tmp_path: Path) -> None:
    """A body has to be there."""
    with pytest.raises(PageRefused, match=reasons.DAMAGED.sentence):
        read_odt(make_zip(tmp_path / "a.odt", {"content.xml": "<x/>"}))
