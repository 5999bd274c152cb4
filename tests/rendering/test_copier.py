"""Rules of an office copier."""

from __future__ import annotations

import numpy as np

from tests.rendering.copier import copy_sheet
from tests.rendering.hands import make_generator


def test_ink_comes_out_black_and_paper_white() -> None:
    """A dark stroke is black and nearly all paper white; a pale ruling is left out by a copier that copies lightly."""
    sheet = np.full((400, 300, 3), 250, np.float32)
    sheet[195:205, 50:250] = 60
    sheet[300:302] = 190
    copied = copy_sheet(sheet, make_generator("copy"), darkness=0.1)
    assert copied.dtype == bool
    assert copied.shape == (560, 420)
    assert not copied[278:282, 100:320].any()
    assert copied[:200].mean() > 0.99
    assert copied[400:440].mean() > 0.9


def test_a_darker_copy_has_more_black() -> None:
    """Turning the copier darker brings the pale ruling out."""
    sheet = np.full((400, 300, 3), 250, np.float32)
    sheet[300:303] = 190
    light, dark = (copy_sheet(sheet, make_generator("copy"), darkness).mean() for darkness in (0.1, 0.9))
    assert dark < light
