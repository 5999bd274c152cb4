"""A stack's sides become small pictures in their order; one that can't be opened keeps its place."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from pipeline.intake.stack.sides import SIDE_PX, look_through
from pipeline.records.work import SourcePage
from pipeline.settings import IntakeSettings
from tests.intake.makers import make_pdf, save_picture, write_line


def test_pages_and_photos_come_small_in_their_order(tmp_path: Path) -> None:
    """The written page is the second of the file; a photo lies behind it."""
    pdf = make_pdf(tmp_path / "copier.pdf", ["", write_line("water", 50, 200, 60)])
    photo = save_picture(tmp_path / "photo.png")
    pictures = list(
        look_through([*(SourcePage(pdf, "", at) for at in range(2)), SourcePage(photo, "", 0)], IntakeSettings())
    )
    assert [max(picture.shape[:2]) for picture in pictures[:2]] == [SIDE_PX, SIDE_PX]
    assert [bool((picture < 100).any()) for picture in pictures[:2]] == [False, True]
    assert pictures[2].shape[2] == 3


def test_a_side_that_cannot_be_opened_is_grey(tmp_path: Path) -> None:
    """The others keep their places."""
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    photo = save_picture(tmp_path / "photo.png")
    sides = [SourcePage(tmp_path / "broken.pdf", "", 0), SourcePage(photo, "", 0)]
    grey, picture = look_through(sides, IntakeSettings())
    assert np.unique(grey).tolist() == [200]
    assert len(np.unique(picture)) > 1
