"""A kind of paper comes in, an empty sheet with its lines goes out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class SheetSize:
    """Width and height in px; `scale` is how much larger everything on it is seen than on A4 at 150 dots an inch."""

    width_px: int
    height_px: int
    scale: float


A4 = SheetSize(1240, 1754, 1.0)
SLIP = SheetSize(1240, 874, 1.4)
"""A quarter of a sheet, lying, seen from nearer by: what short answers are handed in on."""


class Paper(StrEnum):
    """What children write on."""

    RULED = "ruled"
    SQUARED = "squared"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """An empty sheet: image float32 RGB in 0..255, and where one writes on it, in px."""

    image: NDArray[np.float32]
    left_px: float
    right_px: float
    top_px: float
    bottom_px: float
    line_px: float
    is_lined: bool


def make_sheet(paper: Paper, size: SheetSize, rng: np.random.Generator) -> Sheet:
    """Return an empty sheet of `paper`; its tint and its lines differ a little each time."""
    width, height = size.width_px, size.height_px
    tint = np.array([252, 251, 246], np.float32) - rng.uniform(0, 5, 3).astype(np.float32)
    image = np.broadcast_to(tint, (height, width, 3)).copy()
    if paper is Paper.RULED:
        return _rule_sheet(image, size.scale, rng)
    if paper is Paper.SQUARED:
        return _square_sheet(image, size.scale, rng)
    line_px = float(rng.uniform(56, 66)) * size.scale
    return Sheet(image, width * 0.08, width * 0.93, height * 0.09 + line_px, height * 0.94, line_px, is_lined=False)


def _rule_sheet(image: NDArray[np.float32], scale: float, rng: np.random.Generator) -> Sheet:
    height, width = image.shape[:2]
    line_px, top_px = float(rng.choice([53, 56, 59])) * scale, height * 0.1
    blue = (150 + rng.uniform(0, 30), 180 + rng.uniform(0, 20), 222)
    for row in np.arange(top_px, height - 30, line_px):
        cv2.line(image, (0, round(row)), (width, round(row)), blue, 2, cv2.LINE_AA)
    margin_px = round(width * 0.125)
    cv2.line(image, (margin_px, 0), (margin_px, height), (232, 140, 145), 2, cv2.LINE_AA)
    if rng.random() < 0.5:
        _punch_holes(image, scale)
    return Sheet(image, margin_px + 18, width - 55, top_px + line_px, height - 40, line_px, is_lined=True)


def _square_sheet(image: NDArray[np.float32], scale: float, rng: np.random.Generator) -> Sheet:
    height, width = image.shape[:2]
    cell_px = 29.5 * scale
    grey = (196 + rng.uniform(0, 14), 206 + rng.uniform(0, 12), 226)
    for column in np.arange(rng.uniform(0, cell_px), width, cell_px):
        cv2.line(image, (round(column), 0), (round(column), height), grey, 1, cv2.LINE_AA)
    offset_px = rng.uniform(0, cell_px)
    for row in np.arange(offset_px, height, cell_px):
        cv2.line(image, (0, round(row)), (width, round(row)), grey, 1, cv2.LINE_AA)
    top_px = offset_px + 3 * cell_px
    return Sheet(image, width * 0.08, width - 60, top_px, height - 50, 2 * cell_px, is_lined=True)


def _punch_holes(image: NDArray[np.float32], scale: float) -> None:
    height, width = image.shape[:2]
    for share in (0.14, 0.5, 0.86) if height > width else (0.2, 0.8):
        cv2.circle(
            image, (round(48 * scale), round(height * share)), round(15 * scale), (208, 206, 200), -1, cv2.LINE_AA
        )
