"""Real pages through the real pool."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from pipeline.imaging import decode_image, turn_image
from pipeline.intake import plan_pieces
from pipeline.settings import IntakeSettings, Settings
from pipeline.workers.local import PageTask, read_pages
from tests.reading.pages import draw_page, place_lines

TEXTS = ["The sun is warm and bright.", "It makes the water go up.", "We all get wet."]


def test_a_page_whose_direction_was_missed_is_kept_upright(tmp_path: Path) -> None:
    """An upside-down page that nobody turned beforehand is read, and the image kept stands upright with it."""
    upright = draw_page(place_lines(TEXTS)).page.image
    assert upright is not None
    Image.fromarray(turn_image(upright, 180)).save(tmp_path / "page.png")
    settings = Settings(home=tmp_path, intake=IntakeSettings(turn_confidence=1.0))
    (piece,) = plan_pieces([tmp_path / "page.png"], settings.intake).pieces
    (read,) = read_pages([PageTask("A01", 0, piece.pages[0])], settings)
    assert read.reading is not None
    assert read.image_webp is not None
    assert [line.text for line in read.reading.lines] == TEXTS
    assert read.reading.look is not None
    kept = decode_image(read.image_webp)
    assert abs(kept.astype(int) - upright).mean() < 3 < abs(kept.astype(int) - turn_image(upright, 180)).mean()


def test_no_tasks_start_no_pool(tmp_path: Path) -> None:
    """Nothing to read costs nothing."""
    assert list(read_pages([], Settings(home=tmp_path))) == []
