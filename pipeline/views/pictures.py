"""A piece's page comes in; its picture for the screen goes out, whole (2,000 px at most) or as a thumbnail.

Pictures are kept, that there is none is not: a page that is being read has one a moment later.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from pipeline.imaging import blank_boxes, decode_image, encode_webp, shrink_image
from pipeline.records.reading import Box
from pipeline.store.boxes import hash_pictures
from pipeline.store.home import Home
from pipeline.store.pages import THUMBNAIL_SIDE_PX, load_page_pixels, load_thumbnail, load_whole_image
from pipeline.views.frame import make_address

PICTURE_SIDE_PX = 2000
PICTURE_QUALITY = 80
KEPT_PICTURES = 200
KEPT_THUMBNAILS = 1000


class _NoPicture(Exception):
    """A page has no picture, or none yet: what is raised is not kept."""


Place = tuple[str, str, str]
Page = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a data address; `size` (width, height) is the frame its boxes are in, not the picture's own."""

    address: str
    size: tuple[int, int]

    @property
    def mark(self) -> int:
        """A number that tells one picture from another."""
        return crc32(self.address.encode())


def picture_page(image: NDArray[np.uint8]) -> PagePicture:
    """Return a page's image (RGB, uint8, (height, width, 3)) as a picture for the screen."""
    small = encode_webp(shrink_image(image, PICTURE_SIDE_PX), PICTURE_QUALITY)
    return PagePicture(make_address(small), (image.shape[1], image.shape[0]))


def name_place(home: Home, collection_id: str) -> Place:
    """Return what pictures are kept under: the home's path, the class set, and how its pages are masked."""
    return str(home.path), collection_id, hash_pictures(home, collection_id)


def load_picture(
    home: Home, collection_id: str, page: Page, veils: tuple[Box, ...] = (), *, is_whole: bool = False
) -> PagePicture | None:
    """Return the picture of a page (piece and number), or None where it has none (typed text).

    What is under name boxes is gone from it, unless its owner wants to see it whole; what is under `veils` is blank.
    """
    try:
        return _load_picture_once(home, name_place(home, collection_id), page, veils, is_whole=is_whole)
    except _NoPicture:
        return None


def load_small(home: Home, collection_id: str, piece: str, veils: tuple[Box, ...] = (), page: int = 0) -> str:
    """Return the address of a page's thumbnail (of the first where none is named), "" where it has none."""
    try:
        return _load_small_once(home, name_place(home, collection_id), (piece, page), veils)
    except _NoPicture:
        return ""


def _load_pixels(home: Home, collection_id: str, page: Page, *, is_whole: bool) -> NDArray[np.uint8] | None:
    if not is_whole:
        return load_page_pixels(home, collection_id, *page)
    stored = load_whole_image(home, collection_id, *page)
    return decode_image(stored) if stored else None


@st.cache_data(show_spinner=False, max_entries=KEPT_PICTURES)
def _load_picture_once(_home: Home, place: Place, page: Page, veils: tuple[Box, ...], *, is_whole: bool) -> PagePicture:
    image = _load_pixels(_home, place[1], page, is_whole=is_whole)
    if image is None:
        raise _NoPicture
    return picture_page(blank_boxes(image, veils))


@st.cache_data(show_spinner=False, max_entries=KEPT_THUMBNAILS)
def _load_small_once(_home: Home, place: Place, page: Page, veils: tuple[Box, ...]) -> str:
    """Return the kept thumbnail, or one made of the page where something on it is to be blank."""
    pixels = load_page_pixels(_home, place[1], *page) if veils else None
    if pixels is None:
        stored = load_thumbnail(_home, place[1], *page)
    else:
        stored = encode_webp(shrink_image(blank_boxes(pixels, veils), THUMBNAIL_SIDE_PX), PICTURE_QUALITY)
    if not stored:
        raise _NoPicture
    return make_address(stored)
