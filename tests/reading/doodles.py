"""Pages with nothing to read on them: a kind and a seed come in, a page without a word goes out.

Paper and cameras are those of the rendered sample work (tests/rendering), so that the pages have its rulings, holes,
shadows and desks. Every kind can be given lines of handwriting as well: `write` then puts two lines on the sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.records.work import OpenedPage
from tests.rendering.capture import Look, capture_sheet
from tests.rendering.hands import PENCIL, draw_hand
from tests.rendering.ink import write_word
from tests.rendering.paper import A4, SLIP, Paper, SheetSize, make_sheet

Picture = NDArray[np.float32]
WRITTEN = ("we planted beans in the garden", "and watered them every morning")
_HAND = draw_hand("doodle", "schoolbell")
_BLUE = (28, 42, 120)


@dataclass(frozen=True, slots=True)
class Doodle:
    """A kind of page: the paper, how it was captured, and what draws on it (None: nothing)."""

    paper: Paper
    look: Look
    draw: Callable[[Picture, np.random.Generator], None] | None = None
    size: SheetSize = SLIP


def make_doodle(kind: str, seed: int, written: tuple[str, ...] = ()) -> OpenedPage:
    """Return a page of `kind`, with lines of handwriting near its upper edge where `written` says so."""
    rng = np.random.default_rng((seed, *kind.encode()))
    doodle = DOODLES[kind]
    sheet = make_sheet(doodle.paper, doodle.size, rng)
    image = sheet.image
    if doodle.draw is not None:
        doodle.draw(image, rng)
    for number, text in enumerate(written):
        _write_line(image, text, (sheet.left_px + 20, sheet.top_px + number * 2 * sheet.line_px), rng)
    return OpenedPage(capture_sheet(image, doodle.look, rng).pixels, 0, None)


def scribble(image: Picture, rng: np.random.Generator) -> None:
    """A pen has wandered over the page, in loops and in zigzags."""
    height, width = image.shape[:2]
    for _ in range(int(rng.integers(3, 7))):
        turns = np.linspace(0, rng.uniform(15, 45), 500)
        drift = cv2.GaussianBlur(np.cumsum(rng.normal(0, 9, (500, 2)), axis=0), (1, 55), 9)
        size = rng.uniform(25, 70, 2)
        middle = rng.uniform((0.2, 0.66), (0.8, 0.85)) * (width, height)
        path = (
            middle + drift + np.column_stack([np.cos(turns) * size[0], np.sin(turns * rng.uniform(0.9, 1.1)) * size[1]])
        )
        _stroke(image, path, 3)


def draw_plant(image: Picture, rng: np.random.Generator) -> None:
    """A stem with leaves and roots, as in a science book."""
    height, width = image.shape[:2]
    foot = np.array([width * rng.uniform(0.35, 0.65), height * 0.8])
    top = foot + np.array([rng.normal(0, 40), -height * rng.uniform(0.25, 0.32)])
    _stroke(image, _bend(foot, top, rng, 20), 5, PENCIL)
    for share in np.linspace(0.15, 0.9, int(rng.integers(4, 7))):
        _leaf(image, foot + share * (top - foot), rng)
    for _ in range(6):
        _stroke(image, _bend(foot, foot + np.array([rng.normal(0, 110), rng.uniform(40, 110)]), rng, 15), 2, PENCIL)


def draw_circuit(image: Picture, rng: np.random.Generator) -> None:
    """A battery, a lamp and a switch, joined by wires drawn with a ruler."""
    height, width = image.shape[:2]
    left, right = width * rng.uniform(0.2, 0.3), width * rng.uniform(0.7, 0.8)
    top, bottom = height * rng.uniform(0.45, 0.5), height * rng.uniform(0.75, 0.88)
    middle = (left + right) / 2
    for start, end in (
        ((left, top), (middle - 60, top)),
        ((middle + 60, top), (right, top)),
        ((left, top), (left, bottom)),
        ((right, top), (right, bottom)),
        ((left, bottom), (middle - 12, bottom)),
        ((middle + 12, bottom), (right, bottom)),
    ):
        _stroke(image, np.array([start, end]), 3)
    _ring(image, (middle, top), (60, 60))
    for lean in (-1, 1):
        _stroke(image, np.array([(middle - 42, top - 42 * lean), (middle + 42, top + 42 * lean)]), 3)
        reach = 45 if lean > 0 else 25
        _stroke(image, np.array([(middle + 12 * lean, bottom - reach), (middle + 12 * lean, bottom + reach)]), 3)


def draw_people(image: Picture, rng: np.random.Generator) -> None:
    """Stick figures in a row, hand in hand."""
    height, width = image.shape[:2]
    for x in np.arange(width * 0.2, width * 0.8, rng.uniform(110, 170)):
        y, size = height * rng.uniform(0.6, 0.68), rng.uniform(0.8, 1.2)
        _ring(image, (x, y - 70 * size), (28 * size, 30 * size))
        hip = (x + rng.normal(0, 4), y + 60 * size)
        _stroke(image, np.array([(x, y - 40 * size), hip]), 4)
        for side in (-1, 1):
            _stroke(image, np.array([(x, y - 15), (x + side * 50 * size, y + rng.uniform(-10, 25))]), 4)
            _stroke(image, np.array([hip, (hip[0] + side * 35 * size, y + 140 * size)]), 4)


def hatch(image: Picture, rng: np.random.Generator) -> None:
    """A shape shaded with a pencil, stroke beside stroke."""
    height, width = image.shape[:2]
    middle = rng.uniform((0.35, 0.55), (0.65, 0.75)) * (width, height)
    size = rng.uniform((150, 90), (260, 170))
    _ring(image, (middle[0], middle[1]), (size[0], size[1]), PENCIL)
    for across in np.arange(-0.95, 0.95, 0.035):
        reach = size[1] * np.sqrt(1 - across**2) * rng.uniform(0.85, 1.05)
        x = middle[0] + across * size[0]
        _stroke(image, np.array([(x - 25, middle[1] + reach), (x + 25, middle[1] - reach)]), 2, PENCIL)


def plot_graph(image: Picture, rng: np.random.Generator) -> None:
    """Two axes with arrows and marks, and a curve."""
    height, width = image.shape[:2]
    corner = np.array([width * 0.2, height * 0.86])
    right, up = np.array([width * 0.6, 0]), np.array([0, -height * 0.4])
    for end in (right, up):
        tip, back = corner + end, end / np.linalg.norm(end) * 22
        _stroke(image, np.array([corner, tip]), 3)
        for side in (-0.5, 0.5):
            _stroke(image, np.array([tip, tip - back + side * back[::-1]]), 3)
        for share in np.arange(0.12, 0.95, 0.12):
            mark = corner + share * end
            _stroke(image, np.array([mark - back[::-1] / 3, mark + back[::-1] / 3]), 2)
    share = np.linspace(0, 0.95, 80)
    rise = 0.5 + 0.4 * np.sin(share * rng.uniform(4, 9) + rng.uniform(0, 6))
    _stroke(image, corner + share[:, None] * right + rise[:, None] * up, 3)


def colour_in(image: Picture, rng: np.random.Generator) -> None:
    """A flag and a sun filled in with felt pens."""
    height, width = image.shape[:2]
    x, y = width * rng.uniform(0.2, 0.3), height * rng.uniform(0.5, 0.55)
    for row, colour in enumerate(((190, 60, 60), (240, 215, 90), (70, 120, 190))):
        for stripe in np.arange(0, 60, 7):
            start = (x + rng.normal(0, 3), y + 60 * row + stripe)
            _stroke(image, _bend(np.array(start), np.array((x + 320 + rng.normal(0, 3), start[1])), rng, 3), 8, colour)
    sun = np.array([width * 0.75, height * 0.6])
    _ring(image, (sun[0], sun[1]), (55, 55), (235, 170, 40))
    for angle in np.arange(0, 2 * np.pi, np.pi / 6):
        ray = np.array([np.cos(angle), np.sin(angle)])
        _stroke(image, np.array([sun + 70 * ray, sun + 115 * ray]), 5, (235, 170, 40))


def wave(image: Picture, rng: np.random.Generator) -> None:
    """Rows of waves in the lines of the paper, as small children play at writing."""
    height, width = image.shape[:2]
    for y in np.arange(height * 0.55, height * 0.9, rng.uniform(70, 90)):
        x = np.arange(width * 0.15, width * rng.uniform(0.6, 0.85), 3.0)
        swing = rng.uniform(8, 16) * np.sin(x / rng.uniform(5, 9)) + np.cumsum(rng.normal(0, 0.5, len(x)))
        _stroke(image, np.column_stack([x, y + swing]), 3)


def show_through(image: Picture, rng: np.random.Generator) -> None:
    """The writing of the back of the sheet, in mirror image and faint."""
    height, width = image.shape[:2]
    back = np.full_like(image, 255.0)
    texts = (
        "the water cycle begins when the sun",
        "heats the lake and the water goes up",
        "then it cools and makes a cloud",
    )
    pitch = height / 11
    for row in range(9):
        _write_line(back, texts[row % 3], (width * 0.1, pitch * (row + 1.6)), rng)
    seen = cv2.GaussianBlur(back[:, ::-1], (0, 0), rng.uniform(1.2, 2.2))
    image *= 1 - rng.uniform(0.18, 0.32) * (1 - seen / 255)


def sprinkle(image: Picture, rng: np.random.Generator) -> None:
    """Crumbs, dust and the copier's specks."""
    height, width = image.shape[:2]
    for x, y in rng.uniform((20, 20), (width - 20, height - 20), (700, 2)):
        cv2.circle(image, (int(x), int(y)), int(rng.integers(1, 3)), (70, 70, 70), -1, cv2.LINE_AA)


DOODLES: dict[str, Doodle] = {
    "plain": Doodle(Paper.PLAIN, Look.GREY_SCAN),
    "ruled": Doodle(Paper.RULED, Look.COLOUR_SCAN, size=A4),
    "squared": Doodle(Paper.SQUARED, Look.COLOUR_SCAN),
    "ruled photo": Doodle(Paper.RULED, Look.SHADED_PHOTO),
    "squared photo": Doodle(Paper.SQUARED, Look.PHOTO),
    "folded photo": Doodle(Paper.PLAIN, Look.FOLDED_PHOTO, size=A4),
    "specks": Doodle(Paper.PLAIN, Look.GREY_SCAN, sprinkle),
    "scribble": Doodle(Paper.RULED, Look.COLOUR_SCAN, scribble),
    "plant": Doodle(Paper.PLAIN, Look.PHOTO, draw_plant, A4),
    "circuit": Doodle(Paper.SQUARED, Look.GREY_SCAN, draw_circuit),
    "people": Doodle(Paper.PLAIN, Look.COLOUR_SCAN, draw_people),
    "shading": Doodle(Paper.RULED, Look.SHADED_PHOTO, hatch),
    "graph": Doodle(Paper.SQUARED, Look.COLOUR_SCAN, plot_graph),
    "coloured": Doodle(Paper.PLAIN, Look.PHOTO, colour_in),
    "waves": Doodle(Paper.RULED, Look.COLOUR_SCAN, wave),
    "show-through": Doodle(Paper.RULED, Look.COLOUR_SCAN, show_through),
}
"""Kinds of page without a word. EMPTY are nothing but paper: what shines through was written on the back."""

EMPTY = ("plain", "ruled", "squared", "ruled photo", "squared photo", "folded photo", "specks", "show-through")


def _stroke(image: Picture, path: NDArray[np.float64], width_px: int, ink: tuple[int, int, int] = _BLUE) -> None:
    cv2.polylines(image, [np.round(path * 8).astype(np.int32)], False, ink, width_px, cv2.LINE_AA, 3)


def _ring(
    image: Picture, middle: tuple[float, float], size: tuple[float, float], ink: tuple[int, int, int] = _BLUE
) -> None:
    turns = np.linspace(0, 2 * np.pi + 0.15, 60)
    wobble = 1 + 0.03 * np.sin(3 * turns + middle[0])
    _stroke(
        image,
        np.column_stack([middle[0] + np.cos(turns) * size[0] * wobble, middle[1] + np.sin(turns) * size[1]]),
        3,
        ink,
    )


def _bend(
    start: NDArray[np.float64], end: NDArray[np.float64], rng: np.random.Generator, reach_px: float
) -> NDArray[np.float64]:
    share = np.linspace(0, 1, 30)[:, None]
    side = (end - start)[::-1] * (-1, 1) / max(1.0, float(np.linalg.norm(end - start)))
    return np.asarray(start + share * (end - start) + rng.normal(0, reach_px) * np.sin(np.pi * share) * side)


def _leaf(image: Picture, foot: NDArray[np.float64], rng: np.random.Generator) -> None:
    tip = foot + np.array([rng.choice((-1, 1)) * rng.uniform(90, 150), -rng.uniform(20, 70)])
    side = (tip - foot)[::-1] * (-1, 1)
    share = np.linspace(0, 1, 30)[:, None]
    for bulge in (-0.25, 0.0, 0.25):
        _stroke(image, foot + share * (tip - foot) + bulge * np.sin(np.pi * share) * side, 3, PENCIL)


def _write_line(image: Picture, text: str, start: tuple[float, float], rng: np.random.Generator) -> None:
    x, y = start
    for word in text.split():
        stroke = write_word(word, _HAND, rng)
        left, top = round(x) - stroke.pen_x, round(y) - stroke.pen_y
        height, width = stroke.ink.shape
        place = image[top : top + height, left : left + width]
        ink = stroke.ink[: place.shape[0], : place.shape[1], None]
        place *= 1 - ink * (1 - np.array(_HAND.ink, np.float32) / 255)
        x += stroke.advance_px + 14 * _HAND.word_gap
