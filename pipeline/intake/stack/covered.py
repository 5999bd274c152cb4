"""Sides that share print come in; how much of that print's ink is found on each side of the stack goes out.

Writing across a print spoils its likeness, but takes no ink away: print can be covered, not missing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.intake.stack.looks import Floats

_INKED = 0.15  # of a px of the map, from which on it is part of the print
_ROUNDS = 2


def measure_held(
    inks: Floats, carriers: Sequence[int], is_turned: NDArray[np.bool_], move_px: tuple[int, int]
) -> Floats:
    """Return the share (0 to 1) of the print's ink that lies on each side where the most of it does, either way up.

    inks: maps of ink, (sides, rows, columns). carriers: the sides that carry it, the clearest first; `is_turned` says
    which of all lie upside down. The print is moved `move_px` rows and columns each way.
    """
    template = _lay_over(inks, carriers, is_turned, move_px)
    rows, columns = np.nonzero(template > _INKED)
    ink = template[rows, columns]
    held = np.zeros(len(inks), np.float32)
    if not len(ink):
        return held
    for sides in (inks, inks[:, ::-1, ::-1]):
        for down in range(2 * move_px[0] + 1):
            for aside in range(2 * move_px[1] + 1):
                found = np.minimum(sides[:, rows + down, columns + aside], ink).sum(axis=1) / ink.sum()
                held = np.maximum(held, found)
    return held


def _lay_over(inks: Floats, carriers: Sequence[int], is_turned: NDArray[np.bool_], move_px: tuple[int, int]) -> Floats:
    """Return the ink that most carriers have at one place, laid over the first of them: writing differs and goes."""
    import cv2

    down, aside = move_px
    upright = [np.ascontiguousarray(inks[side][::-1, ::-1] if is_turned[side] else inks[side]) for side in carriers]
    template = np.ascontiguousarray(upright[0][down:-down, aside:-aside])
    height, width = template.shape
    for _ in range(_ROUNDS):
        laid = []
        for side in upright:
            found = cv2.matchTemplate(side, template, cv2.TM_CCOEFF_NORMED)
            row, column = np.unravel_index(int(np.argmax(found)), found.shape)
            laid.append(side[row : row + height, column : column + width])
        template = np.ascontiguousarray(np.median(laid, axis=0), np.float32)
    return template
