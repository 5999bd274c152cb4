"""What stands on the handout, before it is set."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from pipeline.export.sheet import FITS, plan_sheet, shorten
from pipeline.records.report import Report


def test_pictures_are_grey_and_without_metadata(report: Report) -> None:
    """A crop leaves as a grey JPEG: only its pixels go out."""
    (content,) = plan_sheet(report, FITS[0]).pictures.values()
    picture = Image.open(io.BytesIO(content))
    assert (picture.format, picture.mode) == ("JPEG", "L")
    assert not picture.getexif()


def test_a_typed_piece_has_no_picture_and_no_doubt(report: Report) -> None:
    """Its quote stands alone."""
    patterns: Any = plan_sheet(report, FITS[0]).words["patterns"]
    assert [shown["crop"] for shown in patterns[0]["evidence"]] == ["c1-K07.jpg", None]


def test_each_fit_shows_no_more_than_the_one_before() -> None:
    """From roomy to what always fits."""
    assert list(FITS) == sorted(FITS, key=lambda fit: (-fit.patterns, -fit.letters, -fit.evidence))


@pytest.mark.parametrize(
    ("text", "letters", "short"),
    [
        ("two words", 20, "two words"),
        ("line\nbreaks   go", 20, "line breaks go"),
        ("cut at a word's end", 12, "cut at a…"),
        ("unbrokenlongword", 8, "unbroke…"),
        ("First one. Second one.", 12, "First one…"),
    ],
)
def test_texts_are_cut_at_a_words_end(text: str, letters: int, short: str) -> None:
    """On one line, never longer than asked."""
    assert shorten(text, letters) == short
    assert len(shorten(text, letters)) <= letters
