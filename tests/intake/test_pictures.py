"""Pictures in every format and colour mode, standing as their EXIF says, judged by their header."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.intake.errors import PageRefused
from pipeline.intake.formats import Format, sniff_format
from pipeline.intake.pictures import list_picture_pages, open_picture
from pipeline.settings import IntakeSettings
from tests.intake.makers import BLUE, HEIC_CORNERS, RED, draw_corners, encode_png, save_picture


def is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    """Whether a pixel has a colour, as far as lossy formats keep it."""
    return bool(np.abs(np.asarray(pixel, int) - colour).max() < 40)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tiff", "webp", "bmp"])
def test_every_format_gives_the_same_picture(suffix: str, tmp_path: Path, settings: IntakeSettings) -> None:
    """RGB, uint8, rows first."""
    path = save_picture(tmp_path / f"page.{suffix}")
    assert list_picture_pages(path, sniff_format(path), settings) == (0,)
    image = open_picture(path, sniff_format(path), 0, settings)
    assert (image.shape, image.dtype) == ((64, 96, 3), np.uint8)
    assert is_near(image[10, 10], RED)
    assert is_near(image[60, 90], BLUE)
    assert is_near(image[5, 90], (255, 255, 255))


def test_heic_gives_the_same_picture(settings: IntakeSettings) -> None:
    """What phones send is opened without being converted first."""
    assert list_picture_pages(HEIC_CORNERS, Format.HEIC, settings) == (0,)
    image = open_picture(HEIC_CORNERS, Format.HEIC, 0, settings)
    assert image.shape == (64, 96, 3)
    assert is_near(image[10, 10], RED)


@pytest.mark.parametrize(
    ("orientation", "red_corner"),
    [(1, (0, 0)), (2, (0, -1)), (3, (-1, -1)), (4, (-1, 0)), (5, (0, 0)), (6, (0, -1)), (7, (-1, -1)), (8, (-1, 0))],
)
@pytest.mark.parametrize("suffix", ["jpg", "tiff", "png"])
def test_exif_says_which_way_is_up(
    orientation: int, red_corner: tuple[int, int], suffix: str, tmp_path: Path, settings: IntakeSettings
) -> None:
    """The corner that was the upper left goes where each of the eight orientations puts it, in every format once."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = save_picture(tmp_path / f"page.{suffix}", draw_corners(), exif=exif)
    image = open_picture(path, sniff_format(path), 0, settings)
    assert image.shape == ((64, 96, 3) if orientation < 5 else (96, 64, 3))
    assert is_near(image[red_corner], RED)


def test_a_broken_exif_block_is_left_aside(tmp_path: Path, settings: IntakeSettings) -> None:
    """The picture is read as it lies."""
    path = save_picture(tmp_path / "page.jpg", draw_corners(), exif=b"Exif\x00\x00MM\x00*broken")
    assert is_near(open_picture(path, Format.JPEG, 0, settings)[10, 10], RED)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tiff"])
def test_large_pictures_are_made_smaller(suffix: str, tmp_path: Path) -> None:
    """The longer side is at most page_side_px, and the corners stay corners."""
    path = save_picture(tmp_path / f"page.{suffix}", draw_corners(size_px=(2400, 1200)))
    image = open_picture(path, sniff_format(path), 0, IntakeSettings(page_side_px=1000))
    assert image.shape == (500, 1000, 3)
    assert is_near(image[5, 5], RED)


def test_a_tiff_has_as_many_pages_as_full_size_frames(tmp_path: Path, settings: IntakeSettings) -> None:
    """Small copies that scanners add are no pages, and each page is the right one."""
    frames = [Image.new("L", (40, 40), grey) for grey in (0, 100, 200)]
    plain = tmp_path / "plain.tiff"
    frames[0].save(plain, save_all=True, append_images=frames[1:])
    assert list_picture_pages(plain, Format.TIFF, settings) == (0, 1, 2)
    assert [open_picture(plain, Format.TIFF, page, settings)[0, 0, 0] for page in (0, 1, 2)] == [0, 100, 200]
    frames[1].encoderinfo = {"tiffinfo": {254: 1}}
    frames[0].save(tmp_path / "small.tiff", save_all=True, append_images=frames[1:])
    assert list_picture_pages(tmp_path / "small.tiff", Format.TIFF, settings) == (0, 2)


def test_a_tiff_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    """A thousand pages are no student's."""
    frames = [Image.new("L", (20, 20))] * 4
    path = tmp_path / "page.tiff"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    with pytest.raises(PageRefused, match="more pages"):
        list_picture_pages(path, Format.TIFF, IntakeSettings(max_pages_a_file=3))


def test_a_page_that_is_no_longer_there_is_refused(tmp_path: Path, settings: IntakeSettings) -> None:
    """A file may change after it was planned."""
    path = save_picture(tmp_path / "page.tiff")
    with pytest.raises(PageRefused, match="no longer"):
        open_picture(path, Format.TIFF, 3, settings)


def test_only_the_first_picture_of_a_moving_one_is_a_page(tmp_path: Path, settings: IntakeSettings) -> None:
    """Phones put films and depth maps behind the photo."""
    path = tmp_path / "page.webp"
    draw_corners().save(path, save_all=True, append_images=[Image.new("RGB", (96, 64))])
    assert list_picture_pages(path, Format.WEBP, settings) == (0,)
    assert is_near(open_picture(path, Format.WEBP, 0, settings)[10, 10], RED)


def test_too_many_pixels_are_refused_by_the_header(tmp_path: Path) -> None:
    """The limit holds at planning and at opening, and Pillow's own limit comes back after."""
    own = Image.MAX_IMAGE_PIXELS
    path = save_picture(tmp_path / "page.png", Image.new("1", (1100, 1000)))
    tight = IntakeSettings(max_pixels=1_000_000)
    with pytest.raises(PageRefused, match="too large"):
        list_picture_pages(path, Format.PNG, tight)
    with pytest.raises(PageRefused, match="too large"):
        open_picture(path, Format.PNG, 0, tight)
    assert own == Image.MAX_IMAGE_PIXELS


def test_pillows_own_limit_does_not_stand_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours alone decides: today's phones take pictures of 199.8 MP, Pillow stops at 179."""
    path = save_picture(tmp_path / "page.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    assert open_picture(path, Format.PNG, 0, IntakeSettings()).shape == (64, 96, 3)


def test_one_pixel_is_no_page(tmp_path: Path, settings: IntakeSettings) -> None:
    """Nothing can be written on it."""
    path = save_picture(tmp_path / "page.png", Image.new("RGB", (1, 1)))
    with pytest.raises(PageRefused, match="too small"):
        list_picture_pages(path, Format.PNG, settings)


@pytest.mark.parametrize("suffix", ["jpg", "png", "tiff", "webp", "bmp"])
def test_half_a_picture_is_refused(suffix: str, tmp_path: Path, settings: IntakeSettings) -> None:
    """A page with its lower half grey would be read as if the child had stopped."""
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 255, (90, 90, 3), dtype=np.uint8))
    path = save_picture(tmp_path / f"page.{suffix}", noise)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(PageRefused, match="damaged"):
        open_picture(path, sniff_format(path), 0, settings)


def test_bytes_are_opened_like_files(settings: IntakeSettings) -> None:
    """Photos inside documents never lie on disk."""
    assert open_picture(encode_png(draw_corners()), Format.PNG, 0, settings).shape == (64, 96, 3)


def test_a_photo_with_a_second_picture_behind_it_is_one_page(tmp_path: Path, settings: IntakeSettings) -> None:
    """Phones write such JPEGs (MPO)."""
    out = BytesIO()
    draw_corners().save(out, "MPO", save_all=True, append_images=[Image.new("RGB", (96, 64))])
    (tmp_path / "page.jpg").write_bytes(out.getvalue())
    assert sniff_format(tmp_path / "page.jpg") is Format.JPEG
    assert list_picture_pages(tmp_path / "page.jpg", Format.JPEG, settings) == (0,)
    assert is_near(open_picture(tmp_path / "page.jpg", Format.JPEG, 0, settings)[10, 10], RED)
