"""A zipped document comes in; what it is, and single parts of it, go out. Nothing is ever unpacked to disk."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from struct import error as StructError  # noqa: N812  # an exception of struct's own, named as one here
from typing import TYPE_CHECKING
from zlib import error as ZlibError  # noqa: N812  # an exception of zlib's own, named as one here

from pipeline.intake import reasons
from pipeline.intake.errors import refuse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_XML_BYTES = 30_000_000
MOST_PHOTO_BYTES = 100_000_000
_MOST_PARTS = 10_000
_MOST_UNPACKED_BYTES = 1_000_000_000
_MOST_INFLATION = 200
_HARMLESS_BYTES = 10_000_000
_ODF = "application/vnd.oasis.opendocument."
BROKEN_ZIP = (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ZlibError, EOFError, OSError, KeyError)
_IS_ENCRYPTED = 0x1


def find_zip_kind(path: Path) -> str:
    """Return "docx", "odt", "slides", "spreadsheet", "pages" (Apple's), "password", "damaged" or "archive"."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            return _find_odf_kind(archive) if "mimetype" in names else _find_kind(names)
    except (*BROKEN_ZIP, ValueError, StructError):
        return "damaged"


def _find_odf_kind(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as part:
        mime = part.read(len(_ODF) + 40).decode("ascii", "replace").strip()
    for ending, kind in (("text", "odt"), ("presentation", "slides"), ("spreadsheet", "spreadsheet")):
        if mime.startswith(_ODF + ending):
            return kind
    return "archive"


def _find_kind(names: set[str]) -> str:
    if "[Content_Types].xml" in names:
        for folder, kind in (("word/", "docx"), ("ppt/", "slides"), ("xl/", "spreadsheet")):
            if any(name.startswith(folder) for name in names):
                return kind
    if {"Index.zip", "index.apxl"} & names or any(
        name.startswith("Index/") and name.endswith(".iwa") for name in names
    ):
        return "pages"
    return "archive"


@contextmanager
def open_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open the document at `path` for reading its parts.

    Raises PageRefused where it is no sound zip, holds encrypted parts, or unpacks to far more than a document holds.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(path, archive.infolist())
            yield archive
    except BROKEN_ZIP as error:
        raise refuse(path.name, reasons.DAMAGED) from error


def _check_parts(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    unpacked_bytes = sum(part.file_size for part in parts)
    packed_bytes = sum(part.compress_size for part in parts)
    is_inflated = unpacked_bytes > _HARMLESS_BYTES and unpacked_bytes > _MOST_INFLATION * max(1, packed_bytes)
    if len(parts) > _MOST_PARTS or unpacked_bytes > _MOST_UNPACKED_BYTES or is_inflated:
        raise refuse(path.name, reasons.ZIP_BOMB)
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise refuse(path.name, reasons.PASSWORD)


def read_part(path: Path, archive: zipfile.ZipFile, name: str, most_bytes: int) -> bytes:
    """Return the bytes of the part `name`. Raises PageRefused where it holds more than `most_bytes`, or is missing."""
    with archive.open(name) as part:
        content = part.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise refuse(path.name, reasons.ZIP_BOMB)
    return content


def read_xml(path: Path, archive: zipfile.ZipFile, name: str) -> Element:
    """Return the root of the XML part `name`; entities and document type definitions are not expanded but refused."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(read_part(path, archive, name, MOST_XML_BYTES), forbid_dtd=True)
    except DefusedXmlException as error:
        raise refuse(path.name, reasons.XML_BOMB) from error
    except ParseError as error:
        raise refuse(path.name, reasons.DAMAGED) from error
    return root
