"""Codes come in; codes with names beside them go out, where the teacher has asked for names: never by themselves.

Names are on for one browser session and one press of N. They go into our own HTML and labels, and nowhere else.
"""

from __future__ import annotations

import streamlit as st

from pipeline.records.reading import Box
from pipeline.records.roster import Roster, Student
from pipeline.roster import list_hidden
from pipeline.store.home import Home
from pipeline.store.rosters import has_names
from pipeline.views.components.keys import NAMES_WIDGET
from pipeline.views.desk import OpenDesk
from pipeline.views.words import escape_html, hint_key
from pipeline.walk.people import People

NAMES_KEY = "names-are-on"
OFF, ON = hint_key("Names", "N"), hint_key("Names on", "N")


def are_names_on() -> bool:
    """Whether the teacher has asked for names in this session."""
    return bool(st.session_state.get(NAMES_KEY))


def draw_names_switch(home: Home, collection_id: str) -> None:
    """Draw the switch for names where the class of this set has any."""
    if not has_names(home, collection_id):
        st.session_state.pop(NAMES_KEY, None)
        return
    is_on = are_names_on()
    told = "Hide the names again: N" if is_on else "Show the students' names on this screen: N"
    label = ON if is_on else OFF
    st.button(label, key=NAMES_WIDGET, type="primary" if is_on else "tertiary", help=told, on_click=_toggle_names)


def show_piece(table: OpenDesk, piece: str) -> str:
    """Return what a piece is called on screen: its student's code (else its own), and the name where names are on."""
    people = table.desk.people
    code = people.codes.get(piece, piece)
    name = people.find_name(piece) if are_names_on() else None
    return f"{code} · {name.full}" if name else code


def find_veils(table: OpenDesk, piece: str, page: int) -> tuple[Box, ...]:
    """Return where names stand on a page that the screen shows blank; () where names are on."""
    transcript = table.desk.transcripts.get(piece)
    return () if are_names_on() or transcript is None else tuple(list_hidden(transcript, page))


def show_student(roster: Roster, student: Student) -> str:
    """Return what a student is called on screen: the code, and the name where names are on."""
    name = roster.names.get(student.id) if are_names_on() else None
    return f"{student.code} · {name.full}" if name else student.code


def list_missing(people: People) -> list[str]:
    """Return who is missing; whose piece came and was taken out of the set is marked: "KU3 (taken out)"."""
    if people.roster is None:
        return []
    told = {student.id: show_student(people.roster, student) for student in people.missing}
    return [f"{name} (taken out)" if one in people.taken_out else name for one, name in told.items()]


def mark_piece(table: OpenDesk, piece: str) -> str:
    """Return what a piece is called as our own HTML, the code set apart."""
    code, dot, name = show_piece(table, piece).partition(" · ")
    return f'<span class="pw-code">{escape_html(code)}</span>{escape_html(dot + name)}'


def _toggle_names() -> None:
    st.session_state[NAMES_KEY] = not are_names_on()
