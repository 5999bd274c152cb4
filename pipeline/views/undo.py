"""The desk comes in; Undo, always in sight, with what it would take back, goes out."""

from __future__ import annotations

import streamlit as st

from pipeline.views.deciding import describe_decision, find_last_decision, undo_last
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import guard, write_inline
from pipeline.views.words import escape_html, hint_key


def draw_undo(table: OpenDesk) -> None:
    """Draw Undo with what it would take back; it is there also when there is nothing to undo."""
    last = find_last_decision(table.desk)
    told = describe_decision(table.desk, last) if last else ""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="right", key="undo-line"):
        if told:
            line = escape_html(told)
            write_inline(f'<span class="pw-small" role="status" title="{line}">{line}</span>')
        st.button(hint_key("Undo", "U"), key="undo", disabled=last is None, on_click=guard, args=(undo_last, table))
