"""Pages drawn for the tests of reading: words go in, an opened page and the true box of every word go out.

Letters come from the font inside Pillow (or, with accents, from the exports' own font), so that nothing has
to be installed and every page can be checked by eye.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from pipeline.records.reading import Box, Line, Word
from pipeline.records.work import OpenedPage

PAPER = (250, 249, 245)
INK = (30, 30, 60)
RULING = (165, 190, 225)


@dataclass(frozen=True)
class DrawnPage:
    """A page and where its words truly stand (ink boxes in pixels), in the order they were drawn."""

    page: OpenedPage
    words: tuple[tuple[str, Box], ...]


@dataclass(frozen=True)
class PlacedText:
    """One line of text with its left end and its baseline's height in pixels."""

    text: str
    x: int
    y: int


def place_lines(texts: Sequence[str], x: int = 120, y: int = 140, pitch: int = 80) -> list[PlacedText]:
    """Return the lines one below the other; an empty one leaves a gap, a leading tab an indent."""
    return [
        PlacedText(text.lstrip("\t"), x + 100 * text.startswith("\t"), y + k * pitch)
        for k, text in enumerate(texts)
        if text
    ]


def draw_page(
    lines: Sequence[PlacedText],
    size: tuple[int, int] = (1200, 900),
    tilt_degrees: float = 0.0,
    *,
    is_ruled: bool = False,
    font_path: Path | None = None,
) -> DrawnPage:
    """Return the page with its lines written, turned clockwise by `tilt_degrees` around its middle."""
    image = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(image)
    if is_ruled:
        rule_page(draw, size)
    font = ImageFont.truetype(font_path, 48) if font_path else ImageFont.load_default(48)
    words = []
    for line in lines:
        x = float(line.x)
        for text in line.text.split():
            draw.text((x, line.y), text, font=font, fill=INK, anchor="ls")
            words.append(
                (text, turn_box(Box(*draw.textbbox((x, line.y), text, font=font, anchor="ls")), size, tilt_degrees))
            )
            x += draw.textlength(text + " ", font=font)
    turned = image.rotate(-tilt_degrees, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)
    return DrawnPage(OpenedPage(np.asarray(turned), 0, None), tuple(words))


def find_print() -> Path:
    """Return the path of a printed font that has accents: the one that the exports bring."""
    return Path(__file__).parents[2] / "pipeline" / "export" / "fonts" / "AtkinsonHyperlegible-Regular.ttf"


def rule_page(draw: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    """Draw blue lines 80 pixels apart and a red margin."""
    for y in range(155, size[1], 80):
        draw.line((0, y, size[0], y), fill=RULING, width=3)
    draw.line((90, 0, 90, size[1]), fill=(225, 140, 140), width=3)


def turn_box(box: Box, size: tuple[int, int], degrees: float) -> Box:
    """Return the upright box around `box` after the page was turned clockwise around its middle."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    middle_x, middle_y = size[0] / 2, size[1] / 2
    corners = [(x - middle_x, y - middle_y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    xs = [middle_x + cosine * x - sine * y for x, y in corners]
    ys = [middle_y + sine * x + cosine * y for x, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


def draw_scribble(size: tuple[int, int] = (1200, 900), seed: int = 0) -> OpenedPage:
    """Return a page a pen has wandered over."""
    rng = np.random.default_rng(seed)
    image = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(image)
    for _ in range(6):
        steps = rng.normal(0, 45, (60, 2)).cumsum(axis=0)
        path = np.clip(steps + rng.uniform(200, 700, 2), 20, np.array(size) - 20)
        draw.line([tuple(point) for point in path], fill=INK, width=4, joint="curve")
    return OpenedPage(np.asarray(image), 0, None)


def draw_house(size: tuple[int, int] = (1200, 900)) -> OpenedPage:
    """Return a page with a child's drawing of a house, a sun and a tree."""
    image = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(image)
    draw.polygon([(300, 400), (500, 220), (700, 400)], outline=INK, width=6)
    draw.rectangle((320, 400, 680, 700), outline=INK, width=6)
    draw.rectangle((450, 540, 550, 700), outline=INK, width=6)
    draw.ellipse((850, 100, 1000, 250), outline=INK, width=6)
    for degrees in range(0, 360, 30):
        dx, dy = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        draw.line((925 + 90 * dx, 175 + 90 * dy, 925 + 140 * dx, 175 + 140 * dy), fill=INK, width=5)
    draw.line((900, 700, 900, 520), fill=INK, width=12)
    draw.ellipse((820, 380, 980, 540), outline=INK, width=6)
    return OpenedPage(np.asarray(image), 0, None)


def draw_blank(size: tuple[int, int] = (1200, 900), seed: int = 0) -> OpenedPage:
    """Return a ruled page nobody has written on, under uneven light and with a sensor's noise."""
    image = Image.new("RGB", size, PAPER)
    rule_page(ImageDraw.Draw(image), size)
    light = np.linspace(1.0, 0.7, size[0])[None, :, None]
    noise = np.random.default_rng(seed).normal(0, 5, (size[1], size[0], 3))
    return OpenedPage(np.clip(np.asarray(image) * light + noise, 0, 255).astype(np.uint8), 0, None)


def add_text_layer(drawn: DrawnPage, shift_px: float = 0.0) -> OpenedPage:
    """Return the page with the true text as its text layer, moved down by `shift_px`."""
    words = tuple(
        Word(text, Box(box.x0, box.y0 + shift_px, box.x1, box.y1 + shift_px), 1.0) for text, box in drawn.words
    )
    return OpenedPage(drawn.page.image, 0, (Line(words, 1.0),))


def measure_overlap(one: Box, other: Box) -> float:
    """Return intersection over union."""
    width = max(0.0, min(one.x1, other.x1) - max(one.x0, other.x0))
    height = max(0.0, min(one.y1, other.y1) - max(one.y0, other.y0))
    areas = (one.x1 - one.x0) * (one.y1 - one.y0) + (other.x1 - other.x0) * (other.y1 - other.y0)
    return width * height / (areas - width * height)


def grey_noise(size: tuple[int, int], seed: int = 0) -> NDArray[np.uint8]:
    """Return an image of nothing but noise."""
    return np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
