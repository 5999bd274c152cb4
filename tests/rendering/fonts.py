"""Names of handwriting fonts come in, fonts at a wanted size of the small letters go out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from statistics import median

from PIL import ImageFont

FONTS_PATH = Path(__file__).parent / "fonts"
FONT_NAMES: tuple[str, ...] = tuple(sorted(path.stem for path in FONTS_PATH.glob("*.woff2")))
_PROBE_PX = 100


@lru_cache(maxsize=256)
def load_font(name: str, size_px: int) -> ImageFont.FreeTypeFont:
    """Return the named font at `size_px` a letter square."""
    return ImageFont.truetype(FONTS_PATH / f"{name}.woff2", size_px)


@lru_cache(maxsize=64)
def measure_small_letters(name: str) -> float:
    """Return the height of the small letters, the median of a few, as a share of the font's size."""
    font = load_font(name, _PROBE_PX)
    return median(-font.getbbox(letter, anchor="ls")[1] for letter in "aceonx") / _PROBE_PX


@lru_cache(maxsize=64)
def find_missing_letters(name: str, text: str) -> str:
    """Return the letters of `text` that the named font can't draw, sorted, spaces left out."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    letters = TTFont(FONTS_PATH / f"{name}.woff2").getBestCmap()
    return "".join(sorted({letter for letter in text if not letter.isspace() and ord(letter) not in letters}))
