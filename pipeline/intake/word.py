"""A Word document comes in; its paragraphs in order, tables' cells among them, and its photos go out.

The XML is read directly (ECMA-376, part 1, 17.3), since what was inserted under review counts as written and what was
deleted does not. Comments, headers, footers and notes are parts of their own and stay out.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.intake import reasons
from pipeline.intake.errors import refuse
from pipeline.intake.formats import sniff_picture
from pipeline.intake.zips import open_zip, read_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEFT_OUT = {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "sectPr", "rPr"}
_WRITTEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PICTURE_HEAD_BYTES = 32


def read_docx(path: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the document's paragraphs (a newline where a line was broken by hand) and the names of its photos' parts.

    Raises PageRefused where it is damaged, harmful or protected.
    """
    with open_zip(path) as archive:
        main = _find_main_part(path, archive)
        root = read_xml(path, archive, main)
        body = next((child for child in root if _name(child) == "body"), None)
        if body is None:
            raise refuse(path.name, reasons.DAMAGED)
        paragraphs = tuple("".join(_list_text(paragraph)) for paragraph in _list_paragraphs(body))
        return paragraphs, tuple(_list_photos(path, archive, main, body))


def is_photo(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether the part `name` is there and is a picture of a kind we open."""
    if name not in archive.NameToInfo:
        return False
    with archive.open(name) as part:
        return sniff_picture(part.read(_PICTURE_HEAD_BYTES)) is not None


def _name(element: Element) -> str:
    """Return the tag without its namespace: transitional and strict documents differ in nothing else."""
    return element.tag.rpartition("}")[2]


def _find_main_part(path: Path, archive: zipfile.ZipFile) -> str:
    for relation in read_xml(path, archive, "_rels/.rels"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    raise refuse(path.name, reasons.DAMAGED)


def _list_paragraphs(element: Element) -> Iterator[Element]:
    """Yield paragraphs in order; those of a text box follow the paragraph it hangs on."""
    for child in element:
        if _name(child) in _LEFT_OUT:
            continue
        if _name(child) == "p":
            yield child
        yield from _list_paragraphs(child)


def _list_text(element: Element) -> Iterator[str]:
    """Yield the text of a paragraph without the paragraphs of text boxes inside it."""
    for child in element:
        name = _name(child)
        if name in _LEFT_OUT or name == "p" or _is_hidden(child):
            continue
        if name == "t":
            yield child.text or ""
        elif name in _WRITTEN:
            yield _WRITTEN[name]
        else:
            yield from _list_text(child)


def _is_hidden(run: Element) -> bool:
    properties = next((child for child in run if _name(child) == "rPr"), ())
    return any(_name(mark) == "vanish" and _value(mark) not in {"0", "false"} for mark in properties)


def _value(mark: Element) -> str:
    return next((value for key, value in mark.attrib.items() if key.endswith("}val")), "")


def _list_photos(path: Path, archive: zipfile.ZipFile, main: str, body: Element) -> Iterator[str]:
    """Yield the parts of the pictures the body shows, each once, in order."""
    folder, file = posixpath.split(main)
    relations = f"{folder}/_rels/{file}.rels".lstrip("/")
    if relations not in archive.NameToInfo:
        return
    targets = {relation.get("Id"): relation.get("Target", "") for relation in read_xml(path, archive, relations)}
    names = (
        posixpath.normpath(posixpath.join("/", folder, targets[key])).lstrip("/")
        for shown in body.iter()
        if _name(shown) in {"blip", "imagedata"}
        for attribute, key in shown.attrib.items()
        if attribute.endswith(("}embed", "}id")) and key in targets
    )
    yield from (name for name in dict.fromkeys(names) if is_photo(archive, name))
