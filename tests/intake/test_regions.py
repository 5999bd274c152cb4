"""A slip of a page: cut out as the source lies, also where the page was turned."""

from __future__ import annotations

import numpy as np

from pipeline.intake.regions import cut_region
from pipeline.records.reading import Box, Line, Word
from pipeline.records.work import OpenedPage, Region

LOWER = Region(0.0, 0.5, 1.0, 1.0)


def test_a_region_is_cut_as_the_source_lies() -> None:
    """The lower half of a sheet that was turned upside down is the upper half of its upright image."""
    image = np.zeros((40, 20, 3), np.uint8)
    image[20:] = 200
    assert cut_region(OpenedPage(image, 0, None), LOWER, 0.85).image.min() == 200  # type: ignore[union-attr]
    assert cut_region(OpenedPage(image, 180, None), LOWER, 0.85).image.max() == 0  # type: ignore[union-attr]


def test_a_text_layer_is_cut_with_it() -> None:
    """Words of the region move with it, others stay behind."""
    words = (Word("up", Box(1, 2, 5, 6), 1.0), Word("low", Box(1, 32, 5, 36), 1.0))
    opened = OpenedPage(np.full((40, 20, 3), 255, np.uint8), 0, (Line(words, 1.0),))
    cut = cut_region(opened, LOWER, 0.85)
    assert cut.text_lines is not None
    (word,) = cut.text_lines[0].words
    assert (word.text, word.box) == ("low", Box(1, 12, 5, 16))


def test_typed_text_has_no_regions() -> None:
    """It comes back as it is."""
    typed = OpenedPage(None, 0, (Line((Word("a", None, 1.0),), 1.0),))
    assert cut_region(typed, LOWER, 0.85) is typed
