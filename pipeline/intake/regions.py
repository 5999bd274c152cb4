"""An opened page and a region of it come in; the region alone, as a page of its own, goes out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pipeline.imaging import crop_box, set_upright, turn_box
from pipeline.records.reading import Box, Line
from pipeline.records.work import OpenedPage, Region


def cut_region(page: OpenedPage, region: Region, turn_confidence: float) -> OpenedPage:
    """Return what the region, given as the source lies, shows of the upright page; a page without an image as it is.

    A slip may lie another way than its sheet: it is set upright by itself where it has no text layer.
    """
    if page.image is None:
        return page
    box = _place_region(page.image.shape[:2], page.turned_degrees, region)
    image = crop_box(page.image, box, 0)
    if page.text_lines is not None:
        lines = tuple(line for line in (_cut_line(line, box) for line in page.text_lines) if line.words)
        return OpenedPage(image, page.turned_degrees, lines or None)
    upright, degrees = set_upright(np.ascontiguousarray(image), turn_confidence)
    return OpenedPage(upright, (page.turned_degrees + degrees) % 360, None)


def _place_region(shape: tuple[int, ...], turned_degrees: int, region: Region) -> Box:
    """Return the region in px of the upright image of that (height, width)."""
    height_px, width_px = shape[::-1] if turned_degrees % 180 else shape
    lying = Box(region.x0 * width_px, region.y0 * height_px, region.x1 * width_px, region.y1 * height_px)
    return turn_box(lying, (width_px, height_px), turned_degrees)


def _cut_line(line: Line, box: Box) -> Line:
    """Return the line's words whose middle lies in the box, moved to it."""
    words = []
    for word in line.words:
        place = word.box
        if place and box.x0 <= (place.x0 + place.x1) / 2 < box.x1 and box.y0 <= (place.y0 + place.y1) / 2 < box.y1:
            moved = Box(place.x0 - box.x0, place.y0 - box.y0, place.x1 - box.x0, place.y1 - box.y0)
            words.append(replace(word, box=moved))
    return replace(line, words=tuple(words))
