"""A class set's readings and its boxes come in; the readings with the words marked that don't count go out.

The words stay in the reading: a box that is moved or taken away gives them back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.records.boxes import BoxKind, PageBox, SetBoxes
from pipeline.records.reading import Box, Line, Reading, Word, WordRole

_LEAST_HIDDEN, _LEAST_IGNORED, _LEAST_ASKED = 0.15, 0.4, 0.4
"""Share of a word's box under a box from which it is a name's, is passed over, or answers the question (ours).

Of a name little is enough: the rest of it tells whose it is.
"""


def leave_out_boxed(readings: Mapping[str, Sequence[Reading]], boxes: SetBoxes) -> dict[str, tuple[Reading, ...]]:
    """Return the readings by piece; words under a name or ignore box, or outside the question's, have role OUTSIDE.

    Words without a place (typed files) are left as they are. Lines and words keep their numbers.
    """
    return {
        code: tuple(_mark_page(page, boxes.find_on(code, number), boxes) for number, page in enumerate(pages))
        for code, pages in readings.items()
    }


def _mark_page(page: Reading, here: Sequence[PageBox], boxes: SetBoxes) -> Reading:
    if not (page.width_px and page.height_px and (here or boxes.has_question)):
        return page
    placed = [(box.kind, _scale_box(box, page)) for box in here]
    lines = tuple(_mark_line(line, placed, asks=boxes.has_question) for line in page.lines)
    return replace(page, lines=lines)


def _mark_line(line: Line, placed: Sequence[tuple[BoxKind, Box]], *, asks: bool) -> Line:
    words = tuple(
        replace(word, role=WordRole.OUTSIDE) if _is_outside(word, placed, asks=asks) else word for word in line.words
    )
    return replace(line, words=words)


def _is_outside(word: Word, placed: Sequence[tuple[BoxKind, Box]], *, asks: bool) -> bool:
    if word.box is None:
        return False
    shares = dict.fromkeys(BoxKind, 0.0)
    for kind, box in placed:
        shares[kind] = max(shares[kind], _measure_share(word.box, box))
    is_asked = not asks or shares[BoxKind.QUESTION] >= _LEAST_ASKED
    return shares[BoxKind.NAME] >= _LEAST_HIDDEN or shares[BoxKind.IGNORE] >= _LEAST_IGNORED or not is_asked


def _measure_share(word: Box, box: Box) -> float:
    """Return how much of a word's box lies inside another, 0..1."""
    width = min(word.x1, box.x1) - max(word.x0, box.x0)
    height = min(word.y1, box.y1) - max(word.y0, box.y0)
    area = (word.x1 - word.x0) * (word.y1 - word.y0)
    return width * height / area if width > 0 and height > 0 and area > 0 else 0.0


def _scale_box(box: PageBox, page: Reading) -> Box:
    return Box(box.x0 * page.width_px, box.y0 * page.height_px, box.x1 * page.width_px, box.y1 * page.height_px)
