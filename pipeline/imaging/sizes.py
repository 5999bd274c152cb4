"""An image in, the same image at most so large out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def fit_side(size_px: tuple[int, int], side_px: int) -> tuple[int, int]:
    """Return (width, height) scaled so that the longer side is at most `side_px`; never larger, never under 1 px."""
    scale = min(1.0, side_px / max(size_px))
    return max(1, round(size_px[0] * scale)), max(1, round(size_px[1] * scale))


def shrink_image(image: NDArray[np.uint8], side_px: int) -> NDArray[np.uint8]:
    """Return `image` (RGB, uint8, (height, width, 3)) its longer side at most `side_px`; never larger."""
    from PIL import Image

    size_px = fit_side((image.shape[1], image.shape[0]), side_px)
    if size_px == (image.shape[1], image.shape[0]):
        return image
    return np.array(Image.fromarray(image).resize(size_px, Image.Resampling.LANCZOS))
