"""A panel's question comes in; its head goes out, with the way to leave it unanswered."""

from __future__ import annotations

import streamlit as st

from pipeline.views.focus import open_panel
from pipeline.views.frame import write_inline
from pipeline.views.words import hint_key


def draw_panel_head(question: str) -> None:
    """Draw a panel's question, with the way to leave it unanswered beside it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        write_inline(f'<span class="pw-small">{question}</span>')
        st.button(hint_key("Leave it", "Esc"), key="leave", type="tertiary", on_click=open_panel, args=("",))
