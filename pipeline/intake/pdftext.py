"""A loaded PDF page comes in; the words of its text layer, in the pixels of its rendered image, go out as lines."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.intake.paragraphs import mark_paragraphs
from pipeline.records.reading import Box, Line, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_NO_CHARACTER = 0xFFFD
_LINE_ENDS = "\r\n"
_HYPHEN_MARK = 0x02  # PDFium's sign for a hyphen at a line's end
_FINENESS = 64  # PDFium hands out whole pixels; of a page this much larger, they are fractions of ours


@dataclass(frozen=True, slots=True)
class _Sign:
    """One character: its Unicode value (or half of a surrogate pair), and its left, bottom, right and top in points.

    PDFium's own spaces have no corners.
    """

    unit: int
    corners_pt: tuple[float, float, float, float] | None


def read_text_lines(page: PdfPage, size_px: tuple[int, int]) -> tuple[Line, ...]:
    """Return the page's text layer in the file's own order, boxes in pixels of its image of (width, height) `size_px`.

    Confidence is 1.0 throughout: whether the layer can be trusted is the reading room's to say. Characters without a
    Unicode value come as U+FFFD.
    """
    textpage = page.get_textpage()
    try:
        to_px = _find_transform(page, size_px)
        lines: list[list[Word]] = [[]]
        for word in _split_words(_list_signs(textpage)):
            if word is None:
                lines.append([])
            else:
                lines[-1].append(_place_word(word, to_px))
    finally:
        textpage.close()
    return mark_paragraphs([line for line in lines if line])


def _list_signs(textpage: PdfTextPage) -> Iterator[_Sign]:
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(textpage.count_chars()):
        unit = raw.FPDFText_GetUnicode(textpage, index)
        has_box = not raw.FPDFText_IsGenerated(textpage, index) and raw.FPDFText_GetCharBox(
            textpage, index, left, right, bottom, top
        )
        corners_pt = (left.value, bottom.value, right.value, top.value) if has_box else None
        yield _Sign(ord("-") if unit == _HYPHEN_MARK else unit, corners_pt)


def _split_words(signs: Iterator[_Sign]) -> Iterator[list[_Sign] | None]:
    """Yield each word's signs, and None at each line's end."""
    word: list[_Sign] = []
    for sign in signs:
        letter = chr(sign.unit or _NO_CHARACTER)
        if not letter.isspace():
            word.append(sign)
            continue
        if word:
            yield word
            word = []
        if letter in _LINE_ENDS:
            yield None
    if word:
        yield word


def _place_word(word: list[_Sign], to_px: NDArray[np.float64]) -> Word:
    units = b"".join(chr(sign.unit or _NO_CHARACTER).encode("utf-16-le", "surrogatepass") for sign in word)
    written = units.decode("utf-16-le", "replace").replace("\ufffe", "").replace("\xad", "")
    text = unicodedata.normalize("NFC", written)
    corners = [sign.corners_pt for sign in word if sign.corners_pt]
    if not corners:
        return Word(text, None, 1.0)
    left, bottom, right, top = np.array(corners).T
    ends = np.array([[left.min(), bottom.min(), 1.0], [right.max(), top.max(), 1.0]]) @ to_px
    (x0, y0), (x1, y1) = ends.min(axis=0), ends.max(axis=0)
    return Word(text, Box(float(x0), float(y0), float(x1), float(y1)), 1.0)


def _find_transform(page: PdfPage, size_px: tuple[int, int]) -> NDArray[np.float64]:
    """Return the matrix, shape (3, 2), that takes (x, y, 1) in points to pixels: turned and cropped pages included."""
    from pypdfium2 import PdfPosConv

    span_pt = 100.0
    place = PdfPosConv(page, (0, 0, size_px[0] * _FINENESS, size_px[1] * _FINENESS, 0))
    origin, along_x, along_y = (
        np.array(place.to_bitmap(x, y), np.float64) / _FINENESS for x, y in ((0, 0), (span_pt, 0), (0, span_pt))
    )
    return np.array([(along_x - origin) / span_pt, (along_y - origin) / span_pt, origin])
