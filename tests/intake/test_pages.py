"""Pages opened through the one door, whatever file they are in; originals stay as they are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import ModelMissing
from pipeline.intake import PageRefused, open_page, pages, plan_pieces
from pipeline.intake.formats import Format
from pipeline.intake.pages import list_pages
from pipeline.records.work import OpenedPage, SourcePage
from pipeline.settings import IntakeSettings
from tests.intake.makers import (
    HEIC_CORNERS,
    draw_corners,
    draw_writing,
    encode_png,
    make_docx,
    make_odt,
    make_pdf,
    make_scan_pdf,
    save_picture,
    wrap_photo,
    write_line,
)

SAID = "<w:p><w:r><w:t>The ice melts.</w:t></w:r></w:p>"


def open_first(path: Path, settings: IntakeSettings, index: int = 0) -> OpenedPage:
    """Open a page of the file, as it is planned."""
    return open_page(SourcePage(path, "", index), settings)


def make_one_of_each(folder: Path) -> None:
    """Save the same words, or a sheet, in every format."""
    for suffix in ("jpg", "png", "tiff", "webp", "bmp"):
        save_picture(folder / f"{suffix}.{suffix}")
    (folder / "heic.heic").write_bytes(HEIC_CORNERS.read_bytes())
    make_pdf(folder / "pdf.pdf", [write_line("The ice melts.", 20, 300)])
    make_docx(folder / "docx.docx", SAID)
    make_odt(folder / "odt.odt", "<text:p>The ice melts.</text:p>")
    (folder / "rtf.rtf").write_text(r"{\rtf1 The ice melts.}")
    for suffix in ("txt", "md"):
        (folder / f"{suffix}.{suffix}").write_text("The ice melts.")


def test_every_format_is_planned_and_opened_and_no_original_is_touched(
    tmp_path: Path, settings: IntakeSettings
) -> None:
    """Bytes, times and the folder's list of files are as before."""

    def look() -> dict[str, tuple[str, int]]:
        return {
            path.name: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
            for path in tmp_path.iterdir()
        }

    make_one_of_each(tmp_path)
    before = look()
    plan = plan_pieces([tmp_path], settings)
    assert plan.refusals == ()
    opened = {piece.stem: open_page(piece.pages[0], settings) for piece in plan.pieces}
    assert look() == before
    assert len(opened) == 12
    for stem, page in opened.items():
        is_typed = stem in {"docx", "odt", "rtf", "txt", "md"}
        assert (page.image is None) == is_typed
        text = [line.text for line in page.text_lines or ()]
        assert text == (["The ice melts."] if is_typed or stem == "pdf" else [])


def test_a_page_lying_on_its_side_is_set_upright(tmp_path: Path, settings: IntakeSettings) -> None:
    """And says by how much it was turned."""
    upright = draw_writing()
    path = save_picture(tmp_path / "side.png", upright.rotate(-90, expand=True))
    page = open_first(path, settings)
    assert page.turned_degrees == 270
    assert np.array_equal(page.image, np.array(upright))


def test_exif_turns_are_not_counted(tmp_path: Path, settings: IntakeSettings) -> None:
    """A phone that says how it was held has not taken a turned page."""
    exif = Image.Exif()
    exif[0x0112] = 6
    path = save_picture(tmp_path / "phone.jpg", draw_writing().rotate(90, expand=True), exif=exif)
    page = open_first(path, settings)
    assert page.turned_degrees == 0
    assert page.image is not None
    assert page.image.shape == (1200, 900, 3)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_photos_in_a_document_are_opened_one_by_one(kind: str, tmp_path: Path, settings: IntakeSettings) -> None:
    """Each photo is a page of its own."""
    photos = {f"Pictures/{grey}.png": encode_png(Image.new("L", (30, 20 + grey), grey)) for grey in (10, 200)}
    path = tmp_path / f"photos.{kind}"
    if kind == "docx":
        make_docx(path, wrap_photo(0) + wrap_photo(1), list(photos.values()))
    else:
        shown = "".join(f'<draw:image xlink:href="{name}"/>' for name in photos)
        make_odt(path, f"<text:p>{shown}</text:p>", photos)
    assert list_pages(path, Format(kind), settings) == (0, 1)
    for index, grey in enumerate((10, 200)):
        image = open_first(path, settings, index).image
        assert image is not None
        assert (image.shape, int(image[0, 0, 0])) == ((20 + grey, 30, 3), grey)
    with pytest.raises(PageRefused, match="no longer"):
        open_first(path, settings, 2)


def test_a_broken_photo_in_a_document_names_the_document(tmp_path: Path, settings: IntakeSettings) -> None:
    """A teacher knows the file, not the part inside it."""
    photo = encode_png(draw_writing())
    path = make_docx(tmp_path / "photos.docx", wrap_photo(0), [photo[: len(photo) // 2]])
    with pytest.raises(PageRefused, match="damaged") as caught:
        open_first(path, settings)
    assert caught.value.refusal.source_name == "photos.docx"


@pytest.mark.parametrize("name", ["blank.png", "blank.txt", "blank.docx", "blank.pdf"])
def test_a_blank_page_is_a_blank_page(name: str, tmp_path: Path, settings: IntakeSettings) -> None:
    """A child who wrote nothing handed something in."""
    path = tmp_path / name
    makers = {
        ".png": lambda: save_picture(path, Image.new("L", (300, 400), 255)),
        ".txt": lambda: path.write_text("\n \n"),
        ".docx": lambda: make_docx(path, "<w:p/>"),
        ".pdf": lambda: make_scan_pdf(path, Image.new("RGB", (300, 400), "white")),
    }
    makers[path.suffix]()
    (piece,) = plan_pieces([path], settings).pieces
    page = open_page(piece.pages[0], settings)
    assert not page.text_lines
    assert page.image is None or page.image.min() > 250


def test_a_file_that_went_away_is_said(tmp_path: Path, settings: IntakeSettings) -> None:
    """Sticks are pulled out while pages are read."""
    with pytest.raises(PageRefused, match="no longer"):
        open_first(tmp_path / "gone.jpg", settings)


@pytest.mark.parametrize(
    ("raised", "said"), [(PermissionError(), "let"), (RecursionError(), "damaged"), (MemoryError(), "damaged")]
)
def test_whatever_a_library_raises_is_a_refusal(
    raised: Exception, said: str, tmp_path: Path, settings: IntakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file never stops a class set."""

    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(pages, "read_typed", fail)
    (tmp_path / "a.txt").write_text("Ice.")
    with pytest.raises(PageRefused, match=said):
        open_first(tmp_path / "a.txt", settings)


def test_a_missing_model_is_no_fault_of_the_page(
    tmp_path: Path, settings: IntakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else every page would be refused for what the installation lacks."""

    def fail(*_: object) -> None:
        raise ModelMissing("The model is missing.")

    monkeypatch.setattr(pages, "set_upright", fail)
    with pytest.raises(ModelMissing):
        open_first(save_picture(tmp_path / "a.png", draw_corners()), settings)


@pytest.mark.parametrize(("mode", "expected"), [("1", True), ("L", False), ("RGB", False)])
def test_a_scan_in_black_and_white_only_says_so(mode: str, expected: object, tmp_path: Path) -> None:
    """As a TIFF, as a PNG, and inside a PDF as copiers make them."""
    sheet = draw_writing(size_px=(600, 800)).convert(mode)
    for name, options in (("a.tif", {"compression": "group4" if mode == "1" else "raw"}), ("a.png", {}), ("a.pdf", {})):
        save_picture(tmp_path / name, sheet, **options)
        page = SourcePage(tmp_path / name, "", 0)
        assert open_page(page, IntakeSettings()).is_one_bit is expected, name
