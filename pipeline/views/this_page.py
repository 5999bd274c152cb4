"""The page on screen comes in; the small menu of what can be done with it, and with its piece, goes out."""

from __future__ import annotations

from itertools import takewhile

import streamlit as st

from pipeline.decide import read_left_out
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.pages import NEWER_DRAFT
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import guard, say, write_html, write_inline
from pipeline.views.names import show_piece
from pipeline.views.paging import (
    bring_back_piece,
    crop_shown,
    leave_out_piece,
    look_at_piece,
    replace_shown,
    turn_shown,
)
from pipeline.views.words import escape_label, shorten

PHOTO_KINDS = ("jpg", "jpeg", "png", "tif", "tiff", "webp", "heic", "heif", "bmp", "pdf")
LEAVE_REASONS = ("Absent the day of the task", "Not this class's work", "Handed in twice", "It can't be read")
TURNS = ((270, "Turn left"), (180, "Upside down"), (90, "Turn right"))
REASON_CHARACTERS = 60
MANY_TOOK = "{} newer drafts took the place of older ones."
WHOLE_KEY = "shows-names"


def shows_names() -> bool:
    """Whether the owner of the page wants to see what is under its name boxes."""
    return bool(st.session_state.get(WHOLE_KEY))


def hide_names() -> None:
    """Hide them again: each piece is shown whole only when that is asked for."""
    st.session_state[WHOLE_KEY] = False


def draw_page_menu(table: OpenDesk, piece: str, page: int, *, has_picture: bool) -> None:
    """Draw the menu of a page of a piece; what came late can be said to be looked at beside it."""
    with st.popover("This page", type="tertiary", key="this-page"):
        if has_picture:
            st.toggle("Show what name boxes hide", key=WHOLE_KEY, disabled=not table.desk.boxes.drawn)
            _draw_turns(table, piece, page)
            _draw_crop(table, piece, page)
        _draw_better(table, piece, page)
        _draw_leave_out(table, piece)
    if piece in table.desk.newcomers:
        arguments = (look_at_piece, table, piece)
        st.button("Looked at", key="looked-at", help="It came after you decided", on_click=guard, args=arguments)


def draw_left_out(table: OpenDesk) -> None:
    """Draw the pieces that were taken out of the class set, each with its reason and the way back."""
    if not table.desk.left_out:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="left-out"):
        write_inline('<span class="pw-small">Taken out of the set:</span>')
        for left in table.desk.left_out:
            reason = f" ({shorten(left.reason, REASON_CHARACTERS)})" if left.reason else ""
            label = escape_label(f"{show_piece(table, left.piece)}{reason}: put back")
            arguments = (bring_back_piece, table, left.piece)
            st.button(label, key=f"bring-back-{left.piece}", type="tertiary", on_click=guard, args=arguments)


def tell_newer_drafts(table: OpenDesk) -> None:
    """Say how many newer drafts took an older one's place when work was added, until the next decision is made."""
    told = takewhile(_is_for_draft, reversed(table.desk.decisions))
    count = sum(len(read_left_out(decision.value)) for decision in told)
    if count:
        took = "1 newer draft took the place of an older one." if count == 1 else MANY_TOOK.format(count)
        say(took, "What is older is kept: it can be put back at the end of Sort by hand.")


def _is_for_draft(decision: Decision) -> bool:
    """Whether work that was added made this decision: older drafts left out."""
    is_out = decision.kind is DecisionKind.LEAVE_OUT
    return is_out and all(left.reason == NEWER_DRAFT for left in read_left_out(decision.value))


def _draw_turns(table: OpenDesk, piece: str, page: int) -> None:
    with st.container(horizontal=True, gap="xsmall"):
        for degrees, label in TURNS:
            arguments = (turn_shown, table, piece, page, degrees)
            st.button(label, key=f"turn-{degrees}", on_click=guard, args=arguments)


def _draw_crop(table: OpenDesk, piece: str, page: int) -> None:
    place = f"{piece}-{page}-{len(table.desk.decisions)}"
    with st.expander("Crop it"), st.form(f"crop-{place}", border=False):
        across = st.slider("Keep from left to right, %", 0, 100, (0, 100), key=f"across-{place}")
        down = st.slider("Keep from top to bottom, %", 0, 100, (0, 100), key=f"down-{place}")
        if st.form_submit_button("Crop and read again"):
            shares = (across[0] / 100, down[0] / 100, across[1] / 100, down[1] / 100)
            guard(crop_shown, table, piece, page, shares)
            st.rerun()


def _draw_better(table: OpenDesk, piece: str, page: int) -> None:
    with st.expander("A better photo of it"):
        key = f"better-{piece}-{page}-{len(table.desk.decisions)}"
        file = st.file_uploader("A photo or scan of this page", type=list(PHOTO_KINDS), key=key)
        write_html('<p class="pw-small">The piece keeps its code and what you decided. Undo shows the old page.</p>')
        if file:
            arguments = (replace_shown, table, piece, page, file)
            st.button("Use this photo", key="use-photo", type="primary", on_click=guard, args=arguments)


def _draw_leave_out(table: OpenDesk, piece: str) -> None:
    key = f"leave-reason-{piece}"
    with st.expander(f"Take {escape_label(show_piece(table, piece))} out of the set"):
        for number, reason in enumerate(LEAVE_REASONS, start=1):
            arguments = (leave_out_piece, table, piece, reason)
            st.button(reason, key=f"leave-{number}", type="tertiary", on_click=guard, args=arguments)
        with st.form("leave-form", border=False):
            st.text_input("Another reason", key=key, placeholder="Another reason", label_visibility="collapsed")
            st.form_submit_button(
                "For this reason", on_click=lambda: guard(leave_out_piece, table, piece, st.session_state[key])
            )
