"""A child's pseudonym comes in, a steady handwriting of their own goes out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import numpy as np

INKS: tuple[tuple[int, int, int], ...] = ((28, 42, 120), (24, 24, 32), (45, 45, 62), (20, 60, 140))
PENCIL: tuple[int, int, int] = (82, 82, 86)
# Fonts whose strokes fade away when drawn pale or small get a larger letter.
_LETTER_BY_FONT = {"give-you-glory": 1.05, "nanum-pen-script": 1.1, "gloria-hallelujah": 0.94}


@dataclass(frozen=True, slots=True)
class Roughness:
    """How far a hand is from its font: 0 for not at all, 1 for a child in a hurry.

    jumble: letters written one by one, each of its own size, lean and height. hurry: strokes pulled out of shape, words
    that flatten out. grain: how much of the paper's tooth the pencil leaves white. wander: a line that strays from the
    ruling. nib: -0.3 (a hair line) to 0.3 (a blunt pencil).
    """

    jumble: float = 0.0
    hurry: float = 0.0
    grain: float = 0.0
    wander: float = 0.0
    nib: float = 0.0


@dataclass(frozen=True, slots=True)
class Hand:
    """How one child writes: lengths in px of the sheet, slant as a shear, pressure and unsteadiness in 0..1.

    `roughness` is None where letters stand as the font has them, shaken a little.
    """

    font: str
    letter_px: float
    stretch: float
    slant: float
    ink: tuple[int, int, int]
    is_pencil: bool
    pressure: float
    unsteadiness: float
    word_gap: float
    strikes_out: float
    roughness: Roughness | None = None


def make_generator(*words: str) -> np.random.Generator:
    """Return a generator of random numbers that depends on `words` alone."""
    digest = sha256("/".join(words).encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:8], "big"))


def draw_hand(child: str, font: str) -> Hand:
    """Return the hand of `child`, the same on every date and every page."""
    rng = make_generator("hand", child)
    is_pencil = bool(rng.random() < 0.4)
    ink = PENCIL if is_pencil else INKS[int(rng.integers(len(INKS)))]
    return Hand(
        font=font,
        letter_px=float(rng.uniform(19.5, 23.5)) * _LETTER_BY_FONT.get(font, 1.0),
        stretch=float(rng.uniform(0.92, 1.1)),
        slant=float(rng.normal(0.0, 0.06)),
        ink=ink,
        is_pencil=is_pencil,
        pressure=float(rng.uniform(0.78, 0.97)),
        unsteadiness=float(rng.uniform(0.25, 1.0)),
        word_gap=float(rng.uniform(0.75, 1.15)),
        strikes_out=float(rng.choice([0.0, 0.004, 0.012])),
    )
