"""Pictures and texts come in; the files a teacher would find in the folder go out: JPEG, scanned or typed PDF, DOCX."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from tests.rendering.capture import Captured

JPEG_QUALITY = 72
_ORIENTATION_TAG = 0x0112
_TYPED_PAGE = """
#set document(date: none)
#set page(paper: "a4", margin: 2.5cm)
#set text(font: "Libertinus Serif", size: 12pt)
#set par(leading: 0.9em, spacing: 1.4em)
#for paragraph in json(bytes(sys.inputs.paragraphs)) [#text(paragraph) #parbreak()]
"""


def save_jpeg(captured: Captured, path: Path, exif_orientation: int = 1) -> None:
    """Write the picture to `path`; an orientation other than 1 is written into its EXIF."""
    path.write_bytes(_encode_jpeg(captured, exif_orientation))


def save_scanned_pdf(pages: Sequence[Captured], path: Path) -> None:
    """Write the pictures as a PDF of images without a text layer, 150 dots an inch."""
    import pikepdf

    with pikepdf.new() as pdf:
        for captured in pages:
            _add_image_page(pdf, captured)
        pdf.save(path, deterministic_id=True)


def save_typed_pdf(text: str, path: Path) -> None:
    """Write the text as a PDF with a text layer, one paragraph where an empty line stands."""
    import typst

    inputs = {"paragraphs": json.dumps(_split_paragraphs(text))}
    path.write_bytes(bytes(typst.compile(_TYPED_PAGE.encode(), sys_inputs=inputs)))


def save_docx(text: str, path: Path) -> None:
    """Write the text as a DOCX; its clock stands still, so that the same text gives the same bytes."""
    from docx import Document

    document = Document()
    document.core_properties.author = ""
    for paragraph in _split_paragraphs(text):
        document.add_paragraph(paragraph)
    held = io.BytesIO()
    document.save(held)
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(
                zipfile.ZipInfo(entry.filename, (2026, 1, 1, 0, 0, 0)), source.read(entry), zipfile.ZIP_DEFLATED
            )


def _encode_jpeg(captured: Captured, exif_orientation: int = 1) -> bytes:
    image = Image.fromarray(captured.pixels)
    exif = Image.Exif()
    if exif_orientation != 1:
        exif[_ORIENTATION_TAG] = exif_orientation
    held = io.BytesIO()
    (image.convert("L") if captured.is_grey else image).save(
        held, "JPEG", quality=JPEG_QUALITY, exif=exif, dpi=(150, 150)
    )
    return held.getvalue()


def _add_image_page(pdf: object, captured: Captured) -> None:
    from pikepdf import Dictionary, Name, Pdf, Stream

    assert isinstance(pdf, Pdf)
    height, width = captured.pixels.shape[:2]
    picture = Stream(pdf, _encode_jpeg(captured))
    picture.Type, picture.Subtype, picture.Filter = Name.XObject, Name.Image, Name.DCTDecode
    picture.Width, picture.Height, picture.BitsPerComponent = width, height, 8
    picture.ColorSpace = Name.DeviceGray if captured.is_grey else Name.DeviceRGB
    width_pt, height_pt = width * 72 / 150, height * 72 / 150
    page = pdf.add_blank_page(page_size=(width_pt, height_pt))
    page.Resources = Dictionary(XObject=Dictionary(Picture=picture))
    page.Contents = Stream(pdf, f"q {width_pt:.4f} 0 0 {height_pt:.4f} 0 0 cm /Picture Do Q".encode())


def _split_paragraphs(text: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n")]
