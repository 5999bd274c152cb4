"""The one-page PDF, read back: one page, our font, what a teacher needs on Monday, and no name."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from pipeline.errors import ModelMissing
from pipeline.export import handout, write_pdf
from pipeline.export.handout import render_handout
from pipeline.records.decisions import Mark, PatternStatus
from pipeline.records.report import EvidenceCrop, Report
from tests.export.conftest import draw_crop, make_pattern

LONG = "water goes up the stem and out through the leaves and then into the air " * 8


def read_text(pdf: bytes) -> str:
    """All words of a one-page PDF."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_range().split())


def read_fonts(pdf: bytes) -> set[str]:
    """The names of the fonts that the page's text is set in."""
    page = pypdfium2.PdfDocument(pdf)[0]
    names = set()
    for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=5):
        name = ctypes.create_string_buffer(100)
        pdfium.FPDFFont_GetBaseFontName(pdfium.FPDFTextObj_GetFont(part.raw), name, 100)
        names.add(name.value.decode().split("+")[-1])
    return names


@pytest.fixture
def long_report(report: Report) -> Report:
    """A hundred and fifty pieces, thirty patterns with long names, three long quotes each, and a task of a page."""
    codes = tuple(f"{letter}{number:02d}" for letter in "ABCDEFGHJK" for number in range(15))
    marks = list(Mark)
    patterns = tuple(
        make_pattern(f"p{n}", f"{n} {LONG}", PatternStatus.CONFIRMED, " ".join(codes[n : n + 90]), marks[n % 4])
        for n in range(30)
    )
    line = draw_crop("a line")
    crops = tuple(EvidenceCrop(f"p{n}", code, LONG, line) for n in range(30) for code in codes[:3])
    collection = replace(report.collection, name=LONG, task=LONG * 9)
    assert report.next_step
    step = replace(report.next_step, patterns=tuple(f"p{n}" for n in range(20, 30)), expected_evidence=LONG * 9)
    return replace(report, collection=collection, pieces=codes, patterns=patterns, crops=crops, next_step=step)


@pytest.mark.parametrize(("paper", "size_mm"), [("a4", (210, 297)), ("us-letter", (215.9, 279.4))])
def test_it_is_one_page_of_the_paper_asked_for(
    report: Report, paper: handout.Paper, size_mm: tuple[float, float]
) -> None:
    """A4 or Letter, one page."""
    document = pypdfium2.PdfDocument(render_handout(report, paper))
    assert len(document) == 1
    assert [side * 25.4 / 72 for side in document[0].get_size()] == pytest.approx(size_mm, abs=0.5)


def test_everything_for_monday_is_on_it(report: Report, tmp_path: Path) -> None:
    """Task, N, patterns with marks and counts, quotes with codes, next step with its check, and the counts below."""
    write_pdf(report, tmp_path / "review.pdf")
    text = read_text((tmp_path / "review.pdf").read_bytes())
    for phrase in (
        "Explain why a plant wilts.",
        "N = 3 handed in",
        "2 checked by you, of 3 handed in",
        "success",
        "\u201cthe water gose out of the leafs\u201d as the computer read it",
        "checked: B12 K07",
        "small or strategy group",
        "mini-lesson",
        "check on 2026-12-08",
        "1 suggested · 1 confirmed · 3 renamed · 1 not a pattern · 1 not sorted yet · 1 needs your eyes",
    ):
        assert phrase in text
    assert "Uses the word plant" not in text


def test_all_its_text_is_in_our_font(report: Report) -> None:
    """An unknown font would silently become another."""
    assert read_fonts(render_handout(report)) == {"AtkinsonHyperlegible-Regular", "AtkinsonHyperlegible-Bold"}


def test_a_missing_font_is_said(report: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the font there is no page, but a sentence that says what to do."""
    monkeypatch.setattr(handout, "FONTS", tmp_path)
    handout.load_fonts.cache_clear()
    with pytest.raises(ModelMissing):
        render_handout(report)
    monkeypatch.undo()
    handout.load_fonts.cache_clear()


def test_a_long_review_still_fits_on_one_page(long_report: Report) -> None:
    """The first patterns are shown, those of the next step before all others, and the rest are counted."""
    text = read_text(render_handout(long_report))
    assert "20 water goes" in text
    assert "more patterns on the desk" in text
    assert "and 50 more" in text or "and 60 more" in text


def test_nothing_decided_yet_makes_a_page_too(report: Report) -> None:
    """No pattern, no step, no piece: one page that says so."""
    empty = replace(report, patterns=(), pieces=(), crops=(), next_step=None, not_sorted=(), needs_eyes=())
    assert "Not chosen yet." in read_text(render_handout(empty))


def test_student_text_is_never_markup(report: Report) -> None:
    """What looks like typst, JSON or HTML stands there as it was written."""
    crop = EvidenceCrop("c1", "K07", '#panic("x") $a$ *b* <c> @d \\ {"e": 1}', None)
    text = read_text(render_handout(replace(report, crops=(crop,))))
    assert '#panic("x") $a$ *b* <c> @d \\ {"e": 1}' in text


def test_it_says_nothing_about_who_made_it(report: Report) -> None:
    """No author, no date and no name of a file in the PDF's own fields."""
    fields = pypdfium2.PdfDocument(render_handout(report)).get_metadata_dict(skip_empty=True)
    assert set(fields) <= {"Title", "Creator", "Producer"}
    assert fields["Title"] == "Patternwork review"


def test_what_was_circled_is_printed_with_the_words_written_down(circled_report: Report) -> None:
    """It is no reading of the computer's, and whose words stand beside it is said."""
    text = read_text(render_handout(circled_report))
    assert "K07 circled \u201c=so hot\u201d words the teacher wrote down" in text
    assert "as the computer read it" not in text
