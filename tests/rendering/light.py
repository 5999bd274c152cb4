"""An image comes in; the same image under a lamp, in a shadow, with a fold or the noise of a sensor goes out.

Images are float32 RGB in 0..255, shape (height, width, 3).
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]


def fold_sheet(image: Picture, rng: np.random.Generator) -> Picture:
    """Return the sheet folded once across its longer side and laid flat again: a crease, and two halves lit unlike."""
    height, width = image.shape[:2]
    is_upright = height > width
    length = height if is_upright else width
    crease = length * rng.uniform(0.46, 0.54)
    away = np.arange(length, dtype=np.float32) - np.float32(crease)
    shade = 1 - 0.10 * np.exp(-np.abs(away - 4) / 5) + 0.03 * np.exp(-np.abs(away + 6) / 6)
    shade -= np.where(away > 0, 0.05 * np.exp(-away / (0.35 * length)), 0)
    return np.asarray(image * (shade[:, None, None] if is_upright else shade[None, :, None]), np.float32)


def light_unevenly(image: Picture, rng: np.random.Generator) -> Picture:
    """Return the image lit from one side by a warm or a cold lamp."""
    height, width = image.shape[:2]
    across, down = np.meshgrid(
        np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    )
    angle, depth = rng.uniform(0, 2 * np.pi), rng.uniform(0.06, 0.16)
    light = rng.uniform(0.84, 0.96) + depth * (np.cos(angle) * across + np.sin(angle) * down)
    warmth = np.array([1 + rng.uniform(-0.01, 0.05), 1.0, 1 - rng.uniform(-0.02, 0.08)], np.float32)
    return np.asarray(image * light[:, :, None].astype(np.float32) * warmth, np.float32)


def cast_shadow(image: Picture, rng: np.random.Generator) -> Picture:
    """Return the image with the soft shadow of a hand and a phone reaching in from the lower edge."""
    height, width = image.shape[:2]
    small = np.zeros((height // 8, width // 8), np.float32)
    rows, columns = small.shape
    centre = columns * rng.uniform(0.1, 0.9)
    half, top = columns * rng.uniform(0.18, 0.34), rows * rng.uniform(0.35, 0.7)
    lean = columns * rng.normal(0, 0.15)
    corners = [[centre - half, rows], [centre - half + lean, top], [centre + half + lean, top], [centre + half, rows]]
    cv2.fillPoly(small, [np.array(corners, np.int32)], 1.0)
    soft = cv2.GaussianBlur(small, (0, 0), columns * 0.065)
    shadow = cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(image * (1 - rng.uniform(0.18, 0.34) * shadow[:, :, None]), np.float32)


def add_noise(image: Picture, sigma: float, blur_px: float, rng: np.random.Generator) -> Picture:
    """Return the image as a sensor sees it: blurred by `blur_px`, then grey noise of `sigma` levels."""
    seen = cv2.GaussianBlur(image, (0, 0), blur_px)
    noise = rng.normal(0, sigma, image.shape[:2]).astype(np.float32)
    return np.asarray(seen + noise[:, :, None], np.float32)


def smear_motion(image: Picture, rng: np.random.Generator) -> Picture:
    """Return the image as a phone that moved a few pixels while it looked."""
    length, angle = rng.uniform(1.0, 3.5), rng.uniform(0, np.pi)
    trace = np.zeros((9, 9), np.float32)
    for step in np.linspace(-length / 2, length / 2, 25):
        trace[round(4 + step * np.sin(angle)), round(4 + step * np.cos(angle))] += 1
    return np.asarray(cv2.filter2D(image, -1, cv2.GaussianBlur(trace, (0, 0), 0.5) / 25), np.float32)


def make_desk(size_px: tuple[int, int], rng: np.random.Generator) -> Picture:
    """Return a table top of wood or laminate, width and height in px."""
    width, height = size_px
    woods = ((146, 104, 70), (176, 140, 100), (92, 70, 56), (120, 124, 130), (188, 182, 170), (70, 86, 104))
    colour = np.array(woods[int(rng.integers(len(woods)))], np.float32)
    streaks = cv2.resize(rng.normal(0, 1, (height // 6, 4)).astype(np.float32), (width, height))
    spots = cv2.resize(rng.normal(0, 1, (height // 30, width // 30)).astype(np.float32), (width, height))
    return np.asarray(colour * (1 + 0.06 * streaks + 0.03 * spots)[:, :, None], np.float32)
