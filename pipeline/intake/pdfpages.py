"""A page of a PDF comes in; the page as an image, upright, with the text layer's words in its pixels, goes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging import set_upright, turn_box
from pipeline.intake import reasons
from pipeline.intake.errors import refuse
from pipeline.intake.pdf import open_document
from pipeline.intake.pdftext import read_text_lines
from pipeline.intake.pictures import SMALLEST_SIDE_PX
from pipeline.records.reading import Line, Word
from pipeline.records.work import OpenedPage
from pipeline.settings import IntakeSettings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfImage, PdfPage

_POINTS_AN_INCH = 72
_LEAST_SCAN_SHARE = 0.5
_FORM_DEPTH = 6
_UNSEEN_TEXT_MODES = {3, 7}  # ISO 32000-1, 9.3.6: neither filled nor stroked, and clipping only


@dataclass(frozen=True, slots=True)
class _Content:
    """What a page is made of. `scan_scale`: pixels a point of its scan, None where it is not one scanned picture.

    `is_one_bit`: its scan knows black and white only.
    """

    scan_scale: float | None
    has_seen_text: bool
    is_one_bit: bool


def open_pdf_page(path: Path, index: int, settings: IntakeSettings) -> OpenedPage:
    """Return page `index` of the PDF with its image and, where there is any, its text layer's lines.

    Rendered at settings.pdf_dpi, a scan at the scanner's own resolution, the longer side at most settings.page_side_px.
    What was written into forms and onto the page counts as the page's own. Only pages that show no typed text are set
    upright by the direction model; others say themselves which way is up.
    Raises PageRefused where the page can't be rendered, or holds a picture over settings.max_pixels.
    """
    from pypdfium2 import PdfiumError

    try:
        with open_document(path) as document:
            page = _load_page(path, document, index)
            content = _inspect_page(path, page, settings)
            image = _render(path, page, content, settings)
            lines = read_text_lines(page, (image.shape[1], image.shape[0]))
    except PdfiumError as error:
        raise refuse(path.name, reasons.DAMAGED_PDF) from error
    if content.has_seen_text:
        return OpenedPage(image, 0, lines or None)
    upright, degrees = set_upright(image, settings.turn_confidence)
    turned = tuple(_turn_line(line, (image.shape[1], image.shape[0]), degrees) for line in lines)
    return OpenedPage(upright, degrees, turned or None, content.is_one_bit)


def _load_page(path: Path, document: PdfDocument, index: int) -> PdfPage:
    """Return the page with forms and notes made part of it, so that they are both drawn and found as text."""
    from pypdfium2 import raw

    if index >= len(document):
        raise refuse(path.name, reasons.PAGE_GONE)
    document.init_forms()
    page = document[index]
    if raw.FPDFPage_GetAnnotCount(page):
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    return page


def _inspect_page(path: Path, page: PdfPage, settings: IntakeSettings) -> _Content:
    from pypdfium2 import raw

    wanted = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_TEXT)
    parts = list(page.get_objects(filter=wanted, max_depth=_FORM_DEPTH))
    texts = (part for part in parts if part.type == raw.FPDF_PAGEOBJ_TEXT)
    has_seen_text = any(raw.FPDFTextObj_GetTextRenderMode(part) not in _UNSEEN_TEXT_MODES for part in texts)
    pictures = [_measure_picture(path, part, settings) for part in parts if part.type == raw.FPDF_PAGEOBJ_IMAGE]
    width_pt, height_pt = page.get_size()
    is_covered = sum(area for area, _ in pictures) >= _LEAST_SCAN_SHARE * width_pt * height_pt
    is_scan = bool(pictures) and is_covered and not has_seen_text
    depths = [part.get_metadata().bits_per_pixel for part in parts if part.type == raw.FPDF_PAGEOBJ_IMAGE]
    is_one_bit = is_scan and all(depth == 1 for depth in depths)
    return _Content(max(scale for _, scale in pictures) if is_scan else None, has_seen_text, is_one_bit)


def _measure_picture(path: Path, picture: PdfImage, settings: IntakeSettings) -> tuple[float, float]:
    """Return a placed picture's area in square points and its pixels a point; PageRefused for too many pixels."""
    width_px, height_px = picture.get_px_size()
    if width_px * height_px > settings.max_pixels:
        raise refuse(path.name, reasons.TOO_MANY_PIXELS)
    left, bottom, right, top = picture.get_bounds()
    width_pt, height_pt = abs(right - left), abs(top - bottom)
    longer_pt = max(width_pt, height_pt)
    return width_pt * height_pt, max(width_px, height_px) / longer_pt if longer_pt else 0.0


def _render(path: Path, page: PdfPage, content: _Content, settings: IntakeSettings) -> NDArray[np.uint8]:
    """Return the page as RGB, uint8, (height, width, 3); a scan is not enlarged."""
    longer_pt = max(page.get_size())
    if not 0 < longer_pt < float("inf"):
        raise refuse(path.name, reasons.DAMAGED_PDF)
    wanted_scale = settings.pdf_dpi / _POINTS_AN_INCH if content.scan_scale is None else max(1.0, content.scan_scale)
    scale = min(wanted_scale, (settings.page_side_px - 0.5) / longer_pt)  # PDFium rounds up to whole pixels
    if min(page.get_size()) * scale < SMALLEST_SIDE_PX:
        raise refuse(path.name, reasons.TOO_SMALL)
    bitmap = page.render(scale=scale, rev_byteorder=True)
    return np.array(bitmap.to_numpy()[:, :, :3])


def _turn_line(line: Line, size_px: tuple[int, int], degrees: int) -> Line:
    words = tuple(
        Word(word.text, turn_box(word.box, size_px, degrees) if word.box else None, word.confidence)
        for word in line.words
    )
    return Line(words, line.confidence, line.starts_paragraph)
