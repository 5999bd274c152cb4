"""Looks of sides come in; into how many slips each sheet is to be cut, and where each slip lies, go out.

Two things show slips: the same print again and again down (or down and across) one sheet, or a line across the sheet at
a half, thirds or quarters of it on sheets that aren't ruled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.intake.stack.looks import MAP_PX, SideLook
from pipeline.records.work import Region

_SHAPES = ((2, 2), (4, 1), (3, 1), (2, 1))
"""Rows and columns of slips on a sheet, the finest first: quarters are also halves."""
_ALIKE = 0.55
_MOVE_PX = (6, 5)
_TOP_SHARE = 0.6
_FEWEST_SHEETS = 2
_LEAST_SHARE = 0.5
_RULE_OFF = 0.035
_MOST_RULES = 6
_LEAST_INK_PX = 1.5
_GAP_REACH = 0.05
_LEAST_SPREAD = 0.02


@dataclass(frozen=True, slots=True)
class Slips:
    """How sheets are cut: rows and columns of slips; `is_borne_out` says of each side whether it shows it itself."""

    rows: int
    columns: int
    is_borne_out: tuple[bool, ...]


def find_slips(looks: Sequence[SideLook]) -> Slips | None:
    """Return how many slips lie on the sheets, where at least half of the inked ones (two or more) show the same."""
    inked = [look for look in looks if look.ink_px]
    for rows, columns in _SHAPES:
        shows = [_repeats(look, rows, columns) or _is_ruled_off(look, rows, columns) for look in looks]
        if sum(shows) >= max(_FEWEST_SHEETS, _LEAST_SHARE * len(inked)):
            return Slips(rows, columns, tuple(shows))
    return None


def place_slips(look: SideLook, slips: Slips) -> tuple[tuple[Region, bool], ...]:
    """Return each slip's region, row by row, and whether anything is on it; a cut runs where the least ink is."""
    ys = [_find_gap(look, row / slips.rows) for row in range(slips.rows + 1)]
    xs = [column / slips.columns for column in range(slips.columns + 1)]
    regions = [
        Region(xs[column], ys[row], xs[column + 1], ys[row + 1])
        for row in range(slips.rows)
        for column in range(slips.columns)
    ]
    return tuple((region, _count_ink(look, region) > _LEAST_INK_PX) for region in regions)


def _repeats(look: SideLook, rows: int, columns: int) -> bool:
    """Whether the upper part of the first slip is found again on all others."""
    height, width = MAP_PX[0] // rows, MAP_PX[1] // columns
    down, aside = _MOVE_PX
    template = np.ascontiguousarray(look.layout[down : int(height * _TOP_SHARE), aside : width - aside])
    if template.std() < _LEAST_SPREAD:
        return False
    places = [(row, column) for row in range(rows) for column in range(columns)][1:]
    return all(_find_again(look, template, (row * height, column * width)) for row, column in places)


def _find_again(look: SideLook, template: np.typing.NDArray[np.float32], corner: tuple[int, int]) -> bool:
    import cv2

    down, aside = _MOVE_PX
    top, left = corner
    window = look.layout[top : top + template.shape[0] + 2 * down, left : left + template.shape[1] + 2 * aside]
    if window.shape[0] < template.shape[0] or window.shape[1] < template.shape[1] or window.std() < _LEAST_SPREAD:
        return False
    return bool(cv2.matchTemplate(np.ascontiguousarray(window), template, cv2.TM_CCOEFF_NORMED).max() >= _ALIKE)


def _is_ruled_off(look: SideLook, rows: int, columns: int) -> bool:
    """Whether lines cross the sheet at the slips' edges, and hardly anywhere else."""
    if columns > 1 or not 0 < len(look.rules) <= _MOST_RULES:
        return False
    edges = [row / rows for row in range(1, rows)]
    at_edges = [any(abs(rule - edge) <= _RULE_OFF for rule in look.rules) for edge in edges]
    inner = [rule for rule in look.rules if _RULE_OFF < rule < 1 - _RULE_OFF]
    return all(at_edges) and len(inner) <= 2 * len(edges)


def _find_gap(look: SideLook, share: float) -> float:
    if share in (0.0, 1.0):
        return share
    first, end = (round((share + step) * MAP_PX[0]) for step in (-_GAP_REACH, _GAP_REACH))
    ink = look.ink[first:end].sum(axis=1)
    emptiest = np.flatnonzero(ink <= ink.min() + 1e-6)
    middle = emptiest[np.argmin(np.abs(emptiest + first - share * MAP_PX[0]))]
    return round(float(first + middle + 0.5) / MAP_PX[0], 4)


def _count_ink(look: SideLook, region: Region) -> float:
    height, width = MAP_PX
    part = look.ink[
        round(region.y0 * height) : round(region.y1 * height), round(region.x0 * width) : round(region.x1 * width)
    ]
    return float(part.sum())
