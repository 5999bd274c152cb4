"""A text and a hand come in; written sheets, with the place of every word, go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tests.rendering.hands import Hand
from tests.rendering.ink import Stroke, strike_word, write_word
from tests.rendering.paper import Paper, Sheet, SheetSize, make_sheet


@dataclass(frozen=True, slots=True, eq=False)
class WrittenWord:
    """A word on a sheet: `line` counts the sheet's lines from 0; hull is its ink's convex hull in px, shape (n, 2)."""

    text: str
    line: int
    hull: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class WrittenSheet:
    """A written sheet: image float32 RGB in 0..255, words in the order they were written."""

    image: NDArray[np.float32]
    words: tuple[WrittenWord, ...]


class _Desk:
    """A child at work: the sheet in front of them, where the pen is, and the sheets already full."""

    def __init__(self, hand: Hand, paper: Paper, size: SheetSize, rng: np.random.Generator) -> None:
        self.hand, self.paper, self.size, self.rng = hand, paper, size, rng
        self.sheets: list[WrittenSheet] = []
        self._take_sheet()

    def _take_sheet(self) -> None:
        self.sheet: Sheet = make_sheet(self.paper, self.size, self.rng)
        self.words: list[WrittenWord] = []
        self.line = 0
        self.lift_px = 0.0
        self.y = self.sheet.top_px
        self.drift = self.rng.normal(0, 0.001 if self.sheet.is_lined else 0.008)
        self.x = self._find_margin()

    def _find_margin(self) -> float:
        return self.sheet.left_px + float(self.rng.normal(6, 4 + 5 * self.hand.unsteadiness))

    def lay_aside(self) -> None:
        """Put the sheet in front on the pile of full ones."""
        self.sheets.append(WrittenSheet(self.sheet.image, tuple(self.words)))

    def start_line(self, indent_px: float = 0.0) -> None:
        """Move the pen to the next line, on a new sheet where this one is full."""
        self.y += self.sheet.line_px
        self.line += 1
        if self.y > self.sheet.bottom_px:
            self.lay_aside()
            self._take_sheet()
        self.x = self._find_margin() + indent_px
        if not self.sheet.is_lined:
            self.drift = self.drift * 0.7 + self.rng.normal(0, 0.004)

    def write(self, word: str) -> None:
        """Write one word, on the next line where it does not fit."""
        stroke = write_word(word, self.hand, self.rng)
        if self.x + stroke.advance_px > self.sheet.right_px + self.rng.normal(0, 12):
            self.start_line()
        if self.rng.random() < self.hand.strikes_out and len(word) > 4:
            self._put(strike_word(write_word(word[: len(word) // 2 + 1], self.hand, self.rng), self.rng))
            if self.x + stroke.advance_px > self.sheet.right_px:
                self.start_line()
        hull = self._put(stroke)
        self.words.append(WrittenWord(word, self.line, hull))

    def _wander(self) -> float:
        # How far the line has strayed from the ruling: a walk that is drawn back.
        roughness = self.hand.roughness
        if roughness is not None and roughness.wander:
            step = roughness.wander * float(self.rng.normal(0, 0.16)) * self.hand.letter_px
            self.lift_px = 0.8 * self.lift_px + step
        return self.lift_px

    def _put(self, stroke: Stroke) -> NDArray[np.float32]:
        jitter = self.rng.normal(0, 0.8 + 1.6 * self.hand.unsteadiness)
        y = self.y - 5 + jitter + self._wander() + self.drift * (self.x - self.sheet.left_px)
        left, top = round(self.x - stroke.pen_x), round(y - stroke.pen_y)
        _press_ink(self.sheet.image, stroke.ink, (left, top), self.hand.ink)
        hull = stroke.hull + np.array([left + stroke.pen_x, top + stroke.pen_y], np.float32)
        self.x += stroke.advance_px + self.hand.letter_px * self.hand.word_gap * self.rng.uniform(0.85, 1.25)
        return np.asarray(hull, np.float32)


def write_text(
    text: str, hand: Hand, paper: Paper, size: SheetSize, rng: np.random.Generator
) -> tuple[WrittenSheet, ...]:
    """Return the sheets `text` fills; its paragraphs (an empty line between) are indented or set apart."""
    desk = _Desk(replace(hand, letter_px=hand.letter_px * size.scale), paper, size, rng)
    skips_line = rng.random() < 0.35
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            if skips_line:
                desk.start_line()
            desk.start_line(0.0 if skips_line else hand.letter_px * 3.2)
        for word in paragraph.split():
            desk.write(word)
    desk.lay_aside()
    return tuple(desk.sheets)


def _press_ink(
    image: NDArray[np.float32], ink: NDArray[np.float32], corner: tuple[int, int], colour: tuple[int, int, int]
) -> None:
    left, top = corner
    height, width = image.shape[:2]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + ink.shape[1], width), min(top + ink.shape[0], height)
    share = ink[y0 - top : y1 - top, x0 - left : x1 - left, None]
    image[y0:y1, x0:x1] = image[y0:y1, x0:x1] * (1 - share) + np.array(colour, np.float32) * share
