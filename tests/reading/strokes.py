"""What several tests of reading make by hand: quads, boxes, strips as read, and words written onto an empty sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from pipeline.reading.detect import Quad
from pipeline.reading.layout import FlatBoxes
from pipeline.reading.stripread import StripRead
from pipeline.records.reading import Box, Word
from tests.reading.pages import INK, PAPER
from tests.rendering.fonts import load_font

Colour = tuple[int, int, int]
HEIGHT_PX = 40.0
LETTER_PX = 44
"""Size of the letters that are written onto a sheet: their font's em."""
Place = tuple[float, float, float]
"""Left and right end of a stretch of writing, and the height of its middle, in pixels."""


def frame(x0: float, y0: float, x1: float, y1: float) -> Quad:
    """Return an upright quad."""
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], dtype=np.float32)


def place_boxes(places: Sequence[Place], heights: Sequence[float] = ()) -> FlatBoxes:
    """Return flat boxes of the usual height, the last ones of those given."""
    left, right, middle = np.array(places, dtype=np.float64).reshape(-1, 3).T
    height = np.full(len(left), HEIGHT_PX)
    height[len(left) - len(heights) :] = heights
    return FlatBoxes(left, right, middle, height)


def make_words(text: str, x: float, y: float) -> Iterator[Word]:
    """Yield the words of a text whose letters are all 20 pixels wide, a letter's width between them."""
    for word in text.split():
        width = 20 * len(word)
        yield Word(word, Box(x, y, x + width, y + HEIGHT_PX), 0.9)
        x += width + 20


def read_as(text: str, x: float = 0, y: float = 0, belief: float = 0.9) -> StripRead:
    """Return a strip in which the text was read, beginning at (x, y)."""
    return StripRead(tuple(make_words(text, x, y)), belief)


def turn_points(points: NDArray[np.floating], angle: float) -> NDArray[np.float32]:
    """Return points, shape (..., 2), turned clockwise around the upper left corner, by an angle in radians."""
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.asarray(points @ np.array([[cosine, sine], [-sine, cosine]]), dtype=np.float32)


def make_sheet(width_px: int, height_px: int) -> Image.Image:
    """Return an empty sheet of paper."""
    return Image.new("RGB", (width_px, height_px), PAPER)


def write(sheet: Image.Image, text: str, x: float, y: float, ink: Colour = INK, font: str = "schoolbell") -> list[Word]:
    """Write a text onto the sheet, from the pen's start on the base line, and return its words with the ink's boxes."""
    draw, letters = ImageDraw.Draw(sheet), load_font(font, LETTER_PX)
    words = []
    for word in text.split():
        draw.text((x, y), word, font=letters, fill=ink, anchor="ls")
        words.append(Word(word, Box(*map(float, draw.textbbox((x, y), word, font=letters, anchor="ls"))), 0.9))
        x += draw.textlength(word + " ", font=letters)
    return words
