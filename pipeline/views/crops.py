"""A transcript and a span of evidence in; the picture of the real lines, the evidence marked as with a marker pen, out.

Planning is pure arithmetic on boxes; the picture is cut once and kept by Streamlit, by collection, piece, page and box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from pipeline.imaging import blank_boxes, crop_box, cut_ring, encode_webp, shrink_image
from pipeline.records.patterns import Evidence, Ring
from pipeline.records.reading import Box, Transcript
from pipeline.store.home import Home
from pipeline.store.pages import load_page_pixels
from pipeline.transcript import locate_evidence
from pipeline.views.pictures import Place, name_place

MARKER_RGB = (246, 217, 76)
MARKER_SHARE = 0.45
MOST_LINES = 4
CROP_SIDE_PX = 1100
CROP_QUALITY = 82
KEPT_CROPS = 3000

Corners = tuple[float, float, float, float]
_Shown = tuple[Corners, tuple[Corners, ...], tuple[Corners, ...]]
"""What to cut, what to mark, and what to leave blank."""


@dataclass(frozen=True, slots=True)
class CropPlan:
    """What to cut from a piece's page: `box` with its margin, and the `marks` to lay over it, in pixels of the page."""

    page: int
    box: Box
    marks: tuple[Box, ...]


def plan_crop(transcript: Transcript, evidence: Evidence) -> CropPlan | None:
    """Return what to cut for a span: its lines over their whole width, at most four; None where no scan shows it.

    Evidence that is the whole piece is shown by the piece's first lines, without a mark.
    """
    regions = locate_evidence(transcript, evidence)
    if not regions:
        return _plan_opening(transcript) if evidence.is_whole_piece else None
    page = regions[0].page
    shown = [region for region in regions if region.page == page][:MOST_LINES]
    lines = _line_boxes(transcript, page, {region.line for region in shown})
    box = join_boxes([*lines, *(region.box for region in shown)])
    return CropPlan(page, _add_margin(box, len(shown)), tuple(region.box for region in shown))


def join_boxes(boxes: Sequence[Box]) -> Box:
    """Return the smallest box around all of `boxes` (at least one)."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def mark_regions(image: NDArray[np.uint8], marks: Sequence[Box]) -> NDArray[np.uint8]:
    """Return the image with a marker pen's strokes over `marks` (pixels of the image): ink stays dark under them.

    Where strokes overlap the paper is tinted once, as one stroke would.
    """
    is_marked = np.zeros(image.shape[:2], bool)
    for mark in marks:
        top, bottom = max(0, round(mark.y0)), max(0, round(mark.y1))
        is_marked[top:bottom, max(0, round(mark.x0)) : max(0, round(mark.x1))] = True
    tint = 1 - MARKER_SHARE * (1 - np.asarray(MARKER_RGB, np.float32) / 255)
    marked = image.copy()
    marked[is_marked] = (image[is_marked] * tint).astype(np.uint8)
    return marked


def cut_crop(home: Home, collection_id: str, piece: str, plan: CropPlan, veils: tuple[Box, ...] = ()) -> bytes | None:
    """Return the crop as WebP, what is under `veils` blank; None where the page has no picture (typed text)."""
    marks = tuple(_corners(mark) for mark in plan.marks)
    shown = (_corners(plan.box), marks, tuple(_corners(veil) for veil in veils))
    return _cut_once(home, name_place(home, collection_id), (piece, plan.page), shown)


def cut_circled(home: Home, piece: tuple[str, str], ring: Ring, veils: tuple[Box, ...] = ()) -> bytes | None:
    """Return a place circled on a page of `piece` (collection and code), its ring drawn, as WebP, `veils` blank.

    None where the page has no picture.
    """
    place = name_place(home, piece[0])
    return _cut_circled_once(home, place, piece[1], astuple(ring), tuple(_corners(veil) for veil in veils))


@st.cache_data(show_spinner=False, max_entries=KEPT_CROPS)
def _cut_circled_once(
    _home: Home,
    place: Place,
    piece: str,
    ring: tuple[int, float, float, float, float],
    veils: tuple[Corners, ...],
) -> bytes | None:
    stored = load_page_pixels(_home, place[1], piece, ring[0])
    if stored is None:
        return None
    blanked = blank_boxes(stored, [Box(*veil) for veil in veils])
    return encode_webp(shrink_image(cut_ring(blanked, Ring(*ring)), CROP_SIDE_PX), CROP_QUALITY)


@st.cache_data(show_spinner=False, max_entries=KEPT_CROPS)
def _cut_once(_home: Home, place: Place, page: tuple[str, int], shown: _Shown) -> bytes | None:
    """Cut one crop, keyed on everything but `_home`; `place` changes with the set's boxes."""
    box, marks, veils = shown
    stored = load_page_pixels(_home, place[1], *page)
    if stored is None:
        return None
    blanked = blank_boxes(stored, [Box(*veil) for veil in veils])
    image = mark_regions(blanked, [Box(*mark) for mark in marks])
    return encode_webp(shrink_image(crop_box(image, Box(*box), 0), CROP_SIDE_PX), CROP_QUALITY)


def _plan_opening(transcript: Transcript) -> CropPlan | None:
    boxed = [word for word in transcript.words if word.box is not None]
    if not boxed:
        return None
    page = boxed[0].page
    first_lines = sorted({word.line for word in boxed if word.page == page})[:MOST_LINES]
    lines = _line_boxes(transcript, page, set(first_lines))
    return CropPlan(page, _add_margin(join_boxes(lines), len(lines)), ())


def _line_boxes(transcript: Transcript, page: int, lines: set[int]) -> list[Box]:
    places: dict[int, list[Box]] = {}
    for word in transcript.words:
        if word.page == page and word.line in lines and word.box is not None:
            places.setdefault(word.line, []).append(word.box)
    return [join_boxes(boxes) for boxes in places.values()]


def _add_margin(box: Box, lines: int) -> Box:
    """Add a fifth of a line's height, twice that beside: tails and dots of handwriting leave the words' boxes."""
    margin = (box.y1 - box.y0) / max(1, lines) / 5
    return Box(box.x0 - margin * 2, box.y0 - margin, box.x1 + margin * 2, box.y1 + margin)


def _corners(box: Box) -> Corners:
    return (round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1))
