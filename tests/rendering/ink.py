"""One word and a hand come in; the ink the pen leaves, and where that ink lies, go out."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.rendering.fonts import load_font, measure_small_letters
from tests.rendering.hands import Hand
from tests.rendering.rough import grain_pencil, hurry_strokes, jumble_letters, weigh_strokes

_FAINTEST_INK = 60


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A written word.

    ink: float32 in 0..1, shape (height, width). (pen_x, pen_y) is where the pen starts on the base line, in px of
    `ink`; advance_px is how far it travels. hull: float32, shape (n, 2), the ink's convex hull, from the pen's start.
    """

    ink: NDArray[np.float32]
    pen_x: int
    pen_y: int
    advance_px: float
    hull: NDArray[np.float32]


def write_word(word: str, hand: Hand, rng: np.random.Generator) -> Stroke:
    """Return `word` as `hand` writes it this time: no two times are alike."""
    size_px = round(
        hand.letter_px / measure_small_letters(hand.font) * rng.normal(1.0, 0.012 + 0.018 * hand.unsteadiness)
    )
    if hand.roughness is not None and hand.roughness.jumble:
        mask, pen_x, pen_y, advance_px = jumble_letters(word, hand, size_px, rng)
    else:
        mask, pen_x, pen_y, advance_px = _draw_letters(word, hand.font, size_px)
    mask = _lean_letters(mask, (pen_x, pen_y), hand, rng)
    mask = _shake_letters(mask, hand, rng)
    if hand.roughness is not None:
        mask = weigh_strokes(hurry_strokes(mask, pen_y, hand.roughness, rng), hand.roughness, rng)
    hull = _find_hull(mask, pen_x, pen_y)
    ink = np.asarray(mask * (min(1.0, hand.pressure * rng.normal(1.0, 0.05)) / 255), np.float32)
    if hand.is_pencil:
        ink = grain_pencil(ink, hand.roughness.grain, rng) if hand.roughness else _grain_ink(ink, rng)
    return Stroke(ink, pen_x, pen_y, advance_px * hand.stretch, hull)


def strike_word(stroke: Stroke, rng: np.random.Generator) -> Stroke:
    """Return the stroke crossed out, with no place of its own: what is struck out is not part of the text."""
    ink = stroke.ink.copy()
    middle = stroke.hull[:, 1].mean() if len(stroke.hull) else -8.0
    rows = middle + np.array([-4, 1, 5]) + rng.normal(0, 1.5, 3)
    end_x = int(stroke.pen_x + stroke.advance_px)
    for row in rows:
        start = (stroke.pen_x - 3, int(stroke.pen_y + row))
        cv2.line(ink, start, (end_x + 4, int(stroke.pen_y + row + rng.normal(0, 5))), 0.85, 2, cv2.LINE_AA)
    return Stroke(ink, stroke.pen_x, stroke.pen_y, stroke.advance_px, np.zeros((0, 2), np.float32))


def _draw_letters(word: str, font_name: str, size_px: int) -> tuple[NDArray[np.uint8], int, int, float]:
    font = load_font(font_name, size_px)
    left, top, right, bottom = font.getbbox(word, anchor="ls")
    pad = 18
    pen_x, pen_y = int(pad - min(0, left)), int(pad - top)
    canvas = Image.new("L", (int(pen_x + right + 2 * pad), int(pen_y + max(bottom, 0) + pad)), 0)
    ImageDraw.Draw(canvas).text((pen_x, pen_y), word, font=font, fill=255, anchor="ls")
    return np.array(canvas), pen_x, pen_y, float(font.getlength(word))


def _lean_letters(
    mask: NDArray[np.uint8], pen: tuple[int, int], hand: Hand, rng: np.random.Generator
) -> NDArray[np.uint8]:
    shear = hand.slant + rng.normal(0, 0.015 + 0.03 * hand.unsteadiness)
    turn = rng.normal(0, 0.004 + 0.012 * hand.unsteadiness)
    pen_x, pen_y = pen
    linear = np.array([[hand.stretch, -shear], [turn, 1.0]])
    shift = np.array([pen_x, pen_y]) - linear @ np.array([pen_x, pen_y])
    width = int(mask.shape[1] * max(1.0, hand.stretch) + abs(shear) * mask.shape[0])
    return np.asarray(cv2.warpAffine(mask, np.column_stack([linear, shift]), (width, mask.shape[0] + 8)), np.uint8)


def _shake_letters(mask: NDArray[np.uint8], hand: Hand, rng: np.random.Generator) -> NDArray[np.uint8]:
    # The same letter of a font is always the same: a smooth random pull of about a pixel makes each one its own.
    height, width = mask.shape
    reach_px = 0.6 + 1.0 * hand.unsteadiness
    pulls = [
        cv2.resize(rng.normal(0, reach_px, (3, max(2, width // 22))).astype(np.float32), (width, height))
        for _ in range(2)
    ]
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    return np.asarray(cv2.remap(mask, across + pulls[0], down + pulls[1], cv2.INTER_LINEAR), np.uint8)


def _find_hull(mask: NDArray[np.uint8], pen_x: int, pen_y: int) -> NDArray[np.float32]:
    inked = cv2.findNonZero((mask > _FAINTEST_INK).astype(np.uint8))
    if inked is None:
        return np.zeros((0, 2), np.float32)
    return np.asarray(cv2.convexHull(inked)[:, 0, :] - (pen_x, pen_y), np.float32)


def _grain_ink(ink: NDArray[np.float32], rng: np.random.Generator) -> NDArray[np.float32]:
    grain = cv2.GaussianBlur(rng.normal(0, 1, ink.shape).astype(np.float32), (0, 0), 0.8)
    return np.asarray(ink * np.clip(0.9 + 0.45 * grain, 0.35, 1.0), np.float32)
