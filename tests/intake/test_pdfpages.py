"""Pages of PDFs as images with words, at the right size and the right way up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pytest
from numpy.typing import NDArray

from pipeline.imaging import crop_box
from pipeline.intake.errors import PageRefused
from pipeline.intake.pdfpages import open_pdf_page
from pipeline.records.reading import Box
from pipeline.records.work import OpenedPage
from pipeline.settings import IntakeSettings
from tests.intake.makers import draw_corners, draw_writing, make_pdf, make_scan_pdf, write_line

UNSEEN = "3 Tr "


def find_word(page: OpenedPage, text: str) -> Box:
    """Return the box of the one word that reads `text`."""
    boxes = [word.box for line in page.text_lines or () for word in line.words if word.text == text]
    assert len(boxes) == 1
    assert boxes[0] is not None
    return boxes[0]


def count_ink(image: NDArray[np.uint8]) -> int:
    """Return how many pixels are dark."""
    return int((image.min(axis=2) < 128).sum())


def test_a_page_has_its_image_and_its_text(tmp_path: Path, settings: IntakeSettings) -> None:
    """Rendered at 200 dots an inch, lines in the order they were written, nothing turned."""
    content = write_line("The ice melts.", 20, 300) + write_line("It is warm.", 20, 270)
    page = open_pdf_page(make_pdf(tmp_path / "a.pdf", [content]), 0, settings)
    assert page.image is not None
    assert page.image.shape == (1112, 834, 3)
    assert [line.text for line in page.text_lines or ()] == ["The ice melts.", "It is warm."]
    assert page.turned_degrees == 0


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("box", [(0, 0, 300, 400), (-50, 20, 250, 420)])
def test_a_word_box_holds_all_of_the_words_ink(
    rotate: int, box: tuple[float, ...], tmp_path: Path, settings: IntakeSettings
) -> None:
    """Whatever turn the page says of itself and wherever its paper begins."""
    path = make_pdf(tmp_path / "a.pdf", [write_line("Hello", 60, 300)], rotate=rotate, box=box)
    page = open_pdf_page(path, 0, settings)
    assert page.image is not None
    crop = crop_box(page.image, find_word(page, "Hello"), 1)
    assert count_ink(crop) == count_ink(page.image) > 100
    assert crop.size < page.image.size / 20


def test_the_longer_side_is_at_most_what_is_asked(tmp_path: Path) -> None:
    """A poster is made smaller, its words with it."""
    path = make_pdf(tmp_path / "a.pdf", [write_line("Hello", 600, 3000, 200)], box=(0, 0, 3000, 4000))
    page = open_pdf_page(path, 0, IntakeSettings(page_side_px=1000))
    assert page.image is not None
    assert page.image.shape == (1000, 750, 3)
    assert count_ink(crop_box(page.image, find_word(page, "Hello"), 1)) == count_ink(page.image)


@pytest.mark.parametrize(
    ("size_pt", "wanted_px"), [((300, 400), (1200, 900)), ((900, 1200), (1200, 900)), ((90, 120), (1200, 900))]
)
def test_a_scan_keeps_the_scanners_own_pixels(
    size_pt: tuple[float, float], wanted_px: tuple[int, int], tmp_path: Path, settings: IntakeSettings
) -> None:
    """Whatever paper size the scanner wrote, a scan is neither enlarged nor made smaller than it may be."""
    page = open_pdf_page(make_scan_pdf(tmp_path / "a.pdf", draw_writing(), size_pt=size_pt), 0, settings)
    assert page.image is not None
    assert abs(page.image.shape[0] - wanted_px[0]) <= 1
    assert abs(page.image.shape[1] - wanted_px[1]) <= 1
    assert page.text_lines is None


def test_a_scan_of_few_dots_is_shown_at_72_at_least(tmp_path: Path, settings: IntakeSettings) -> None:
    """A page is never rendered to a stamp."""
    page = open_pdf_page(make_scan_pdf(tmp_path / "a.pdf", draw_corners()), 0, settings)
    assert page.image is not None
    assert page.image.shape == (400, 300, 3)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_scan_lying_turned_is_set_upright_and_its_words_turn_along(
    turned: int, tmp_path: Path, settings: IntakeSettings
) -> None:
    """A scanner's own text layer, right or wrong, lies where it lay on the sheet."""
    sheet = draw_writing().rotate(-turned, expand=True)
    size_pt = (sheet.width / 4, sheet.height / 4)
    word = f"BT {UNSEEN}/F 8 Tf {size_pt[0] / 2} {size_pt[1] - 30} Td (Hello) Tj ET"
    page = open_pdf_page(make_scan_pdf(tmp_path / "a.pdf", sheet, size_pt=size_pt, over=word), 0, settings)
    assert page.turned_degrees == 360 - turned
    assert page.image is not None
    assert page.image.shape[0] > page.image.shape[1]
    box = find_word(page, "Hello")
    upper_middle = {90: (24, 600), 180: (450, 1080), 270: (876, 600)}[turned]
    assert abs((box.x0 + box.x1) / 2 - upper_middle[0]) < 120
    assert abs((box.y0 + box.y1) / 2 - upper_middle[1]) < 120


def test_a_page_that_shows_typed_text_is_never_turned(tmp_path: Path, settings: IntakeSettings) -> None:
    """A typed page knows which way is up, whatever picture is on it."""
    sheet = draw_writing().rotate(180)
    path = make_scan_pdf(tmp_path / "a.pdf", sheet, over=write_line("Anna", 20, 10, 8))
    assert open_pdf_page(path, 0, settings).turned_degrees == 0


def test_what_was_written_into_a_form_is_the_pages_own(tmp_path: Path, settings: IntakeSettings) -> None:
    """An answer typed into a worksheet is drawn, and stands in the text layer."""
    path = make_pdf(tmp_path / "a.pdf", [write_line("Why does ice melt?", 20, 350)])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        font = pdf.pages[0].obj.Resources
        look = pdf.make_stream(b"BT /F 12 Tf 2 4 Td (Warmth) Tj ET")
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 150, 20]
        look.Resources = font
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T=pikepdf.String("answer"),
            V=pikepdf.String("Warmth"),
            Rect=[20, 250, 170, 270],
            AP=pikepdf.Dictionary(N=look),
            F=4,
        )
        held = pdf.make_indirect(field)
        pdf.pages[0].obj.Annots = [held]
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=[held]))
        pdf.save(path)
    page = open_pdf_page(path, 0, settings)
    assert [line.text for line in page.text_lines or ()] == ["Why does ice melt?", "Warmth"]
    assert page.image is not None
    assert count_ink(crop_box(page.image, find_word(page, "Warmth"), 1)) > 50


def test_a_picture_over_the_pixel_limit_is_refused_before_it_is_decoded(
    tmp_path: Path, settings: IntakeSettings
) -> None:
    """A page of few bytes can claim a picture of a thousand million pixels."""
    path = make_scan_pdf(tmp_path / "a.pdf", draw_corners(), declared=30_000)
    with pytest.raises(PageRefused, match="too large"):
        open_pdf_page(path, 0, settings)


def test_a_blank_page_is_a_blank_page(tmp_path: Path, settings: IntakeSettings) -> None:
    """White, without text, not refused."""
    page = open_pdf_page(make_pdf(tmp_path / "a.pdf", [""]), 0, settings)
    assert page.image is not None
    assert page.image.min() == 255
    assert page.text_lines is None


def test_a_page_that_is_gone_or_a_dot_is_refused(tmp_path: Path, settings: IntakeSettings) -> None:
    """Files change, and pages of three points hold no writing."""
    with pytest.raises(PageRefused, match="no longer"):
        open_pdf_page(make_pdf(tmp_path / "a.pdf", [""]), 4, settings)
    with pytest.raises(PageRefused, match="too small"):
        open_pdf_page(make_pdf(tmp_path / "b.pdf", [""], box=(0, 0, 3, 3)), 0, settings)


def test_a_page_renders_the_same_each_time(tmp_path: Path, settings: IntakeSettings) -> None:
    """Equal files give equal pixels."""
    path = make_scan_pdf(tmp_path / "a.pdf", draw_writing())
    first, again = (open_pdf_page(path, 0, settings).image for _ in range(2))
    assert first is not None
    assert again is not None
    assert np.array_equal(first, again)
