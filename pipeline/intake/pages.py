"""A source file comes in; the indexes of its pages, and one page of it opened, upright and ready to be read, go out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pipeline.errors import PatternworkError
from pipeline.imaging import set_upright
from pipeline.intake import reasons
from pipeline.intake.errors import PageRefused, refuse
from pipeline.intake.formats import Format, sniff_format, sniff_picture
from pipeline.intake.pdf import list_pdf_pages
from pipeline.intake.pdfpages import open_pdf_page
from pipeline.intake.pictures import is_one_bit, list_picture_pages, open_picture
from pipeline.intake.regions import cut_region
from pipeline.intake.typed import Typed, read_typed
from pipeline.intake.zips import MOST_PHOTO_BYTES, open_zip, read_part
from pipeline.records.work import OpenedPage, SourcePage
from pipeline.settings import IntakeSettings


def list_pages(path: Path, kind: Format, settings: IntakeSettings) -> tuple[int, ...]:
    """Return the indexes of the pages in the file at `path`, decoding none of them: at least one.

    Raises PageRefused, with what to do now, where the file can't be opened.
    """
    with refusing_all(path):
        if kind.is_picture:
            return list_picture_pages(path, kind, settings)
        if kind is Format.PDF:
            return list_pdf_pages(path, settings)
        return tuple(range(len(read_typed(path, kind).photos))) or (0,)


def open_page(page: SourcePage, settings: IntakeSettings) -> OpenedPage:
    """Return the page decoded and upright, its longer side at most settings.page_side_px; the source is only read.

    A PDF's text layer comes along as lines in the image's pixels, a typed file as lines without an image. Of a
    page with a region only that comes. Raises PageRefused, with what to do now, where the page can't be opened.
    """
    opened = _open_whole(page, settings)
    return cut_region(opened, page.region, settings.turn_confidence) if page.region else opened


def _open_whole(page: SourcePage, settings: IntakeSettings) -> OpenedPage:
    with refusing_all(page.source):
        kind = sniff_format(page.source)
        if kind is Format.PDF:
            return open_pdf_page(page.source, page.index, settings)
        if kind.is_picture:
            return _open_picture_page(page.source, kind, page.index, settings)
        typed = read_typed(page.source, kind)
        return _open_photo(page, typed, settings) if typed.photos else OpenedPage(None, 0, typed.lines)


def _open_picture_page(source: Path | bytes, kind: Format, index: int, settings: IntakeSettings) -> OpenedPage:
    image, degrees = set_upright(open_picture(source, kind, index, settings), settings.turn_confidence)
    return OpenedPage(image, degrees, None, is_one_bit=is_one_bit(source, kind, index))


def _open_photo(page: SourcePage, typed: Typed, settings: IntakeSettings) -> OpenedPage:
    """Open one of the photos that a document holds instead of text."""
    if page.index >= len(typed.photos):
        raise refuse(page.source.name, reasons.PAGE_GONE)
    with open_zip(page.source) as archive:
        photo = read_part(page.source, archive, typed.photos[page.index], MOST_PHOTO_BYTES)
    kind = sniff_picture(photo)
    if kind is None:
        raise refuse(page.source.name, reasons.DAMAGED)
    return _open_picture_page(photo, kind, 0, settings)


@contextmanager
def refusing_all(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with the file at `path` into PageRefused: one file never stops a class set."""
    try:
        yield
    except PageRefused as error:
        raise PageRefused(replace(error.refusal, source_name=path.name, source=path)) from error
    except PatternworkError:
        raise
    except FileNotFoundError as error:
        raise refuse(path.name, reasons.GONE, path) from error
    except PermissionError as error:
        raise refuse(path.name, reasons.NOT_ALLOWED, path) from error
    except Exception as error:  # the libraries under us raise anything on damaged or hostile files
        raise refuse(path.name, reasons.DAMAGED, path) from error
