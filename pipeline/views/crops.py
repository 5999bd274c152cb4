"""A transcript and a span of evidence in; the picture of the real lines, the evidence marked as with a marker pen, out.

Planning is pure arithmetic on boxes; the picture is cut once and kept by Streamlit, by collection, piece, page and box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from pipeline.imaging import crop_box, decode_image, encode_webp, shrink_image
from pipeline.records.patterns import Evidence
from pipeline.records.reading import Box, Transcript
from pipeline.store.home import Home
from pipeline.store.pages import load_page_image
from pipeline.transcript import locate_evidence

MARKER_RGB = (246, 217, 76)
MARKER_SHARE = 0.45
MOST_LINES = 4
CROP_SIDE_PX = 1100
CROP_QUALITY = 82
KEPT_CROPS = 3000

Corners = tuple[float, float, float, float]


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
    regions = () if evidence.is_whole_piece else locate_evidence(transcript, evidence)
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


def cut_crop(home: Home, collection_id: str, piece: str, plan: CropPlan) -> bytes | None:
    """Return the crop as WebP, or None where the page has no picture (typed text)."""
    marks = tuple(_corners(mark) for mark in plan.marks)
    return _cut_once(home, (str(home.path), collection_id), (piece, plan.page), _corners(plan.box), marks)


@st.cache_data(show_spinner=False, max_entries=KEPT_CROPS)
def _cut_once(
    _home: Home, place: tuple[str, str], page: tuple[str, int], box: Corners, marks: tuple[Corners, ...]
) -> bytes | None:
    """Cut one crop, keyed on everything but `_home`; `place` is the home's path and the collection."""
    stored = load_page_image(_home, place[1], *page)
    if stored is None:
        return None
    image = mark_regions(decode_image(stored), [Box(*mark) for mark in marks])
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
