"""What tells how well a page was read: its ink and its strips come in, a few shares go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from pipeline.reading.detect import Quad
from pipeline.reading.ink import Ink
from pipeline.reading.stripread import StripRead
from pipeline.records.reading import Box

_AT_EDGE = 0.008  # of the page's width
_LETTER_SIDE = 0.4  # of a word's height


@dataclass(frozen=True, slots=True)
class Signs:
    """Shares in 0..1 of a page.

    sureness: the mean confidence of the words kept, by letters. unread: of what was written or drawn, in marks the size
    of letters, what lies under no word.
    """

    sureness: float
    unread: float


def measure_signs(ink: Ink, strips: Sequence[StripRead], paper: Sequence[Box] = ()) -> Signs:
    """Return the signs of a page; the strips are a student's, at least one. What lies in `paper` counts as read."""
    words = [word for strip in strips for word in strip.own]
    boxes = [box for strip in strips for box in strip.boxes]
    least_px = _LETTER_SIDE * median(box.y1 - box.y0 for box in boxes) if boxes else 0.0
    return Signs(
        sureness=fmean([word.confidence for word in words], [len(word.text) for word in words]),
        unread=ink.measure_unread([*paper, *boxes], least_px),
    )


def measure_cut(quads: Sequence[Quad], reads: Sequence[StripRead], width_px: float) -> float:
    """Return the share of the stretches of writing that run into the left or right edge of the picture, 0..1."""
    writing = [quad for quad, read in zip(quads, reads, strict=True) if read.is_writing]
    reach = _AT_EDGE * width_px
    return fmean(bool(q[:, 0].min() <= reach or q[:, 0].max() >= width_px - reach) for q in writing) if writing else 0.0
