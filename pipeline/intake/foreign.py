"""A file we don't open comes in; what it is, as a reason with advice on how to get its pages out, goes out."""

from __future__ import annotations

from pathlib import Path

from pipeline.intake import reasons
from pipeline.intake.reasons import Reason
from pipeline.intake.zips import find_zip_kind

_ZIP_KINDS = {
    "pages": reasons.APPLE_PAGES,
    "slides": reasons.SLIDES,
    "spreadsheet": reasons.SPREADSHEET,
    "password": reasons.PASSWORD,
    "damaged": reasons.DAMAGED,
}
_LINK_SUFFIXES = {
    ".gdoc": reasons.GOOGLE_LINK,
    ".gsheet": reasons.GOOGLE_LINK,
    ".gslides": reasons.GOOGLE_LINK,
    ".gdraw": reasons.GOOGLE_LINK,
    ".gform": reasons.GOOGLE_LINK,
    ".url": reasons.WEB_LINK,
    ".webloc": reasons.WEB_LINK,
    ".lnk": reasons.LINK,
}
_PACKAGE_SUFFIXES = {
    ".pages": reasons.APPLE_PAGES,
    ".numbers": reasons.APPLE_PAGES,
    ".key": reasons.APPLE_PAGES,
    ".rtfd": reasons.ONLY_PICTURES,
}
_SIGNS: tuple[tuple[int, bytes, Reason], ...] = (
    (0, b"GIF8", reasons.OTHER_PICTURE),
    (4, b"ftypavi", reasons.OTHER_PICTURE),
    (4, b"jP  \r\n\x87\n", reasons.OTHER_PICTURE),
    (0, b"8BPS", reasons.OTHER_PICTURE),
    (4, b"ftyp", reasons.FILM),
    (0, b"\x1aE\xdf\xa3", reasons.FILM),
    (8, b"AVI ", reasons.FILM),
    (8, b"WAVE", reasons.FILM),
    (0, b"ID3", reasons.FILM),
    (0, b"Rar!", reasons.ARCHIVE),
    (0, b"7z\xbc\xaf\x27\x1c", reasons.ARCHIVE),
    (0, b"\x1f\x8b", reasons.ARCHIVE),
)
_OLE_SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (
    ("EncryptedPackage", reasons.PASSWORD),
    ("WordDocument", reasons.OLD_WORD),
    ("PowerPoint Document", reasons.SLIDES),
    ("Workbook", reasons.SPREADSHEET),
)
_OLE_SEARCH_BYTES = 50_000_000
_LINK_PAGES = ("_link.html", "_link.htm")  # Canvas makes such a page of a link that was handed in


def find_foreign_reason(path: Path, head: bytes) -> Reason | None:
    """Return what the file at `path`, beginning with `head`, is, or None where it is nothing we know."""
    if path.suffix.lower() in _LINK_SUFFIXES:
        return _LINK_SUFFIXES[path.suffix.lower()]
    if path.name.lower().endswith(_LINK_PAGES):
        return reasons.WEB_LINK
    if head.startswith(b"PK\x03\x04"):
        return _ZIP_KINDS.get(find_zip_kind(path), reasons.ARCHIVE)
    if head.startswith(_OLE_SIGN):
        return _find_ole_reason(path)
    return next((reason for at, sign, reason in _SIGNS if head[at : at + len(sign)] == sign), None)


def find_package_reason(path: Path) -> Reason | None:
    """Return why a folder that macOS shows as one document is not read, or None for an ordinary folder."""
    return _PACKAGE_SUFFIXES.get(path.suffix.lower())


def _find_ole_reason(path: Path) -> Reason:
    with path.open("rb") as file:
        content = file.read(_OLE_SEARCH_BYTES)
    kinds = (reason for name, reason in _OLE_KINDS if name.encode("utf-16-le") in content)
    return next(kinds, reasons.UNKNOWN)
