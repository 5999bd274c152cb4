"""A page image and the place circled on it in; what was circled, a little wider and with its ring drawn, out."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.imaging.crops import crop_box
from pipeline.records.patterns import Ring
from pipeline.records.reading import Box

RING_RGB = (47, 93, 140)
HALO_RGB = (255, 255, 255)
_AROUND = 0.25
_LEAST_AROUND = 0.03
_STROKE = 0.005
_ROUNDNESS = 0.45


def find_ring_box(ring: Ring, size_px: tuple[int, int]) -> Box:
    """Return where a ring lies on a page image of (width, height) `size_px`."""
    width, height = size_px
    return Box(ring.x0 * width, ring.y0 * height, ring.x1 * width, ring.y1 * height)


def cut_ring(image: NDArray[np.uint8], ring: Ring) -> NDArray[np.uint8]:
    """Return what was circled on a page (RGB, uint8, (height, width, 3)), wider on every side by a quarter of it.

    The ring is drawn as a pen would go round the place, with a white edge: it shows on dark ink and in black and white.
    """
    from PIL import Image, ImageDraw

    height_px, width_px = image.shape[:2]
    box = find_ring_box(ring, (width_px, height_px))
    page = Image.fromarray(image)
    pen, stroke = ImageDraw.Draw(page), max(2, round(_STROKE * max(image.shape[:2])))
    sides = (box.x1 - box.x0, box.y1 - box.y0)
    for colour, width in ((HALO_RGB, 2 * stroke), (RING_RGB, stroke)):
        out = width / 2
        corners = (box.x0 - out, box.y0 - out, box.x1 + out, box.y1 + out)
        pen.rounded_rectangle(corners, _ROUNDNESS * min(sides), outline=colour, width=width)
    margin_px = round(max(_AROUND * max(sides), _LEAST_AROUND * max(width_px, height_px)))
    return crop_box(np.asarray(page), box, margin_px)
