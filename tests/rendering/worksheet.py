"""A printed form with what a child writes and a teacher marks comes in; the sheet, and whose each word is, go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pipeline.records.reading import Box, Line, Reading, Word, WordRole
from tests.rendering.capture import Captured, map_points
from tests.rendering.hands import Hand
from tests.rendering.ink import write_word
from tests.rendering.layout import _press_ink
from tests.rendering.light import Picture
from tests.rendering.paper import Paper, SheetSize, make_sheet

PRINT_PATH = Path(__file__).parents[2] / "pipeline" / "export" / "fonts" / "AtkinsonHyperlegible-Regular.ttf"
PRINT_INK = (30, 30, 32)
SHEET = SheetSize(1240, 1754, 1.0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row: where their pen starts on the base line, in px of the sheet, and whose they are.

    Print where `hand` is None, in `font_path` at `size_px`; else written.
    """

    text: str
    x: float
    y: float
    role: WordRole = WordRole.STUDENT
    hand: Hand | None = None
    font_path: Path = PRINT_PATH
    size_px: int = 30


@dataclass(frozen=True, slots=True, eq=False)
class FilledSheet:
    """A sheet: float32 RGB in 0..255; for each stretch its words with the boxes of their ink, and whose they are."""

    image: Picture
    stretches: tuple[tuple[tuple[tuple[str, Box], ...], WordRole], ...]


def fill_sheet(
    stretches: Sequence[Stretch], rng: np.random.Generator, paper: Paper = Paper.PLAIN, size: SheetSize = SHEET
) -> FilledSheet:
    """Return a sheet of `paper` with the stretches printed or written on it."""
    image = make_sheet(paper, size, rng).image
    filled = []
    for stretch in stretches:
        put = _print_words if stretch.hand is None else _write_words
        filled.append((tuple(put(image, stretch, rng)), stretch.role))
    return FilledSheet(image, tuple(filled))


def list_lines(sheet: FilledSheet, captured: Captured | None = None) -> list[Line]:
    """Return the sheet's stretches as lines that are all the student's so far, boxes as in the picture taken of it."""
    lines = []
    for words, _ in sheet.stretches:
        placed = tuple(Word(text, _move(box, captured), 0.9) for text, box in words)
        lines.append(Line(placed, 0.9))
    return lines


def make_reading(lines: Sequence[Line], size: SheetSize = SHEET) -> Reading:
    """Return the lines as an engine's reading of a page of that size."""
    return Reading("ppocr", "test", size.width_px, size.height_px, tuple(lines), 0.9, needs_eyes=False, cpu_seconds=0.0)


def _print_words(image: Picture, stretch: Stretch, rng: np.random.Generator) -> list[tuple[str, Box]]:
    del rng  # print is always the same
    font = ImageFont.truetype(stretch.font_path, stretch.size_px)
    mask = Image.new("L", (image.shape[1], image.shape[0]), 0)
    draw = ImageDraw.Draw(mask)
    x, words = stretch.x, []
    for text in stretch.text.split():
        draw.text((x, stretch.y), text, font=font, fill=255, anchor="ls")
        words.append((text, Box(*map(float, draw.textbbox((x, stretch.y), text, font=font, anchor="ls")))))
        x += draw.textlength(text + " ", font=font)
    _press_ink(image, np.asarray(mask, np.float32) / 255, (0, 0), PRINT_INK)
    return words


def _write_words(image: Picture, stretch: Stretch, rng: np.random.Generator) -> list[tuple[str, Box]]:
    assert stretch.hand is not None
    x, words = stretch.x, []
    for text in stretch.text.split():
        stroke = write_word(text, stretch.hand, rng)
        left, top = round(x - stroke.pen_x), round(stretch.y + rng.normal(0, 1.5) - stroke.pen_y)
        _press_ink(image, stroke.ink, (left, top), stretch.hand.ink)
        hull = stroke.hull + np.array([left + stroke.pen_x, top + stroke.pen_y], np.float32)
        words.append((text, _surround(hull)))
        x += stroke.advance_px + stretch.hand.letter_px * stretch.hand.word_gap
    return words


def _move(box: Box, captured: Captured | None) -> Box:
    if captured is None:
        return box
    corners = np.array([[box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1], [box.x0, box.y1]], np.float32)
    return _surround(map_points(corners, captured.map_to_picture))


def _surround(points: np.typing.NDArray[np.floating]) -> Box:
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return Box(float(x0), float(y0), float(x1), float(y1))
