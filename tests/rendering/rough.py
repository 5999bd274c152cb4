"""A word and an untidy hand come in; letters of unlike size and lean, hurried strokes and pencil grain go out.

What children's writing has and a font lacks: no two letters sit alike, a stroke swells and thins, a fast word runs flat
towards its end, and a pencil skips over the paper. Masks are uint8, 255 where the pen was.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tests.rendering.fonts import load_font
from tests.rendering.hands import Hand, Roughness

Mask = NDArray[np.uint8]
_PAD = 24


def jumble_letters(word: str, hand: Hand, size_px: int, rng: np.random.Generator) -> tuple[Mask, int, int, float]:
    """Return the word written letter by letter, where the pen starts (x, y), and how far it travels, in px."""
    jumble = hand.roughness.jumble if hand.roughness else 0.0
    whole = load_font(hand.font, size_px)
    height = round(2.6 * size_px) + 2 * _PAD
    width = round(1.5 * whole.getlength(word)) + size_px + 2 * _PAD
    base_y = round(1.5 * size_px) + _PAD
    canvas, x = np.zeros((height, width), np.uint8), float(_PAD + 0.3 * size_px)
    start = round(x)
    for letter in word:
        own_px = max(8, round(size_px * rng.normal(1.0, 0.09 * jumble)))
        lean, lift = rng.normal(0, 6.0 * jumble), rng.normal(0, 0.12 * jumble * hand.letter_px)
        placed = _write_letter(letter, hand.font, own_px, (width, height), (round(x), round(base_y + lift)))
        turn = cv2.getRotationMatrix2D((x, base_y), lean, 1.0)
        canvas = np.maximum(canvas, cv2.warpAffine(placed, turn, (width, height)).astype(np.uint8))
        x += load_font(hand.font, own_px).getlength(letter) + rng.normal(0.07, 0.08) * jumble * hand.letter_px
    return np.asarray(canvas, np.uint8), start, base_y, x - start


def hurry_strokes(mask: Mask, base_y: int, roughness: Roughness, rng: np.random.Generator) -> Mask:
    """Return the word with its strokes pulled smoothly about, and flatter towards its end; base_y is its base line."""
    hurry = roughness.hurry
    if not hurry:
        return mask
    height, width = mask.shape
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    flat = 1 - hurry * rng.uniform(0.0, 0.3) * np.clip(across / max(1, width), 0, 1)
    down = base_y + (down - base_y) / flat.astype(np.float32)
    for scale_px, reach_px in ((26, 2.6), (12, 1.1)):
        shape = (max(3, height // scale_px), max(3, width // scale_px))
        pulls = [
            cv2.resize(rng.normal(0, reach_px * hurry, shape).astype(np.float32), (width, height), None, 0, 0, 2)
            for _ in range(2)
        ]
        across, down = across + pulls[0], down + pulls[1]
    return np.asarray(cv2.remap(mask, across.astype(np.float32), down.astype(np.float32), cv2.INTER_LINEAR), np.uint8)


def weigh_strokes(mask: Mask, roughness: Roughness, rng: np.random.Generator) -> Mask:
    """Return the strokes made thicker or thinner by the nib, and unevenly so, as the hand presses more or less."""
    height, width = mask.shape
    press = cv2.resize(rng.normal(0, 0.05, (2, max(2, width // 30))).astype(np.float32), (width, height))
    soft = cv2.GaussianBlur(mask.astype(np.float32) / 255, (0, 0), 0.9)
    # Measured against the middle of the stroke, so that a thin pen's strokes and dots don't vanish.
    depth = soft / np.maximum(cv2.dilate(soft, np.ones((7, 7), np.uint8)), 1e-6)
    edge = np.clip(0.5 + (depth - 0.6 + roughness.nib + press) * 3.0, 0, 1) * np.clip(soft / 0.12, 0, 1)
    return np.maximum(np.asarray(255 * edge, np.uint8), mask)


def grain_pencil(ink: NDArray[np.float32], grain: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """Return the ink as a pencil leaves it: the paper's tooth shows through, the more the greater `grain`."""
    tooth = cv2.GaussianBlur(rng.normal(0, 1, ink.shape).astype(np.float32), (0, 0), 0.9)
    tooth /= max(float(tooth.std()), 1e-6)
    return np.asarray(ink * np.clip(0.95 - 0.25 * grain + 0.28 * grain * tooth, 0.12, 1.0), np.float32)


def _write_letter(letter: str, font: str, size_px: int, canvas: tuple[int, int], pen: tuple[int, int]) -> Mask:
    image = Image.new("L", canvas, 0)
    ImageDraw.Draw(image).text(pen, letter, font=load_font(font, size_px), fill=255, anchor="ls")
    return np.array(image)
