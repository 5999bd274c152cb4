"""A PDF file comes in; how many pages it has, and the opened document for the rooms beside this one, go out.

PDFium is not thread-safe: everything that uses it does so inside `open_document`, one thread at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from logging import CRITICAL, getLogger
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from pipeline.intake import reasons
from pipeline.intake.errors import refuse
from pipeline.settings import IntakeSettings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PDFIUM = RLock()


def list_pdf_pages(path: Path, settings: IntakeSettings) -> tuple[int, ...]:
    """Return the indexes of the PDF's pages, nothing rendered.

    Raises PageRefused where it is protected, can't be mended, has no pages or more than settings.max_pages_a_file.
    """
    with open_document(path) as document:
        if len(document) > settings.max_pages_a_file:
            raise refuse(path.name, reasons.TOO_MANY_PAGES)
        return tuple(range(len(document)))


@contextmanager
def open_document(path: Path) -> Iterator[PdfDocument]:
    """Open the PDF at `path`, mended in memory where it is broken; it has at least one page.

    Raises PageRefused where it is protected by a password, has no pages or can't be mended.
    """
    with _PDFIUM:
        document = _open_as_is(path) or _open_mended(path)
        try:
            yield document
        finally:
            document.close()


def _open_as_is(path: Path) -> PdfDocument | None:
    """Return the document, or None where PDFium can't open it or finds no page in it.

    Why it can't is left to qpdf: the error code of a file that just isn't sound can be that of the file before it.
    """
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(path)
    except PdfiumError:
        return None
    if len(document):
        return document
    document.close()
    return None


def _open_mended(path: Path) -> PdfDocument:
    """Return the document as qpdf's repair writes it anew, in memory only."""
    from pikepdf import PasswordError, Pdf, PdfError
    from pypdfium2 import PdfDocument, PdfiumError

    getLogger("pikepdf").setLevel(CRITICAL)  # what it says of broken files can name them
    mended = BytesIO()
    try:
        with Pdf.open(path) as broken:
            if not broken.pages:
                raise refuse(path.name, reasons.NO_PAGES)
            broken.save(mended)
        return PdfDocument(mended.getvalue())
    except PasswordError as error:
        raise refuse(path.name, reasons.PASSWORD) from error
    except (PdfError, PdfiumError, RuntimeError, ValueError) as error:
        raise refuse(path.name, reasons.DAMAGED_PDF) from error
