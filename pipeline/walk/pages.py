"""A page of a collection in the home and what is to become of it in; its new picture, kept, and the change, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.errors import InputError
from pipeline.imaging import crop_box, decode_image, encode_webp, turn_box, turn_image
from pipeline.intake import PageRefused, open_page
from pipeline.records.boxes import PageBox
from pipeline.records.pages import PageChange, PageHow
from pipeline.records.reading import Box
from pipeline.records.work import SourcePage
from pipeline.settings import IntakeSettings
from pipeline.store.boxes import load_boxes
from pipeline.store.home import Home
from pipeline.store.pages import load_whole_image
from pipeline.store.pictures import keep_picture

PICTURE_QUALITY = 90
"""Of a picture made of a kept one: what the first encoding lost is lost, and little more should be."""
_LEAST_SHARE = 0.1

Shares = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page (from 0) of a piece in a collection."""

    home: Home
    collection_id: str
    piece: str
    page: int


def replace_page(place: PagePlace, file: Path, settings: IntakeSettings) -> PageChange:
    """Take a better photo or scan for a page: the first page of `file`, set upright; raises InputError."""
    try:
        opened = open_page(SourcePage(file, "", 0), settings)
    except PageRefused as error:
        raise InputError(error.refusal.reason, error.refusal.hint) from error
    if opened.image is None:
        raise InputError("That file has no picture of a page.", "Choose a photo, a scan or a PDF of one.")
    return _keep(place, opened.image, PageHow.REPLACED)


def turn_page(place: PagePlace, degrees: int) -> PageChange:
    """Turn a page clockwise by 90, 180 or 270 degrees; raises InputError where it has no picture."""

    def turn(box: PageBox) -> PageBox:
        side = turn_box(Box(box.x0, box.y0, box.x1, box.y1), (1, 1), degrees)
        return replace(box, x0=side.x0, y0=side.y0, x1=side.x1, y1=side.y1)

    return _carry_boxes(place, _keep(place, turn_image(_load(place), degrees), PageHow.TURNED), turn)


def crop_page(place: PagePlace, shares: Shares) -> PageChange:
    """Keep of a page what is within `shares` (left, top, right, bottom, of its width and height); raises InputError."""
    left, top, right, bottom = shares
    if right - left < _LEAST_SHARE or bottom - top < _LEAST_SHARE:
        raise InputError("That leaves nearly nothing of the page.", "Keep more of it.")
    image = _load(place)
    height_px, width_px = image.shape[:2]
    box = Box(left * width_px, top * height_px, right * width_px, bottom * height_px)

    def cut(box: PageBox) -> PageBox:
        x0, x1 = (min(1.0, max(0.0, (side - left) / (right - left))) for side in (box.x0, box.x1))
        y0, y1 = (min(1.0, max(0.0, (side - top) / (bottom - top))) for side in (box.y0, box.y1))
        return replace(box, x0=x0, y0=y0, x1=x1, y1=y1)

    return _carry_boxes(place, _keep(place, crop_box(image, box, 0), PageHow.CROPPED), cut)


def _carry_boxes(place: PagePlace, change: PageChange, carry: Callable[[PageBox], PageBox]) -> PageChange:
    """Return the change with the page's boxes where they stand on its new picture: a hidden name stays hidden."""
    here = load_boxes(place.home, place.collection_id).find_on(place.piece, place.page)
    carried = [carry(box) for box in here]
    boxes = tuple(box for box in carried if box.x0 < box.x1 and box.y0 < box.y1)
    return replace(change, boxes=boxes, without=tuple({box.id for box in here} - {box.id for box in boxes}))


def _load(place: PagePlace) -> NDArray[np.uint8]:
    image = load_whole_image(place.home, place.collection_id, place.piece, place.page)
    if image is None:
        raise InputError("This page has no picture.", "Typed pages are as they were handed in.")
    return decode_image(image)


def _keep(place: PagePlace, image: NDArray[np.uint8], how: PageHow) -> PageChange:
    picture = keep_picture(place.home, place.collection_id, encode_webp(image, PICTURE_QUALITY))
    return PageChange(place.piece, place.page, picture, how)
