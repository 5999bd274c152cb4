"""Files as students hand them in, made small enough to check by eye: pictures, PDFs and documents from nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw, ImageFont

HEIC_CORNERS = Path(__file__).parent / "files" / "corners.heic"
RED, BLUE = (200, 0, 0), (0, 0, 200)

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def draw_corners(mode: str = "RGB", size_px: tuple[int, int] = (96, 64)) -> Image.Image:
    """Return a white sheet with a red square in the upper left corner and a blue one in the lower right."""
    sheet = Image.new("RGB", size_px, "white")
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((0, 0, 31, 31), fill=RED)
    pen.rectangle((size_px[0] - 32, size_px[1] - 32, size_px[0] - 1, size_px[1] - 1), fill=BLUE)
    return sheet.convert(mode)


def draw_writing(lines: int = 14, size_px: tuple[int, int] = (900, 1200)) -> Image.Image:
    """Return a page of print with a clear up and down."""
    sheet = Image.new("RGB", size_px, "white")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(40)
    for line in range(lines):
        pen.text((60, 60 + 75 * line), "The bulb goes off when a wire is gone.", fill=(20, 20, 40), font=font)
    return sheet


def save_picture(path: Path, picture: Image.Image | None = None, **options: object) -> Path:
    """Save a picture (a sheet with two corners where none is given) in the format its name says."""
    (picture or draw_corners()).save(path, **options)
    return path


def make_pdf(path: Path, contents: Sequence[str], *, rotate: int = 0, box: Sequence[float] = (0, 0, 300, 400)) -> Path:
    """Return a PDF with one page for each of `contents` (content streams; /F is Helvetica)."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for content in contents:
            page = pdf.add_blank_page(page_size=(300, 400))
            page.obj.MediaBox = list(box)
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.obj.Contents = pdf.make_stream(content.encode("latin-1"))
            if rotate:
                page.obj.Rotate = rotate
        pdf.save(path)
    return path


def write_line(text: str, x: float, y: float, size: float = 20) -> str:
    """Return a content stream that writes `text` with its baseline beginning at (x, y)."""
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n"


def make_scan_pdf(
    path: Path, picture: Image.Image, *, size_pt: tuple[float, float] = (300, 400), over: str = "", declared: int = 0
) -> Path:
    """Return a PDF of one page filled by a picture, `over` written on it; `declared` px is a lie about its side."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=size_pt)
        jpeg = BytesIO()
        picture.save(jpeg, "JPEG", quality=95)
        image = pdf.make_stream(jpeg.getvalue())
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height = (declared or picture.width), (declared or picture.height)
        image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
        image.Filter = pikepdf.Name.DCTDecode
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image), Font=pikepdf.Dictionary(F=font))
        page.obj.Contents = pdf.make_stream(f"q {size_pt[0]} 0 0 {size_pt[1]} 0 0 cm /I Do Q\n{over}".encode())
        pdf.save(path)
    return path


def make_zip(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Return a zip with these parts, in this order."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def make_docx(path: Path, body: str, photos: Sequence[bytes] = (), main: str = "word/document.xml") -> Path:
    """Return a Word document with this body (WordprocessingML, prefix w); photo N is relation rN."""
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE_RELATIONS}/image" Target="media/photo{at}.png"/>'
        for at in range(len(photos))
    )
    file = main.rpartition("/")[2]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="m" Type="{_OFFICE_RELATIONS}/officeDocument" Target="{main}"/></Relationships>',
        main: f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE_RELATIONS}" xmlns:a="{_DRAWING}" '
        f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>',
        f"word/_rels/{file}.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        **{f"word/media/photo{at}.png": photo for at, photo in enumerate(photos)},
    }
    return make_zip(path, parts)


def wrap_photo(at: int) -> str:
    """Return the body's paragraph that shows photo `at`."""
    return f'<w:p><w:r><w:drawing><a:blip r:embed="r{at}"/></w:drawing></w:r></w:p>'


def make_odt(path: Path, body: str, photos: Mapping[str, bytes] | None = None, manifest: str = "") -> Path:
    """Return an OpenDocument text with this body (prefixes text, table, office, draw, xlink)."""
    names = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("text", "table", "office"))
    content = (
        f'<office:document-content {names} xmlns:draw="{_ODF}drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_ODF}manifest:1.0">{manifest}</m:manifest>',
        **(photos or {}),
    }
    return make_zip(path, parts)


def encode_png(picture: Image.Image) -> bytes:
    """Return the picture as the bytes of a PNG file."""
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
