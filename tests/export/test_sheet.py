"""What stands on the handout, before it is set."""

from __future__ import annotations

import io
from dataclasses import replace
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


def test_circled_places_are_higher_than_lines(report: Report, circled_report: Report) -> None:
    """A drawing in the height of a line would not be seen."""
    shown: list[Any] = [plan_sheet(one, FITS[0]).words["patterns"] for one in (report, circled_report)]
    lines, circled = (patterns[0]["evidence"][0]["height"] for patterns in shown)
    assert circled > 2 * lines


def test_a_model_answer_is_one_table(compared: Report) -> None:
    """An idea a row, n of N and the codes of those who share it and of those who say otherwise."""
    (row,) = plan_sheet(compared, FITS[0]).words["model"]  # type: ignore[misc]  # a list of rows
    assert row == {"idea": "=Water leaves.", "shares": "1 of 3   B12", "otherwise": "1 of 3   K07"}
    assert plan_sheet(replace(compared, model_ideas=()), FITS[0]).words["model"] == []


def test_what_a_pattern_follows_is_on_the_handout(report: Report) -> None:
    """A warning leaves the house with its pattern."""
    warned = replace(
        report, patterns=tuple(replace(one, warnings=("It may follow the paper.",)) for one in report.patterns)
    )
    patterns: Any = plan_sheet(warned, FITS[0]).words["patterns"]
    assert {one["warnings"] for one in patterns} == {"It may follow the paper."}
