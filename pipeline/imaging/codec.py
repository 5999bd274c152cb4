"""Images in, bytes of a picture file out, and back. No metadata travels either way."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from numpy.typing import NDArray


def encode_webp(image: NDArray[np.uint8], quality: int) -> bytes:
    """Return `image` (RGB, uint8, (height, width, 3), sides to 16,383 px) as lossy WebP; `quality` in 0..100."""
    from PIL import Image

    out = BytesIO()
    Image.fromarray(image).save(out, "WEBP", quality=quality, method=4)
    return out.getvalue()


def encode_png(image: NDArray[np.uint8]) -> bytes:
    """Return `image` (RGB, uint8, (height, width, 3)) as PNG: the same pixels come back."""
    from PIL import Image

    out = BytesIO()
    Image.fromarray(image).save(out, "PNG")
    return out.getvalue()


def decode_image(encoded: bytes) -> NDArray[np.uint8]:
    """Return the picture that encode_webp or encode_png wrote, as RGB, uint8, (height, width, 3).

    For bytes this house encoded; files from outside go through intake. Raises OSError where they are no picture.
    """
    from PIL import Image

    with Image.open(BytesIO(encoded)) as picture:
        return np.array(picture.convert("RGB"))
