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
# The words of pages turned over are sure by 0.5 and less; the right way up has 4 times the sure letters and more.
_UPSIDE_DOWN_BELOW = 0.65
_CLEARLY_MORE = 1.5


def read_upright(page: OpenedPage, engine: Engine) -> tuple[OpenedPage, Reading]:
    """Return the page as it is to be kept, and its reading.

    A page that needs eyes, and reads as badly as pages that are upside down, is also read turned over, and is kept so
    where that reading has clearly more letters, each counted as far as its word is sure. The reading's seconds are
    those of both.
    """
    reading = read_page(page, engine)
    if page.image is None or not reading.needs_eyes or measure_sureness(reading) >= _UPSIDE_DOWN_BELOW:
        return page, reading
    turned = OpenedPage(
        turn_image(page.image, _HALF_DEGREES), (page.turned_degrees + _HALF_DEGREES) % (2 * _HALF_DEGREES), None
    )
    other = read_page(turned, engine)
    seconds = reading.cpu_seconds + other.cpu_seconds
    if count_sure_letters(other) >= _CLEARLY_MORE * count_sure_letters(reading) and other.lines:
        return turned, replace(other, cpu_seconds=seconds)
    return page, replace(reading, cpu_seconds=seconds)


def measure_sureness(reading: Reading) -> float:
    """Return how sure the words are on average over their letters, 0..1; 0.0 without words.

    The page's own confidence says whether it was read well, and is near 0 for hard writing either way up.
    """
    return count_sure_letters(reading) / max(1, sum(len(word.text) for line in reading.lines for word in line.words))


def count_sure_letters(reading: Reading) -> float:
    """Return how many letters were read, each as much as its word is sure."""
    return sum(word.confidence * len(word.text) for line in reading.lines for word in line.words)
