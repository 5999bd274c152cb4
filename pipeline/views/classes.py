"""The home comes in; its classes go out, each with its students counted and the way to delete it with all its work."""

from __future__ import annotations

import streamlit as st

from pipeline.records.roster import SchoolClass
from pipeline.store.collections import delete_class
from pipeline.store.home import Home
from pipeline.store.rosters import list_class_sets, list_classes, load_roster
from pipeline.views.desk import forget_shown
from pipeline.views.frame import guard, write_html
from pipeline.views.words import count_nouns, escape_html

ASKED_KEY = "asked-to-delete-class"


def draw_classes(home: Home) -> None:
    """Draw a line for each class that has a list; nothing where there is none."""
    for school_class in list_classes(home):
        with st.container(key=f"classset-of-{school_class.id}"):
            _draw_class(home, school_class)


def _draw_class(home: Home, school_class: SchoolClass) -> None:
    roster, sets = load_roster(home, school_class.id), list_class_sets(home, school_class.id)
    words, acts = st.columns([4, 1], vertical_alignment="center")
    names = "with names" if roster.names else "names forgotten"
    students = f"{count_nouns(len(roster.listed), 'student')}, {names}"
    told = f"The class {school_class.name}: {students} · {count_nouns(len(sets), 'class set')}"
    with words:
        write_html(f'<p class="pw-text">{escape_html(told)}</p>')
    with acts, st.container(horizontal=True, horizontal_alignment="right"):
        st.button("Delete the class", key=f"delete-class-{school_class.id}", on_click=_ask, args=(school_class.id,))
    if st.session_state.get(ASKED_KEY) == school_class.id:
        _draw_question(home, school_class, len(sets))


def _draw_question(home: Home, school_class: SchoolClass, sets: int) -> None:
    write_html(
        f'<p class="pw-text" role="alert">Delete “{escape_html(school_class.name)}” for good? Its names and its '
        f"{count_nouns(sets, 'class set')} with all pages, patterns and decisions are erased from this computer.</p>"
    )
    with st.container(horizontal=True):
        st.button("Keep it", key="keep-class", on_click=_ask, args=("",))
        arguments = (_delete, home, school_class.id)
        st.button("Delete the class for good", key="delete-class-for-good", on_click=guard, args=arguments)


def _ask(class_id: str) -> None:
    st.session_state[ASKED_KEY] = class_id


def _delete(home: Home, class_id: str) -> None:
    """Delete, and show nothing of it any more, also where a file of it is in use."""
    try:
        delete_class(home, class_id)
    finally:
        st.session_state[ASKED_KEY] = ""
        forget_shown()
