"""The class set in hand comes in; the head of every page goes out: where we are, what is read, where to go."""

from __future__ import annotations

import streamlit as st

from pipeline.records.work import Collection
from pipeline.views.frame import SET_PARAMETER, find_home, get_page, go_to, say, say_empty, warn_of_place, write_html
from pipeline.views.names import draw_names_switch
from pipeline.views.words import escape_html

LINKS = ("roster", "boxes", "check", "patterns", "unsorted", "model", "step", "export")
HOME_PAGE = "sets"


def draw_head(page: str, collection: Collection | None = None, told: str = "") -> None:
    """Draw the head of a page: the way to the class sets, this set's name, `told` about it, and its other pages."""
    with st.container(key="head", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key="brand", width="content"):
            st.page_link(get_page(HOME_PAGE), label="Patternwork")
        if collection:
            write_html(_name_set(collection, told))
            _draw_links(page, collection)
            draw_names_switch(find_home(), collection.id)
    if not collection:
        _warn_of_place()


def draw_no_set(page: str) -> None:
    """Draw a page of a class set while none is in hand: one sentence and the way to the class sets."""
    draw_head(page)
    say_empty("No class set is open.")
    if st.button("Class sets", type="primary", key="to-sets"):
        go_to(HOME_PAGE)


def _draw_links(page: str, collection: Collection) -> None:
    parameters = {SET_PARAMETER: collection.id}
    for name in LINKS:
        if name == "check" and collection.is_read_by_hand:
            continue
        if name == "model" and not collection.model_answer and page != "model":
            continue
        target = get_page(name)
        with st.container(key="here" if name == page else f"there-{name}", width="content"):
            st.page_link(target, label=target.title, query_params=parameters)


def _name_set(collection: Collection, told: str) -> str:
    name = f'<span class="pw-set">{escape_html(collection.name)}</span>'
    return f'<div class="pw-where">{name}<span class="pw-small">{told}</span></div>'


def _warn_of_place() -> None:
    for warning in warn_of_place(str(find_home().path)):
        say(warning)
