"""The sides of a stack come in; a small picture of each, as it lies in its file, goes out one after the other.

Small enough that a class's stack is looked through in seconds: nothing here is read, and no side is turned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.sizes import shrink_image
from pipeline.intake.errors import PageRefused
from pipeline.intake.formats import Format, sniff_format
from pipeline.intake.pages import open_page, refusing_all
from pipeline.intake.pdf import open_document
from pipeline.intake.pictures import open_picture
from pipeline.records.work import SourcePage
from pipeline.settings import IntakeSettings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

SIDE_PX = 640
"""The longer side of the small pictures: print of 10 points is 5 px high on A4, a code's squares some 6 px."""

_DRAFT_SIDE_PX = 1000  # the least that settings take; a JPEG decodes at a fraction of its size for it
_EMPTY = (SIDE_PX, SIDE_PX * 7 // 10, 3)


def look_through(sides: Sequence[SourcePage], settings: IntakeSettings) -> Iterator[NDArray[np.uint8]]:
    """Yield each side's small picture, RGB, uint8, (height, width, 3), longer side at most SIDE_PX.

    A side that can't be opened is an empty grey one, so that the others keep their places; it is refused when read.
    """
    small = settings.model_copy(update={"page_side_px": _DRAFT_SIDE_PX})
    for source, run in groupby(sides, key=lambda side: side.source):
        yield from _look_through_file(source, [side.index for side in run], small)


def _look_through_file(source: Path, indexes: Sequence[int], small: IntakeSettings) -> Iterator[NDArray[np.uint8]]:
    done = 0
    try:
        with refusing_all(source):
            kind = sniff_format(source)
            with open_document(source) if kind is Format.PDF else nullcontext() as document:
                for index in indexes:
                    side = _open_side(document, SourcePage(source, "", index), kind, small)
                    done += 1
                    yield side
    except PageRefused:
        yield from (np.full(_EMPTY, 200, np.uint8) for _ in indexes[done:])


def _open_side(
    document: PdfDocument | None, page: SourcePage, kind: Format, small: IntakeSettings
) -> NDArray[np.uint8]:
    try:
        with refusing_all(page.source):
            if document is not None:
                return _render_side(document, page.index)
            if kind.is_picture:
                return shrink_image(open_picture(page.source, kind, page.index, small), SIDE_PX)
            image = open_page(page, small).image
    except PageRefused:
        image = None
    return np.full(_EMPTY, 200, np.uint8) if image is None else shrink_image(image, SIDE_PX)


def _render_side(document: PdfDocument, index: int) -> NDArray[np.uint8]:
    page = document[index]
    bitmap = page.render(scale=(SIDE_PX - 0.5) / max(page.get_size()), rev_byteorder=True)
    return np.array(bitmap.to_numpy()[:, :, :3])
