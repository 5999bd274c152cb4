"""Real pages through the real pool."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from pipeline.imaging import decode_image, turn_image
from pipeline.intake import plan_pieces
from pipeline.records.work import SourcePage
from pipeline.settings import IntakeSettings, ReadingSettings, Settings
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


def test_an_unforeseen_error_costs_its_page_alone(tmp_path: Path) -> None:
    """A picture of our own as large as no page is makes the library under us raise; the page after it is read."""
    giant, good = tmp_path / "giant.png", tmp_path / "good.png"
    Image.new("1", (20_000, 10_000)).save(giant)
    Image.new("RGB", (300, 200), "white").save(good)
    settings = Settings(home=tmp_path, reading=ReadingSettings(engine="none", workers=1))
    tasks = [PageTask("A01", n, SourcePage(path, "", 0), is_upright=True) for n, path in enumerate((giant, good))]
    first, second = sorted(read_pages(tasks, settings), key=lambda read: read.task.number)
    assert first.refusal is not None
    assert (first.refusal.source, first.reading) == (giant, None)
    assert second.reading is not None


def test_no_tasks_start_no_pool(tmp_path: Path) -> None:
    """Nothing to read costs nothing."""
    assert list(read_pages([], Settings(home=tmp_path))) == []
