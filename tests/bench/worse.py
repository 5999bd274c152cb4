"""A page's picture comes in; the same page as a bad scan or a bad photo leaves it goes out.

Pictures are uint8 RGB, shape (height, width, 3). Grades run from 1 (just seen) to 4 (hardly to be read).
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.rendering.light import cast_shadow

Picture = NDArray[np.uint8]
GRADES = (1, 2, 3, 4)


def blur(image: Picture, grade: int, _rng: np.random.Generator) -> Picture:
    """Return the page out of focus, by up to a two-hundredth of its longer side."""
    return _as_picture(cv2.GaussianBlur(image, (0, 0), grade * 0.0012 * max(image.shape[:2])))


def shrink(image: Picture, grade: int, _rng: np.random.Generator) -> Picture:
    """Return the page with few pixels."""
    scale = min(1.0, (1000, 760, 580, 440)[grade - 1] / max(image.shape[:2]))
    return _as_picture(cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))


def fade(image: Picture, grade: int, rng: np.random.Generator) -> Picture:
    """Return the page with its ink nearly as light as the paper, and a sensor's noise."""
    paper = np.percentile(image, 90)
    faded = paper + (image - paper) * (0.4, 0.25, 0.16, 0.1)[grade - 1]
    return _as_picture(faded + rng.normal(0, 3, (*image.shape[:2], 1)))


def add_grain(image: Picture, grade: int, rng: np.random.Generator) -> Picture:
    """Return the page as a sensor sees it in the dark."""
    return _as_picture(image + rng.normal(0, 30 * grade, (*image.shape[:2], 1)))


def cut_to_one_bit(image: Picture, grade: int, rng: np.random.Generator) -> Picture:
    """Return the page in black and white, set too light: strokes break, specks stay."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY).astype(np.float32) + rng.normal(0, 8, image.shape[:2])
    paper, ink = np.percentile(grey, 85), np.percentile(grey, 1)
    limit = paper - (0.35, 0.55, 0.7, 0.8)[grade - 1] * (paper - ink)
    return np.repeat(np.where(grey < limit, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)


def shade(image: Picture, grade: int, rng: np.random.Generator) -> Picture:
    """Return the page in a hard shadow."""
    shaded = image.astype(np.float32)
    for _ in range(2 * grade):
        shaded = cast_shadow(shaded, rng)
    return _as_picture(shaded + rng.normal(0, 3, (*image.shape[:2], 1)))


def crumple(image: Picture, grade: int, rng: np.random.Generator) -> Picture:
    """Return the page from a crumpled sheet: smooth pulls, with light and dark slopes."""
    height, width = image.shape[:2]
    reach = 0.0025 * grade * max(height, width)
    pulls = [
        cv2.resize(rng.normal(0, reach, (9, 7)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        for _ in range(2)
    ]
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    pulled = cv2.remap(image, across + pulls[0], down + pulls[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    slope = np.clip(pulls[1] / (3 * reach), -1, 1)[:, :, None]
    return _as_picture(pulled * (1 - 0.08 * grade * np.abs(slope)))


def squash(image: Picture, grade: int, _rng: np.random.Generator) -> Picture:
    """Return the page as JPEG leaves it when little room was given."""
    _, packed = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, (14, 9, 6, 3)[grade - 1]])
    return _as_picture(cv2.imdecode(packed, cv2.IMREAD_COLOR))


def crop(image: Picture, grade: int, rng: np.random.Generator) -> Picture:
    """Return the page with one side of its writing cut off, through the lines."""
    inked = np.flatnonzero((cv2.cvtColor(image, cv2.COLOR_RGB2GRAY) < np.median(image) - 40).mean(axis=0) > 0.004)
    left, right = (int(inked[0]), int(inked[-1])) if len(inked) else (0, image.shape[1] - 1)
    lost = round((right - left) * 0.05 * grade)
    return image[:, left + lost :].copy() if rng.random() < 0.5 else image[:, : right - lost].copy()


def tilt(image: Picture, grade: int, rng: np.random.Generator) -> Picture:
    """Return the page turned by 5 to 20 degrees on a sheet of its own colour."""
    height, width = image.shape[:2]
    degrees = 5.0 * grade * rng.choice((-1, 1))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    wide, high = (np.abs(turn[:2, :2]) @ (width, height)).round().astype(int)
    turn[:, 2] += ((wide - width) / 2, (high - height) / 2)
    paper = [float(level) for level in np.median(image, axis=(0, 1))]
    return _as_picture(cv2.warpAffine(image, turn, (int(wide), int(high)), flags=cv2.INTER_CUBIC, borderValue=paper))


WAYS: tuple[Callable[[Picture, int, np.random.Generator], Picture], ...] = (
    blur,
    shrink,
    fade,
    add_grain,
    cut_to_one_bit,
    shade,
    crumple,
    squash,
    crop,
    tilt,
)


def _as_picture(image: NDArray[np.generic]) -> Picture:
    return np.clip(np.asarray(image, dtype=np.float32), 0, 255).astype(np.uint8)
