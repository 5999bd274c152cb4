"""A class set that its teacher reads comes in; the ways to sort it by hand, and to let it be read after all, go out."""

from __future__ import annotations

import streamlit as st

from pipeline.records.work import READ_BY_SETTINGS
from pipeline.store.collections import set_engine
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import go_to, guard, say_empty, write_inline
from pipeline.views.piece import open_piece
from pipeline.views.reading import find_launch, is_starting, is_working, start_again
from pipeline.views.words import count_nouns
from pipeline.walk.desk import list_unsorted


def draw_hand_note(table: OpenDesk) -> None:
    """Say that the teacher reads this set, with the way to let the computer read it; nothing for other sets."""
    job = table.desk.job
    if not table.collection.is_read_by_hand or is_working(job) or is_starting(job, find_launch(table.collection.id)):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="hand-note"):
        write_inline('<span class="pw-small">You read these pages yourself.</span>')
        st.button("Read them on this computer", key="read-now", type="tertiary", on_click=guard, args=(_read, table))


def draw_ways_by_hand(table: OpenDesk) -> None:
    """Say what can be done where the computer has no pattern to show: sort by hand, or read through first."""
    count, left = len(table.desk.pieces), list_unsorted(table.desk)
    begun = f"{count_nouns(len(left), 'piece')} of {count} left to sort."
    say_empty(begun if len(left) < count else f"Sort your {count_nouns(count, 'piece')} by what you see in them.")
    with st.container(horizontal=True):
        if st.button("Sort by hand", type="primary", key="sort-by-hand"):
            go_to("unsorted")
        if st.button("Read through them", key="read-through"):
            open_piece((*left, table.desk.pieces[0].code)[0])
            go_to("piece")


def _read(table: OpenDesk) -> None:
    """Read the set after all; what was sorted and circled by hand stays."""
    set_engine(table.home, table.collection.id, READ_BY_SETTINGS)
    start_again(table.home, table.collection.id)
