"""A number comes in; a child's drawing of a plant in the sun, as pixels, goes out: no word, and what it shows is known.

Two things tell the drawings apart, as they would in a class: how long the sun's rays are, and whether there are roots.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

PAGE_PX = (620, 877)
PAPER = "#fbfaf5"
GREEN, BROWN, YELLOW, BLUE = "#2f7d3b", "#7a4b25", "#e0a41a", "#3a6ea5"
GROUND = 560
LONG_RAYS, SHORT_RAYS, NO_RAYS = 150, 45, 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn page, how long its sun's rays are (px), and whether the plant has roots."""

    page: Image.Image
    rays: int
    has_roots: bool


def draw_plant(number: int) -> Drawing:
    """Return the drawing of that number: the same one each time, its lines a little shaky."""
    dice = random.Random(number)  # noqa: S311 a shaky hand, not a secret
    drawing = Drawing(Image.new("RGB", PAGE_PX, PAPER), (LONG_RAYS, SHORT_RAYS, NO_RAYS)[number % 3], number % 2 == 0)
    pen = ImageDraw.Draw(drawing.page)
    _draw_sun(pen, dice, drawing.rays)
    stem = 310 + dice.randint(-60, 60)
    _draw_line(pen, dice, [(40, GROUND), (580, GROUND)], BROWN)
    _draw_line(pen, dice, [(stem, GROUND), (stem + dice.randint(-25, 25), 330)], GREEN)
    for side in (-1, 1):
        top = 400 + dice.randint(-20, 60)
        _draw_line(pen, dice, [(stem, top + 60), (stem + side * 50, top + 20), (stem + side * 90, top)], GREEN)
    pen.ellipse((stem - 45, 270, stem + 45, 345), outline=BLUE, width=6)
    for root in range(3 * drawing.has_roots):
        _draw_line(
            pen, dice, [(stem, GROUND), (stem + 70 * (root - 1), GROUND + 90), (stem + 110 * (root - 1), 720)], BROWN
        )
    return drawing


def save_drawings(folder: Path, count: int) -> list[Path]:
    """Write so many drawings to the folder as PNG files, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    names = (f"{chr(97 + number // 26)}{chr(97 + number % 26)}-child.png" for number in range(count))
    paths = [folder / name for name in names]
    for number, path in enumerate(paths):
        draw_plant(number).page.save(path)
    return paths


def _draw_sun(pen: ImageDraw.ImageDraw, dice: random.Random, rays: int) -> None:
    x, y = 130 + dice.randint(-20, 20), 150 + dice.randint(-10, 10)
    pen.ellipse((x - 40, y - 40, x + 40, y + 40), outline=YELLOW, width=7)
    for step in range(10 if rays else 0):
        angle = 2 * pi * step / 10
        start, end = 52, 52 + rays
        _draw_line(pen, dice, [(x + r * cos(angle), y + r * sin(angle)) for r in (start, end)], YELLOW)


def _draw_line(pen: ImageDraw.ImageDraw, dice: random.Random, points: list[tuple[float, float]], colour: str) -> None:
    shaky = [(x + dice.randint(-5, 5), y + dice.randint(-5, 5)) for x, y in points]
    pen.line(shaky, fill=colour, width=6, joint="curve")
