"""Rules of a sheet that does not lie flat."""

from __future__ import annotations

import numpy as np

from tests.rendering.bend import curl_sheet
from tests.rendering.hands import make_generator


def test_a_straight_line_is_bent_and_stays_on_the_sheet() -> None:
    """A ruling across the middle strays by a few pixels and is still one line from edge to edge."""
    sheet = np.full((900, 700, 3), 250, np.float32)
    sheet[448:453] = 40
    bent = curl_sheet(sheet, make_generator("curl"), depth=2.0)
    dark = (bent.mean(axis=2) < 180).astype(np.float64)
    rows = (dark * np.arange(900)[:, None]).sum(axis=0) / dark.sum(axis=0)
    assert bent.shape == sheet.shape
    assert 4 < rows.max() - rows.min() < 60
    assert np.abs(np.diff(rows)).max() <= 2
