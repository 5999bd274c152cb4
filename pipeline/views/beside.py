"""The piece on screen comes in; what stands beside its page goes out: patterns, what is circled, and its caption."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import Evidence
from pipeline.views.components.scan import Circled, RingTag, ShownRing
from pipeline.views.deciding import begin_own_pattern, circle_place, keep_caption, uncircle_place
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import guard, write_html
from pipeline.views.tagging import draw_tags, is_tagged, list_tags
from pipeline.views.words import WRITTEN_DOWN, escape_label, shorten

NAME_CHARACTERS = 40
MOST_CAPTION_CHARACTERS = 1000
CAPTION_HEIGHT_PX = 96
CAPTION_LABEL = "What the child said about it"
SIGN = "\u25cb"
"""Of a circle whose pattern has no number."""


def draw_beside(table: OpenDesk, piece: str) -> str:
    """Draw what stands beside the page; return the key of a text box to put the cursor into, or ""."""
    with st.container(key="beside"):
        box = draw_tags(table, piece)
        _draw_circles(table, piece)
        _draw_caption(table, piece)
    return box


def list_rings(table: OpenDesk, piece: str, page: int) -> tuple[ShownRing, ...]:
    """Return what is circled on a page, each circle with its pattern's number and name."""
    return tuple(
        ShownRing(
            box=(place.ring.x0, place.ring.y0, place.ring.x1, place.ring.y1),
            sign=_number(table, pattern) or SIGN,
            title=pattern.name,
        )
        for pattern, place in _find_circled(table, piece)
        if place.ring and place.ring.page == page
    )


def list_ring_tags(table: OpenDesk, piece: str) -> tuple[RingTag, ...]:
    """Return the patterns that a circle on this piece can be evidence of, by their keys."""
    return tuple(
        RingTag(pattern.id, shorten(pattern.name, NAME_CHARACTERS), key, is_on=is_tagged(pattern, piece))
        for key, pattern in list_tags(table)
    )


def keep_circle(table: OpenDesk, piece: str, circled: Circled) -> None:
    """Keep a circle as evidence of the pattern it was drawn for, or begin one with it."""
    place = Evidence(piece, 0, 0, "", ring=circled.ring)
    if circled.name:
        begin_own_pattern(table, circled.name, (place,))
    for pattern in table.desk.patterns:
        if pattern.id == circled.pattern:
            circle_place(table, pattern, place)


def _find_circled(table: OpenDesk, piece: str) -> Iterator[tuple[Pattern, Evidence]]:
    for pattern in table.desk.patterns:
        if pattern.status is not PatternStatus.SET_ASIDE:
            for member in pattern.members:
                if member.piece == piece:
                    yield from ((pattern, place) for place in member.evidence if place.ring)


def _number(table: OpenDesk, pattern: Pattern) -> str:
    return next((key for key, tag in list_tags(table) if tag.id == pattern.id), "")


def _draw_circles(table: OpenDesk, piece: str) -> None:
    circled = list(_find_circled(table, piece))
    if not circled:
        return
    write_html('<p class="pw-label">Circled in this piece</p>')
    for number, (pattern, place) in enumerate(circled):
        name = escape_label(shorten(pattern.name, NAME_CHARACTERS))
        page = f", page {place.ring.page + 1}" if place.ring and place.ring.page else ""
        st.button(
            f"{SIGN} {name}{page}: take it off",
            key=f"uncircle-{number}",
            type="tertiary",
            on_click=guard,
            args=(uncircle_place, table, pattern, place),
        )


def _draw_caption(table: OpenDesk, piece: str) -> None:
    caption = table.desk.captions.get(piece, "")
    key = f"caption-{piece}-{crc32(caption.encode())}"
    st.text_area(
        CAPTION_LABEL,
        value=caption,
        key=key,
        height=CAPTION_HEIGHT_PX,
        max_chars=MOST_CAPTION_CHARACTERS,
        placeholder="dictated, or explained while showing it",
        help=f"Shown beside the piece, and exported, as {WRITTEN_DOWN}: leave names out.",
        on_change=lambda: guard(keep_caption, table, piece, st.session_state[key]),
    )
