"""A class and its set come in; what is done with them now and then goes out: order, sections, newer lists."""

from __future__ import annotations

import streamlit as st

from pipeline.decide import find_last_sections
from pipeline.records.roster import Match, Roster
from pipeline.roster import NO_SECTION
from pipeline.store.matches import append_matches
from pipeline.store.rosters import forget_names
from pipeline.store.sections import say_sections
from pipeline.views.deciding import undo_decision
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import go_to, guard, write_html, write_inline
from pipeline.views.names import are_names_on, show_piece, show_student
from pipeline.views.roster_list import draw_list_form
from pipeline.views.telling import tell_of_page
from pipeline.views.words import count_nouns, escape_html, escape_label, make_table
from pipeline.walk.people import find_folders, list_in_order, plan_in_order

FORGET = (
    "The names of this class are erased for good. Codes stay with the work, but a list given later can't know who had "
    "which code, and names that students wrote can no longer be found and hidden."
)


def draw_more(table: OpenDesk, roster: Roster) -> None:
    """Draw what lies folded under the class."""
    with st.expander("The stack lies in the order of the list"):
        _draw_order(table, roster)
    draw_section_form(table)
    with st.expander("A newer list of this class"):
        draw_list_form(table, ())
    if roster.names:
        with st.expander("Forget the names"):
            write_html(f'<p class="pw-text">{FORGET}</p>')
            arguments = (forget_names, table.home, roster.school_class.id)
            st.button("Forget the names for good", key="forget-names", on_click=guard, args=arguments)


def _draw_order(table: OpenDesk, roster: Roster) -> None:
    students = {student.id: student for student in table.desk.people.missing}
    pieces = [one for one in list_in_order(table.home, table.collection.id) if one not in table.desk.people.matches]
    if not pieces:
        write_html('<p class="pw-text">Every piece has a student already.</p>')
        return
    labels = {one: show_student(roster, student) for one, student in students.items()}
    absent = st.multiselect(
        "Who was absent?",
        list(students),
        key="absent",
        placeholder="Nobody",
        format_func=labels.__getitem__,
    )
    there = len(students) - len(absent)
    counts = f"{count_nouns(len(pieces), 'piece')} without a student, {count_nouns(there, 'student')} left for them"
    write_html(f'<p class="pw-small">{counts}</p>')
    if there == len(pieces):
        matches = plan_in_order(table.home, table.collection.id, absent)
        rows = [(match.piece, show_student(roster, students[match.student or 0])) for match in matches]
        write_html(make_table(("piece, in the order of the stack", "student"), rows))
        arguments = (_keep_order, table, matches)
        st.button("Match them in this order", type="primary", key="in-order", on_click=guard, args=arguments)


def _keep_order(table: OpenDesk, matches: tuple[Match, ...]) -> None:
    append_matches(table.home, table.collection.id, matches)


def draw_section_form(table: OpenDesk) -> None:
    """Draw, folded, the way to say which section pieces are from; it needs no list."""
    with st.expander("Sections"):
        _draw_sections(table)


def _draw_sections(table: OpenDesk) -> None:
    people = table.desk.people
    _draw_folders(table)
    codes = [piece.code for piece in table.desk.pieces]
    labels = {code: f"{show_piece(table, code)} · {people.sections.get(code) or NO_SECTION}" for code in codes}
    pieces = st.multiselect(
        "These pieces",
        codes,
        key="section-pieces",
        placeholder="Choose pieces",
        format_func=labels.__getitem__,
    )
    st.text_input("are from section", key="section-name", placeholder="Period 2", max_chars=40)
    with st.container(horizontal=True):
        arguments = (_set_section, table, pieces)
        st.button("Say so", key="say-section", disabled=not pieces, on_click=guard, args=arguments)
        if people.has_sections and st.button("Sections side by side", key="to-sections"):
            go_to("sections")
    _draw_section_undo(table)
    write_html('<p class="pw-small">An empty name takes back what was said; the list\'s own section then counts.</p>')


def _draw_folders(table: OpenDesk) -> None:
    folders = find_folders(table.home, table.collection.id)
    if not folders or any(table.desk.people.sections.values()):
        return
    names = sorted(set(folders.values()))
    told = f": {', '.join(names)}" if are_names_on() else ""
    write_html(
        f'<p class="pw-text">The files lie in {len(names)} sub-folders{escape_html(told)}. Are these the sections?</p>'
    )
    label = escape_label(f"Take the {len(names)} sub-folders as sections")
    st.button(label, key="take-folders", on_click=guard, args=(_take_folders, table, folders))


def _take_folders(table: OpenDesk, folders: dict[str, str]) -> None:
    say_sections(table.home, table.collection.id, folders)


def _set_section(table: OpenDesk, pieces: list[str]) -> None:
    section = str(st.session_state.get("section-name", ""))
    say_sections(table.home, table.collection.id, dict.fromkeys(pieces, section))
    st.session_state["section-pieces"] = []


def _draw_section_undo(table: OpenDesk) -> None:
    """Draw the way to take back what was said last of sections, whatever was decided since."""
    last = find_last_sections(table.desk.decisions)
    if last is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="section-undo-line"):
        arguments = (undo_decision, table, last)
        st.button("Undo last", key="undo-section", type="tertiary", on_click=guard, args=arguments)
        write_inline(
            f'<span class="pw-small" role="status">{escape_html(tell_of_page(last, table.desk.people.codes))}</span>'
        )
