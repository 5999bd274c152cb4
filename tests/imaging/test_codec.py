"""Pictures encoded and decoded again."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.imaging import decode_image, encode_png, encode_webp

TWO_BY_THREE = np.arange(18, dtype=np.uint8).reshape(2, 3, 3) * 10


def test_png_keeps_every_pixel() -> None:
    """What goes in comes out."""
    assert np.array_equal(decode_image(encode_png(TWO_BY_THREE)), TWO_BY_THREE)


def test_webp_keeps_shape_and_roughly_the_colours() -> None:
    """Lossy, yet a grey sheet stays grey."""
    grey = np.full((40, 30, 3), 120, np.uint8)
    back = decode_image(encode_webp(grey, 80))
    assert back.shape == grey.shape
    assert back.dtype == np.uint8
    assert np.abs(back.astype(int) - 120).max() <= 3


def test_webp_is_the_same_each_time_and_smaller_at_less_quality() -> None:
    """Equal pixels give equal bytes."""
    noise = np.random.default_rng(0).integers(0, 255, (60, 60, 3), dtype=np.uint8)
    assert encode_webp(noise, 80) == encode_webp(noise, 80)
    assert len(encode_webp(noise, 20)) < len(encode_webp(noise, 80))


def test_what_is_no_picture_is_an_error() -> None:
    """No array comes of bytes that are no picture."""
    with pytest.raises(OSError, match="cannot identify"):
        decode_image(b"not a picture")
