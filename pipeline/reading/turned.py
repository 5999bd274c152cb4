"""Pages that came upside down: a page that reads badly comes in, the surer of its two ways up goes out.

What names the direction of a page beforehand looks at a small picture of it and sometimes misses one; reading tells.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.imaging import turn_image
from pipeline.reading.engines import read_page
from pipeline.reading.protocol import Engine
from pipeline.records.reading import Reading
from pipeline.records.work import OpenedPage

_HALF_DEGREES = 180
# Of 33 pages turned over none read with more than 0.58 (models/README.md).
_UPSIDE_DOWN_BELOW = 0.65
_CLEARLY_SURER = 0.15


def read_upright(page: OpenedPage, engine: Engine) -> tuple[OpenedPage, Reading]:
    """Return the page as it is to be kept, and its reading.

    A page that needs eyes, and reads as badly as pages that are upside down, is also read turned over, and is kept so
    where that reading is clearly surer and has no fewer words. The reading's seconds are those of both.
    """
    reading = read_page(page, engine)
    if page.image is None or not reading.needs_eyes or reading.confidence >= _UPSIDE_DOWN_BELOW:
        return page, reading
    turned = OpenedPage(
        turn_image(page.image, _HALF_DEGREES), (page.turned_degrees + _HALF_DEGREES) % (2 * _HALF_DEGREES), None
    )
    other = read_page(turned, engine)
    seconds = reading.cpu_seconds + other.cpu_seconds
    if other.confidence - reading.confidence >= _CLEARLY_SURER and _count_words(other) >= _count_words(reading):
        return turned, replace(other, cpu_seconds=seconds)
    return page, replace(reading, cpu_seconds=seconds)


def _count_words(reading: Reading) -> int:
    return sum(len(line.words) for line in reading.lines)
