"""Pictures of pages: kept once they are there, and looked for again while they are not."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from pipeline.imaging import encode_webp
from pipeline.intake import plan_pieces
from pipeline.reading import load_engine
from pipeline.records.reading import Reading
from pipeline.settings import load_settings
from pipeline.store.collections import create_collection
from pipeline.store.home import Home
from pipeline.store.pages import list_unread_pages, save_reading
from pipeline.store.pieces import add_pieces
from pipeline.views.pictures import load_picture, load_small
from tests.views.drawing import draw_page


def test_a_page_looked_at_before_it_was_read_has_its_picture_afterwards(empty_home: Home, tmp_path: Path) -> None:
    """Whoever waits in the gallery while work is added sees each page as soon as it is there."""
    drawing, lines = draw_page("The water goes up.")
    drawing.save(tmp_path / "a-child.png")
    settings = load_settings(empty_home.path)
    collection = create_collection(empty_home, "4b", "").id
    (code,) = add_pieces(empty_home, collection, plan_pieces([tmp_path / "a-child.png"], settings.intake))
    assert (load_small(empty_home, collection, code), load_picture(empty_home, collection, (code, 0))) == ("", None)

    fingerprint = load_engine(settings.reading).fingerprint
    (pending,) = list_unread_pages(empty_home, collection, fingerprint)
    reading = Reading("ppocr", fingerprint, *drawing.size, lines, 0.95, needs_eyes=False, cpu_seconds=0.1)
    save_reading(empty_home, collection, pending, reading, encode_webp(np.asarray(drawing), 80))
    picture = load_picture(empty_home, collection, (code, 0))
    assert picture is not None
    assert picture.size == drawing.size
    assert load_small(empty_home, collection, code).startswith("data:image/webp;base64,")
