"""A decoded picture in any colour mode comes in, the same picture in 8-bit grey or RGB on white goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from PIL.Image import Image

_WHITE = (255, 255, 255, 255)
_WIDE_MODES = ("I", "F")
_LARGEST_8_BIT = 255
_LARGEST_16_BIT = 65535


def to_plain_colours(picture: Image) -> Image:
    """Return `picture` in mode L or RGB: CMYK, palette and 1-bit turned, 16-bit scaled, transparent parts white."""
    from PIL import Image

    if picture.mode.startswith(_WIDE_MODES):
        return Image.fromarray(_scale(np.asarray(picture)))
    if picture.has_transparency_data:
        with_alpha = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", picture.size, _WHITE), with_alpha).convert("RGB")
    return picture.convert("L" if picture.mode in {"1", "L"} else "RGB")


def _scale(wide: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Return grey values of more than 8 bits as uint8: whole numbers out of 65535, fractions out of their own range."""
    values = np.nan_to_num(wide.astype(np.float32))
    full: float = _LARGEST_16_BIT
    if wide.dtype.kind == "f":
        full = next(range_end for range_end in (1.0, 255.0, np.inf) if values.max(initial=0.0) <= range_end)
        full = min(full, _LARGEST_16_BIT)
    scaled: NDArray[np.uint8] = np.clip(np.rint(values * (_LARGEST_8_BIT / full)), 0, _LARGEST_8_BIT).astype(np.uint8)
    return scaled
