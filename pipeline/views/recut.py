"""A class set comes in; the way to cut a stack of it anew, on the screen where stacks are cut, goes out.

It stands in the list of class sets, on the desk and beside the gallery, and leads back to where it was pressed.
"""

from __future__ import annotations

import streamlit as st

from pipeline.records.work import Collection
from pipeline.store.home import Home
from pipeline.views.cut_stack import CUTTING_KEY, open_cutting
from pipeline.views.frame import find_settings, go_to, guard
from pipeline.views.words import escape_label, name_stack
from pipeline.walk.recut import find_read_stacks, may_have_stacks

CHOICE_KEY = "stacks-to-cut"


def draw_recut(home: Home, collection: Collection, page: str, *, is_busy: bool) -> None:
    """Draw the button that takes a class set's stack in hand again, where there may be one; of several, one is chosen.

    page: where it stands, to come back to. It rests while the class set `is_busy`.
    """
    if not may_have_stacks(home, collection.id):
        return
    if st.button("Cut it anew", key=f"recut-{collection.id}", type="tertiary", disabled=is_busy):
        st.session_state.pop(CUTTING_KEY, None)
        guard(_take, home, collection.id, page)
        if CUTTING_KEY in st.session_state:
            go_to("cut")
        st.rerun()
    of, stacks = st.session_state.get(CHOICE_KEY, ("", ()))
    for number, stack in enumerate(stacks if of == collection.id else ()):
        if st.button(
            escape_label(name_stack(stack)), key=f"recut-{collection.id}-{number}", type="tertiary", disabled=is_busy
        ):
            open_cutting(stack, collection.id, page)
            go_to("cut")


def _take(home: Home, collection_id: str, page: str) -> None:
    """Take the only stack of a class set in hand, or remember those to choose from."""
    stacks = find_read_stacks(home, collection_id, find_settings().intake)
    st.session_state.pop(CHOICE_KEY, None)
    if len(stacks) == 1:
        open_cutting(stacks[0], collection_id, page)
    else:
        st.session_state[CHOICE_KEY] = collection_id, stacks
