"""A picture file comes in; how many pages it has, and one of them as an image that stands as its EXIF says, go out.

Sizes are judged by the header, before anything is decoded.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.sizes import fit_side
from pipeline.intake import reasons
from pipeline.intake.colours import to_plain_colours
from pipeline.intake.errors import PageRefused, refuse
from pipeline.intake.formats import Format
from pipeline.settings import IntakeSettings

if TYPE_CHECKING:
    from PIL.Image import Image

SMALLEST_SIDE_PX = 16

_DECODERS = {Format.HEIC: ("HEIF",), Format.JPEG: ("JPEG", "MPO")}
_TURNS_BY_EXIF = (None, None, 0, 3, 1, 5, 4, 6, 2)  # EXIF 2.32, 4.6.4 A: orientation to PIL.Image.Transpose
_ORIENTATION_TAG = 0x0112
_SUBFILE_TAG = 254
_IS_REDUCED = 1
_OPENING = Lock()


def list_picture_pages(path: Path, kind: Format, settings: IntakeSettings) -> tuple[int, ...]:
    """Return the indexes of the pages in the picture file: 0, and for a TIFF its full-size frames.

    Raises PageRefused where the header can't be read, or the first page is too small or over settings.max_pixels.
    """
    with _open_header(path, kind) as picture:
        _check_size(path.name, picture, settings)
        return _list_frames(path.name, picture, settings) if kind is Format.TIFF else (0,)


def open_picture(source: Path | bytes, kind: Format, index: int, settings: IntakeSettings) -> NDArray[np.uint8]:
    """Return page `index` of the picture: RGB, uint8, (height, width, 3), longer side at most settings.page_side_px.

    Transparent parts are white. Raises PageRefused where it can't be decoded whole, is too small, or too large for
    settings.max_pixels.
    """
    name = source.name if isinstance(source, Path) else ""
    with _open_header(source, kind) as picture:
        if index:
            _seek(name, picture, index)
        _check_size(name, picture, settings)
        size_px = fit_side(picture.size, settings.page_side_px)
        picture.draft(picture.mode, size_px)
        picture.load()
        size_px = fit_side(picture.size, settings.page_side_px)
        plain = to_plain_colours(picture).resize(size_px, _find_filter(picture.size, size_px))
        return np.array(_transpose(plain, _find_orientation(picture)).convert("RGB"))


def is_one_bit(source: Path | bytes, kind: Format, index: int) -> bool:
    """Whether page `index` of the picture knows black and white only, by its header."""
    name = source.name if isinstance(source, Path) else ""
    with _open_header(source, kind) as picture:
        if index:
            _seek(name, picture, index)
        return picture.mode == "1"


def _find_filter(size_px: tuple[int, int], wanted_px: tuple[int, int]) -> int:
    from PIL.Image import Resampling

    return Resampling.NEAREST if size_px == wanted_px else Resampling.LANCZOS


@contextmanager
def _open_header(source: Path | bytes, kind: Format) -> Iterator[Image]:
    """Open a picture with the one decoder its first bytes call for; a library's own errors become refusals."""
    from PIL import Image

    name = source.name if isinstance(source, Path) else ""
    if kind is Format.HEIC:
        _add_heic_decoder()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a picture with a broken tag is still a picture
        try:
            with _lift_own_limit():
                picture = Image.open(
                    source if isinstance(source, Path) else BytesIO(source),
                    formats=_DECODERS.get(kind, (kind.value.upper(),)),
                )
            with picture:
                yield picture
        except (PageRefused, FileNotFoundError, PermissionError):
            raise
        except Exception as error:  # decoders raise whatever a damaged file makes them stumble over
            raise refuse(name, reasons.DAMAGED_PICTURE) from error


@contextmanager
def _lift_own_limit() -> Iterator[None]:
    """Pillow refuses pictures from 179 MP on, we from settings.max_pixels on; opening decodes nothing."""
    from PIL import Image

    with _OPENING:
        limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        try:
            yield
        finally:
            Image.MAX_IMAGE_PIXELS = limit


def _add_heic_decoder() -> None:
    from pi_heif import register_heif_opener

    register_heif_opener()


def _check_size(name: str, picture: Image, settings: IntakeSettings) -> None:
    if picture.width * picture.height > settings.max_pixels:
        raise refuse(name, reasons.TOO_MANY_PIXELS)
    if min(picture.size) < SMALLEST_SIDE_PX:
        raise refuse(name, reasons.TOO_SMALL)


def _list_frames(name: str, picture: Image, settings: IntakeSettings) -> tuple[int, ...]:
    """Return the full-size frames: the small copies some scanners add are no pages."""
    frames: list[int] = []
    for index in range(settings.max_pages_a_file + 1):
        try:
            picture.seek(index)
        except EOFError:
            return tuple(frames) or (0,)
        if not int(picture.tag_v2.get(_SUBFILE_TAG, 0)) & _IS_REDUCED:  # type: ignore[attr-defined]  # TIFF's own
            frames.append(index)
    raise refuse(name, reasons.TOO_MANY_PAGES)


def _seek(name: str, picture: Image, index: int) -> None:
    try:
        picture.seek(index)
    except EOFError as error:
        raise refuse(name, reasons.PAGE_GONE) from error


def _find_orientation(picture: Image) -> int:
    try:
        return int(picture.getexif().get(_ORIENTATION_TAG, 1))
    except Exception:  # noqa: BLE001  # EXIF blocks are broken in every way; the picture is read as it lies
        return 1


def _transpose(image: Image, orientation: int) -> Image:
    turn = _TURNS_BY_EXIF[orientation] if 0 <= orientation < len(_TURNS_BY_EXIF) else None
    return image if turn is None else image.transpose(turn)  # type: ignore[arg-type]  # the enumeration's numbers
