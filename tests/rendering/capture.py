"""A written sheet comes in; the picture a copier or a phone makes of it, and the map from sheet to picture, go out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.rendering.light import Picture, add_noise, cast_shadow, fold_sheet, light_unevenly, make_desk, smear_motion


class Look(StrEnum):
    """How a sheet became a picture."""

    GREY_SCAN = "grey scan"
    COLOUR_SCAN = "colour scan"
    PHOTO = "photo"
    SHADED_PHOTO = "photo with a shadow"
    FOLDED_PHOTO = "photo with a fold"
    HASTY_PHOTO = "photo held askew, in a shadow and not quite sharp"


@dataclass(frozen=True, slots=True, eq=False)
class Captured:
    """A picture of a sheet: pixels uint8 RGB, and `map_to_picture`, the 3x3 homography from sheet px to picture px."""

    pixels: NDArray[np.uint8]
    map_to_picture: NDArray[np.float64]
    is_grey: bool


def capture_sheet(sheet: Picture, look: Look, rng: np.random.Generator) -> Captured:
    """Return the picture of `sheet` (float32 RGB in 0..255) that `look` makes."""
    if look in {Look.GREY_SCAN, Look.COLOUR_SCAN}:
        return _scan_sheet(sheet, rng, is_grey=look is Look.GREY_SCAN)
    return _photograph_sheet(sheet, look, rng)


def turn_picture(captured: Captured, quarter_turns: int) -> Captured:
    """Return the picture turned clockwise by quarters, as a phone held sideways or an upturned sheet leaves it."""
    pixels, matrix = captured.pixels, captured.map_to_picture
    for _ in range(quarter_turns % 4):
        height = pixels.shape[0]
        pixels = np.ascontiguousarray(np.rot90(pixels, -1))
        matrix = np.array([[0.0, -1.0, height - 1], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]) @ matrix
    return Captured(pixels, matrix, captured.is_grey)


def map_points(points: NDArray[np.float32], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points, shape (n, 2), moved by a 3x3 homography."""
    raised = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return np.asarray(raised[:, :2] / raised[:, 2:], np.float64)


def _scan_sheet(sheet: Picture, rng: np.random.Generator, *, is_grey: bool) -> Captured:
    height, width = sheet.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.normal(0, 0.5)), 1.0)
    turn = turn + np.column_stack([np.zeros((2, 2)), rng.normal(0, 5, 2)])
    moved = cv2.warpAffine(sheet, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(238, 238, 236))
    lifted = 255 - (255 - moved) * np.float32(rng.uniform(0.95, 1.12))
    seen = add_noise(lifted * np.float32(rng.uniform(0.97, 1.0)), rng.uniform(1.2, 3.2), rng.uniform(0.5, 0.75), rng)
    _darken_edge(seen, rng)
    if is_grey:
        seen = np.repeat(seen.mean(axis=2, keepdims=True), 3, axis=2)
    return Captured(np.clip(seen, 0, 255).astype(np.uint8), np.vstack([turn, [0, 0, 1]]), is_grey)


def _darken_edge(image: Picture, rng: np.random.Generator) -> None:
    # A copier's lid lets the dark in along one side.
    width = image.shape[1]
    reach = np.exp(-np.arange(width, dtype=np.float32) / rng.uniform(3, 12))
    side = reach if rng.random() < 0.5 else reach[::-1]
    image *= (1 - rng.uniform(0.1, 0.6) * side)[None, :, None].astype(np.float32)


def _photograph_sheet(sheet: Picture, look: Look, rng: np.random.Generator) -> Captured:
    paper = fold_sheet(sheet, rng) if look is Look.FOLDED_PHOTO else sheet
    is_hasty = look is Look.HASTY_PHOTO
    matrix, size_px = _aim_phone(sheet.shape[1], sheet.shape[0], rng, 1.8 if is_hasty else 1.0)
    desk = make_desk(size_px, rng)
    moved = cv2.warpPerspective(paper, matrix, size_px, flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(np.ones(sheet.shape[:2], np.float32), matrix, size_px)
    under = cv2.GaussianBlur(cover, (0, 0), 9)
    scene = desk * (1 - 0.35 * under[:, :, None]) * (1 - cover[:, :, None]) + moved * cover[:, :, None]
    lit = light_unevenly(np.asarray(scene, np.float32), rng)
    if look in {Look.SHADED_PHOTO, Look.HASTY_PHOTO}:
        lit = cast_shadow(lit, rng)
    if is_hasty:
        lit = smear_motion(lit, rng)
    seen = add_noise(lit, rng.uniform(2.0, 4.0), rng.uniform(0.7, 1.15), rng)
    return Captured(np.clip(seen, 0, 255).astype(np.uint8), matrix, is_grey=False)


def _aim_phone(
    width: int, height: int, rng: np.random.Generator, haste: float = 1.0
) -> tuple[NDArray[np.float64], tuple[int, int]]:
    # The sheet fills most of the picture; its corners land where an unsteady phone sees them.
    edge = 0.045 * haste
    size_px = (round(width * (1 + 2 * edge)), round(height * (1 + 2 * edge)))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)
    centre = corners.mean(axis=0)
    angle = float(rng.normal(0, 0.022 * haste))
    spin = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    inward = np.sign(centre - corners) * rng.uniform(0, 0.045 * haste, (4, 2)) * [width, height]
    seen = (corners + inward - centre) @ spin.T + np.array(size_px) / 2
    return np.asarray(cv2.getPerspectiveTransform(corners.astype(np.float32), seen.astype(np.float32))), size_px
