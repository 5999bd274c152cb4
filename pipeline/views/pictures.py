"""A piece's page comes in; its picture for the screen goes out, whole (2,000 px at most) or as a thumbnail."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pipeline.imaging import decode_image, encode_webp, shrink_image
from pipeline.store.home import Home
from pipeline.store.pages import load_page_image, load_thumbnail
from pipeline.views.frame import make_address

PICTURE_SIDE_PX = 2000
PICTURE_QUALITY = 80
KEPT_PICTURES = 200
KEPT_THUMBNAILS = 1000


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a data address; `size` (width, height) is the frame its boxes are in, not the picture's own."""

    address: str
    size: tuple[int, int]


def load_picture(home: Home, collection_id: str, piece: str, page: int) -> PagePicture | None:
    """Return a page's picture, or None where the page has none (typed text)."""
    return _load_picture_once(home, (str(home.path), collection_id), piece, page)


def load_small(home: Home, collection_id: str, piece: str) -> str:
    """Return the address of the thumbnail of a piece's first page, "" where it has none."""
    return _load_small_once(home, (str(home.path), collection_id), piece)


@st.cache_data(show_spinner=False, max_entries=KEPT_PICTURES)
def _load_picture_once(_home: Home, place: tuple[str, str], piece: str, page: int) -> PagePicture | None:
    stored = load_page_image(_home, place[1], piece, page)
    if stored is None:
        return None
    image = decode_image(stored)
    small = encode_webp(shrink_image(image, PICTURE_SIDE_PX), PICTURE_QUALITY)
    return PagePicture(make_address(small), (image.shape[1], image.shape[0]))


@st.cache_data(show_spinner=False, max_entries=KEPT_THUMBNAILS)
def _load_small_once(_home: Home, place: tuple[str, str], piece: str) -> str:
    stored = load_thumbnail(_home, place[1], piece, 0)
    return make_address(stored) if stored else ""
