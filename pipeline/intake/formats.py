"""A file comes in, which of the formats we open it holds, by its first bytes and never by its name alone, goes out."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from pipeline.intake import reasons
from pipeline.intake.errors import refuse
from pipeline.intake.foreign import find_foreign_reason
from pipeline.intake.plain import is_plain_text
from pipeline.intake.zips import find_zip_kind

_HEAD_BYTES = 4096
_TEXT_SUFFIXES = {"", ".txt", ".text", ".md", ".markdown"}
_NOT_TEXT_SUFFIXES = re.compile(
    r"\.(jpe?g|png|tiff?|webp|hei[cf]|bmp|gif|pdf|docx?|odt|rtf|pages|mp[34]|mov|zip)", re.IGNORECASE
)
_WEB_SUFFIXES = {".html", ".htm"}
_TYPED_IN = re.compile(r".+_text|(?:.*_)?onlinetext_?")  # how Canvas and Moodle name what was typed into them
_SUFFIX = re.compile(r"\.[a-z][a-z0-9_]{0,11}")
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_BMP_HEADER_BYTES = {12, 40, 52, 56, 64, 108, 124}


class Format(StrEnum):
    """A format we open."""

    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    WEBP = "webp"
    HEIC = "heic"
    BMP = "bmp"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    TEXT = "text"
    WEB_TEXT = "web text"

    @property
    def is_picture(self) -> bool:
        """Whether it holds one or more pictures and nothing else."""
        return self in _PICTURES


_PICTURES = {Format.JPEG, Format.PNG, Format.TIFF, Format.WEBP, Format.HEIC, Format.BMP}

_SIGNS: tuple[tuple[bytes, Format], ...] = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"II*\x00", Format.TIFF),
    (b"MM\x00*", Format.TIFF),
    (b"II+\x00", Format.TIFF),
    (b"MM\x00+", Format.TIFF),
    (b"{\\rtf", Format.RTF),
)


def sniff_picture(head: bytes) -> Format | None:
    """Return the picture format whose file begins with `head` (at least 32 bytes of it), or None."""
    for sign, found in _SIGNS:
        if found.is_picture and head.startswith(sign):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return Format.HEIC
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADER_BYTES:
        return Format.BMP
    return None


def sniff_format(path: Path) -> Format:
    """Return the format of the file at `path`.

    Raises PageRefused where the file is empty or holds nothing we open, with advice on how to get it into a form we do.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head:
        raise refuse(path.name, reasons.EMPTY)
    found = sniff_picture(head) or _sniff_document(path, head)
    if found is None:
        raise refuse(path.name, _explain(path, head))
    return found


def _sniff_document(path: Path, head: bytes) -> Format | None:
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"{\\rtf"):
        return Format.RTF
    if head.startswith(b"PK\x03\x04"):
        kind = find_zip_kind(path)
        return Format(kind) if kind in (Format.DOCX, Format.ODT) else None
    if path.suffix.lower() in _WEB_SUFFIXES:
        return Format.WEB_TEXT if _TYPED_IN.fullmatch(path.stem) and is_plain_text(head) else None
    is_named_text = path.suffix.lower() in _TEXT_SUFFIXES or not _SUFFIX.fullmatch(path.suffix.lower())
    return Format.TEXT if is_named_text and is_plain_text(head) else None


def _explain(path: Path, head: bytes) -> reasons.Reason:
    """Say what a file that we don't open is."""
    reason = find_foreign_reason(path, head)
    if reason is not None:
        return reason
    if is_plain_text(head):
        return reasons.NOT_A_PICTURE if _NOT_TEXT_SUFFIXES.fullmatch(path.suffix) else reasons.OTHER_TEXT
    return reasons.DAMAGED if _NOT_TEXT_SUFFIXES.fullmatch(path.suffix) else reasons.UNKNOWN
