"""Export: each file is built when asked for, and holds codes, never the name of a file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from pipeline.store.collections import create_collection
from pipeline.store.home import Home
from pipeline.views.export_files import build_file
from tests.views.drawing import DrawnHome, open_page, read_screen


def test_every_kind_of_file_is_offered(drawn: DrawnHome) -> None:
    """The page offers a page for Monday, a workbook and a table, and says what pictures of handwriting are."""
    app = open_page("export", drawn.collection_id)
    assert [button.label for button in app.get("download_button")] == ["Download PDF", "Download XLSX", "Download CSV"]
    assert "still personal" in read_screen(app)


@pytest.mark.parametrize(("ending", "opening"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("csv", b"")])
def test_a_file_is_what_its_ending_says(drawn: DrawnHome, ending: str, opening: bytes) -> None:
    """Each file begins as files of its kind do, and no name of a source file is in it."""
    content = build_file(drawn.home, drawn.collection_id, ending)
    assert content.startswith(opening)
    assert b"a-child" not in content


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv"])
def test_nothing_is_written_on_the_way(drawn: DrawnHome, ending: str, tmp_path: Path) -> None:
    """A folder for what is passing, which other programs can look into, need not even be there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
        assert build_file(drawn.home, drawn.collection_id, ending)


def test_an_empty_class_set_has_nothing_to_take_away(empty_home: Home) -> None:
    """Without papers there is nothing to export, and the page says so."""
    app = open_page("export", create_collection(empty_home, "4b", "").id)
    assert "nothing to take away" in read_screen(app)
    assert not app.get("download_button")
