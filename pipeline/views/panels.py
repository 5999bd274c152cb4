"""A pattern in focus comes in; the small panel that is open under it goes out: a name, a reason, a piece."""

from __future__ import annotations

import streamlit as st

from pipeline.records.decisions import Pattern
from pipeline.views.deciding import put_in_piece, rename_pattern, set_aside_pattern
from pipeline.views.desk import OpenDesk
from pipeline.views.focus import find_panel
from pipeline.views.frame import guard
from pipeline.views.merging import draw_merge
from pipeline.views.names import show_piece
from pipeline.views.panel_head import draw_panel_head
from pipeline.views.splitting import draw_split
from pipeline.views.words import REASONS, lead_key, shorten

OPENING_CHARACTERS = 60


def draw_panel(table: OpenDesk, pattern: Pattern) -> None:
    """Draw the panel that is open under the card, if any."""
    panels = {
        "rename": _draw_rename,
        "set-aside": _draw_reasons,
        "put-in": _draw_put_in,
        "split": draw_split,
        "merge": draw_merge,
    }
    draw = panels.get(find_panel())
    if draw:
        with st.container(key="panel"):
            draw(table, pattern)


def _draw_rename(table: OpenDesk, pattern: Pattern) -> None:
    key = f"name-{pattern.id}"
    draw_panel_head("Your name for it")
    with st.form("new-name", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Your name for it", value=pattern.name, key=key, label_visibility="collapsed")
        st.form_submit_button(
            "Keep this name", on_click=lambda: guard(rename_pattern, table, pattern, st.session_state[key])
        )


def _draw_reasons(table: OpenDesk, pattern: Pattern) -> None:
    key = f"reason-{pattern.id}"
    draw_panel_head("Why is it not a pattern?")
    with st.container(horizontal=True, gap="xsmall"):
        for number, reason in enumerate(REASONS, start=1):
            arguments = (set_aside_pattern, table, pattern, reason)
            st.button(lead_key(str(number), reason), key=f"reason-{number}", on_click=guard, args=arguments)
    with st.form("other-reason", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Another reason", key=key, placeholder="Another reason", label_visibility="collapsed")
        st.form_submit_button(
            "For this reason", on_click=lambda: guard(set_aside_pattern, table, pattern, st.session_state[key])
        )


def _draw_put_in(table: OpenDesk, pattern: Pattern) -> None:
    key = f"piece-in-{pattern.id}"
    inside = {member.piece for member in pattern.members}
    outside = [piece.code for piece in table.desk.pieces if piece.code not in inside]
    openings = {code: shorten(t.text, OPENING_CHARACTERS) for code, t in table.desk.transcripts.items()}
    labels = {code: f"{show_piece(table, code)} · {openings.get(code, 'not read yet')}" for code in outside}
    draw_panel_head("Which piece shows it too?")
    st.selectbox(
        "Which piece shows it too?",
        outside,
        index=None,
        key=key,
        label_visibility="collapsed",
        format_func=labels.__getitem__,
        placeholder="Choose a piece",
        on_change=lambda: guard(_put_in, table, pattern, st.session_state[key]),
    )


def _put_in(table: OpenDesk, pattern: Pattern, code: str | None) -> None:
    if code:
        put_in_piece(table, pattern, code)
