"""The piece on screen comes in; the teacher's patterns go out beside it, each put on it or taken off it by one key."""

from __future__ import annotations

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import Evidence
from pipeline.views.components.keys import press_on
from pipeline.views.deciding import begin_own_pattern, tag_piece
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import guard, write_inline
from pipeline.views.words import escape_label, shorten

MOST_TAGS = 9
BEGIN_KEY = "begin-open"
NAME_CHARACTERS = 36
TAG_KEYS = {str(number): press_on(f"tag-{number}") for number in range(1, MOST_TAGS + 1)} | {"b": press_on("begin")}


def list_tags(table: OpenDesk) -> list[Pattern]:
    """Return the patterns that can be put on a piece by a number: those made or confirmed, the first nine."""
    confirmed = [pattern for pattern in table.desk.patterns if pattern.status is PatternStatus.CONFIRMED]
    return confirmed[:MOST_TAGS]


def draw_tags(table: OpenDesk, piece: str) -> str:
    """Draw the patterns as buttons, those on this piece filled; return the key of a text box to put the cursor into."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="tags"):
        write_inline('<span class="pw-small">Your patterns</span>')
        for number, pattern in enumerate(list_tags(table), start=1):
            _draw_tag(table, piece, pattern, number)
        st.button("New pattern  B", key="begin", type="tertiary", on_click=_open_box)
    if not st.session_state.get(BEGIN_KEY):
        return ""
    _draw_box(table, piece)
    return "begin-box"


def _draw_tag(table: OpenDesk, piece: str, pattern: Pattern, number: int) -> None:
    is_on = any(member.piece == piece and member.is_checked for member in pattern.members)
    st.button(
        f"{number}  {escape_label(shorten(pattern.name, NAME_CHARACTERS))}",
        key=f"tag-{number}",
        type="primary" if is_on else "secondary",
        help=f"{'Take it off' if is_on else 'Put it on'} this piece: key {number}",
        on_click=guard,
        args=(tag_piece, table, pattern, piece),
    )


def _draw_box(table: OpenDesk, piece: str) -> None:
    key = f"begin-name-{len(table.desk.decisions)}"
    box = st.container(key="begin-box")
    with box, st.form("begin-form", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Name what you see in this piece", key=key, placeholder="says why, not only what")
        st.form_submit_button("Begin it", on_click=lambda: _begin(table, piece, st.session_state[key]))


def _begin(table: OpenDesk, piece: str, name: str) -> None:
    st.session_state[BEGIN_KEY] = False
    guard(begin_own_pattern, table, name, (Evidence(piece, 0, 0, "", is_whole_piece=True),))


def _open_box() -> None:
    st.session_state[BEGIN_KEY] = not st.session_state.get(BEGIN_KEY, False)
