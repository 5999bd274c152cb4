"""An OpenDocument text comes in; its paragraphs in order, tables' cells among them, and its photos go out.

OpenDocument 1.3, part 3: what was deleted under review stands in tracked-changes, comments in annotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.intake import reasons
from pipeline.intake.errors import refuse
from pipeline.intake.word import is_photo
from pipeline.intake.zips import open_zip, read_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_IMAGE = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}image"
_TARGET = "{http://www.w3.org/1999/xlink}href"
_MANIFEST = "META-INF/manifest.xml"
_PROTECTION = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_LEFT_OUT = {
    f"{_TEXT}tracked-changes",
    f"{_TEXT}note",
    f"{_TEXT}sequence-decls",
    f"{_OFFICE}annotation",
    f"{_OFFICE}forms",
}
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_MOST_SPACES = 1000


def read_odt(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the document's paragraphs (a newline where a line was broken by hand) and the names of its photos' parts.

    Raises PageRefused where it is damaged, harmful or protected.
    """
    with open_zip(path) as archive:
        has_manifest = _MANIFEST in archive.NameToInfo
        if has_manifest and read_xml(path, archive, _MANIFEST).find(f".//{_PROTECTION}") is not None:
            raise refuse(path.name, reasons.PASSWORD)
        body = read_xml(path, archive, "content.xml").find(f".//{_OFFICE}text")
        if body is None:
            raise refuse(path.name, reasons.DAMAGED)
        targets = dict.fromkeys(image.get(_TARGET, "").removeprefix("./") for image in body.iter(_IMAGE))
        photos = tuple(target for target in targets if is_photo(archive, target))
        return tuple("".join(_list_text(paragraph)) for paragraph in _list_paragraphs(body)), photos


def _list_paragraphs(element: Element) -> Iterator[Element]:
    """Yield paragraphs in order; those of a text box follow the paragraph it hangs on."""
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag in _PARAGRAPHS:
            yield child
        yield from _list_paragraphs(child)


def _list_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in _LEFT_OUT and child.tag not in _PARAGRAPHS:
            yield from _list_child_text(child)
        yield child.tail or ""


def _list_child_text(child: Element) -> Iterator[str]:
    if child.tag == f"{_TEXT}line-break":
        yield "\n"
    elif child.tag == f"{_TEXT}tab":
        yield "\t"
    elif child.tag == f"{_TEXT}s":
        yield " " * min(int(child.get(f"{_TEXT}c", "1")), _MOST_SPACES)
    else:
        yield from _list_text(child)
