"""The piece on screen comes in; the teacher's patterns go out beside it, each put on it or taken off it by one key."""

from __future__ import annotations

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.views.components.keys import press_on
from pipeline.views.deciding import begin_own_pattern, point_at_whole, tag_piece
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import guard, write_html
from pipeline.views.words import MARK_SIGNS, escape_label, hint_key, lead_key, shorten

MOST_TAGS = 9
BEGIN_KEY = "begin-open"
NAME_CHARACTERS = 60
TAG_KEYS = {str(number): press_on(f"tag-{number}") for number in range(1, MOST_TAGS + 1)} | {"b": press_on("begin")}


def list_tags(table: OpenDesk) -> list[tuple[str, Pattern]]:
    """Return the patterns that a person made or confirmed, each with its key: the first nine a number, others ""."""
    confirmed = [pattern for pattern in table.desk.patterns if pattern.status is PatternStatus.CONFIRMED]
    return [(str(at) if at <= MOST_TAGS else "", pattern) for at, pattern in enumerate(confirmed, start=1)]


def is_tagged(pattern: Pattern, piece: str) -> bool:
    """Whether a person has put the piece into the pattern, or confirmed it there."""
    return any(member.piece == piece and member.is_checked for member in pattern.members)


def draw_tags(table: OpenDesk, piece: str) -> str:
    """Draw the patterns as buttons, those on this piece filled; return the key of a text box to put the cursor into."""
    with st.container(key="tags", gap="xsmall"):
        write_html('<p class="pw-label">Your patterns</p>')
        for number, pattern in list_tags(table):
            _draw_tag(table, piece, pattern, number)
        st.button(hint_key("New pattern", "B"), key="begin", type="tertiary", on_click=_open_box)
    if not st.session_state.get(BEGIN_KEY):
        return ""
    _draw_box(table, piece)
    return "begin-box"


def _draw_tag(table: OpenDesk, piece: str, pattern: Pattern, number: str) -> None:
    """Draw one pattern's button under a name of this piece: a press on it is never taken for another piece's."""
    is_on = is_tagged(pattern, piece)
    sign = f"{MARK_SIGNS[pattern.mark]} " if pattern.mark else ""
    name = escape_label(sign + shorten(pattern.name, NAME_CHARACTERS))
    with st.container(key=f"tag-{number or pattern.id}"):
        st.button(
            lead_key(number, f"{name}  :small[· {len(pattern.members)}]"),
            key=f"tag-{number or pattern.id}-{piece}",
            type="primary" if is_on else "secondary",
            help=f"{'Take it off' if is_on else 'Put it on'} this piece{f': key {number}' if number else ''}",
            on_click=guard,
            args=(tag_piece, table, pattern, piece),
            width="stretch",
        )


def _draw_box(table: OpenDesk, piece: str) -> None:
    key = f"begin-name-{len(table.desk.decisions)}"
    with st.container(key="begin-box"), st.form("begin-form", border=False):
        st.text_input("Name what you see in this piece", key=key, placeholder="says why, not only what")
        st.form_submit_button("Begin it", on_click=lambda: _begin(table, piece, st.session_state[key]))


def _begin(table: OpenDesk, piece: str, name: str) -> None:
    st.session_state[BEGIN_KEY] = False
    guard(begin_own_pattern, table, name, point_at_whole((piece,)))


def _open_box() -> None:
    st.session_state[BEGIN_KEY] = not st.session_state.get(BEGIN_KEY, False)
