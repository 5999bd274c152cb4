"""A pasted list or a table comes in; how it was understood, put right by the teacher, and the kept class, go out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pipeline.errors import InputError, PatternworkError
from pipeline.records.roster import SchoolClass
from pipeline.roster import Column, RosterReading, read_roster
from pipeline.store.rosters import create_class, join_class, keep_roster
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import guard, say, write_html
from pipeline.views.words import count_nouns, escape_label, make_table

GIVEN_KEY = "given-list"
CLASS_KEY = "given-class"
NEW_CLASS = "A new class"
ROWS_SHOWN = 60


def draw_list_form(table: OpenDesk, classes: Sequence[SchoolClass]) -> None:
    """Draw the form for a list, or what a given list was understood as; `classes` are those to choose from."""
    if st.session_state.get(GIVEN_KEY) is None:
        _draw_fields(table, classes)
    else:
        _draw_reading(table)


def _draw_fields(table: OpenDesk, classes: Sequence[SchoolClass]) -> None:
    own = table.desk.people.roster
    by_id = {one.id: one for one in classes}
    if own is None:
        _draw_class_fields(table, by_id)
    st.text_area(
        "Paste the list: one student a line, or a table",
        key="pasted",
        height=180,
        placeholder="Ann Lee\nde la Cruz, José\n…",
    )
    file = st.file_uploader("Or choose a file (CSV from Canvas, Google Classroom or the school's system)", key="list")
    st.button("See the students", type="primary", key="see-students", on_click=guard, args=(_take_list, file))


def _draw_class_fields(table: OpenDesk, by_id: dict[str, SchoolClass]) -> None:
    if by_id:
        options = ["", *by_id]
        st.selectbox(
            "Which class is this?",
            options,
            key="which-class",
            format_func=lambda key: by_id[key].name if key else NEW_CLASS,
        )
    chosen = by_id.get(st.session_state.get("which-class", ""))
    if chosen:
        write_html('<p class="pw-small">Its list is here already. Its students keep their codes.</p>')
        arguments = (join_class, table.home, table.collection.id, chosen.id)
        st.button(f"It is {escape_label(chosen.name)}", type="primary", key="join", on_click=guard, args=arguments)
    else:
        st.text_input("What do you call this class?", key="class-name", placeholder="Science, period 2", max_chars=80)


def _take_list(file: st.runtime.uploaded_file_manager.UploadedFile | None) -> None:
    pasted = str(st.session_state.get("pasted", ""))
    given = file.getvalue() if file else pasted
    if not given:
        raise InputError("No list was given.", "Paste one, or choose a file.")
    read_roster(given)
    st.session_state[GIVEN_KEY] = given
    # widgets that are drawn no more are forgotten: what was said of the class is kept beside the list
    st.session_state[CLASS_KEY] = (st.session_state.get("which-class", ""), st.session_state.get("class-name", ""))


def _draw_reading(table: OpenDesk) -> None:
    given = st.session_state[GIVEN_KEY]
    first = read_roster(given)
    try:
        reading = read_roster(given, _draw_columns(first))
    except PatternworkError as error:
        say(error.message, error.hint, is_error=True)
        st.button("Back", key="back-to-list", on_click=_forget)
        return
    _draw_students(reading)
    with st.container(horizontal=True):
        st.button("Back", key="back-to-list", on_click=_forget)
        count = count_nouns(len(reading.entries), "student")
        st.button(f"Keep these {count}", type="primary", key="keep-list", on_click=guard, args=(_keep, table, reading))


def _draw_columns(reading: RosterReading) -> tuple[Column, ...]:
    """Draw what each column was taken for, to be put right; one column needs no question."""
    if len(reading.roles) == 1:
        return reading.roles
    write_html('<p class="pw-text">What the columns hold, as far as one can tell:</p>')
    chosen: list[Column] = []
    with st.container(horizontal=True, gap="small", key="columns"):
        for number, (header, role) in enumerate(zip(reading.headers, reading.roles, strict=True)):
            label = escape_label(header) or f"column {number + 1}"
            with st.container(width=170):
                said = st.selectbox(label, list(Column), index=list(Column).index(role), key=f"column-{number}")
                chosen.append(said or role)
    return tuple(chosen)


def _draw_students(reading: RosterReading) -> None:
    write_html(f"<h2>{count_nouns(len(reading.entries), 'student')}</h2>")
    for doubt in reading.doubts:
        say(doubt)
    if reading.twice:
        say(f"On the list more than once: {', '.join(reading.twice)}.", "Each is kept as a student of their own.")
    rows = [(one.given, one.family, one.section, ", ".join(one.ids)) for one in reading.entries[:ROWS_SHOWN]]
    write_html(make_table(("given name", "family name", "section", "number or login"), rows))
    if len(reading.entries) > ROWS_SHOWN:
        write_html(f'<p class="pw-small">and {len(reading.entries) - ROWS_SHOWN} more</p>')


def _keep(table: OpenDesk, reading: RosterReading) -> None:
    """Keep the list for the set's class, for one that is there, or for a new one."""
    own = table.desk.people.roster
    chosen, name = st.session_state[CLASS_KEY]
    class_id = own.school_class.id if own else chosen or create_class(table.home, name).id
    keep_roster(table.home, class_id, reading.entries)
    join_class(table.home, table.collection.id, class_id)
    _forget()


def _forget() -> None:
    st.session_state[GIVEN_KEY] = None
