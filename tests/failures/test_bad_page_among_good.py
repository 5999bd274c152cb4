"""A many-page TIFF with one page that can't be decoded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.intake import PageRefused, open_page, plan_pieces
from pipeline.records.work import SourcePage
from pipeline.settings import IntakeSettings


def can_open(page: SourcePage, settings: IntakeSettings) -> bool:
    """Whether the page can be opened."""
    try:
        return open_page(page, settings).image is not None
    except PageRefused:
        return False


def test_bad_page_among_good(folder: Path) -> None:
    """Only that page is refused; the others are read."""
    noise = np.random.default_rng(0).integers(0, 255, (3, 80, 80), dtype=np.uint8)
    frames = [Image.fromarray(frame) for frame in noise]
    path = folder / "anna.tiff"
    frames[0].save(path, save_all=True, append_images=frames[1:], compression="tiff_lzw")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle - 1200 : middle + 1200] = bytes(2400)
    path.write_bytes(content)
    settings = IntakeSettings()
    (piece,) = (piece for piece in plan_pieces([folder], settings).pieces if piece.stem == "anna")
    assert [can_open(page, settings) for page in piece.pages] == [True, False, True]
