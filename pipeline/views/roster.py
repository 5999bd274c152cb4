"""The class set in hand comes in; its class goes out: who handed in, who is missing, whose a piece may be."""

from __future__ import annotations

import streamlit as st

from pipeline.records.roster import Roster, Student
from pipeline.store.matches import load_matches, undo_matches
from pipeline.store.pieces import list_labels
from pipeline.store.rosters import list_classes
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.desk import OpenDesk, open_desk, tell_desk
from pipeline.views.frame import guard, write_html, write_inline
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.matching import MATCH_KEYS, draw_question
from pipeline.views.names import are_names_on, list_missing
from pipeline.views.roster_list import draw_list_form
from pipeline.views.roster_more import draw_more, draw_section_form
from pipeline.views.words import HOW_WORDS, count_nouns, escape_html, hint_key, make_table
from pipeline.walk.people import People, match_surely, plan_matches

WHY = (
    "Give the list of the class once, and each student gets a short code that stays the same in every class set. Names "
    "stay in this home, show on this screen only when you ask for them, and are in no file that leaves."
)


def draw_roster() -> None:
    """Draw the class of the set in hand, or the form that asks for it."""
    table = open_desk()
    if table is None:
        draw_no_set("roster")
        return
    draw_head("roster", table.collection, tell_desk(table.desk))
    roster = table.desk.people.roster
    if roster is None or not roster.students:
        _draw_first(table)
    else:
        _draw_class(table, roster)
    listen_to_keys({"u": press_on("undo"), **MATCH_KEYS})


def _draw_first(table: OpenDesk) -> None:
    with st.container(key="narrow"):
        write_html(f'<h1>Roster</h1><p class="pw-text">{WHY}</p>')
        draw_list_form(table, list_classes(table.home))
        if table.desk.pieces:
            draw_section_form(table)


def _draw_class(table: OpenDesk, roster: Roster) -> None:
    openings = {code: transcript.text for code, transcript in table.desk.named.items()}
    plan = plan_matches(table.home, table.collection.id, openings, list_labels(table.home, table.collection.id))
    if plan.certain:
        match_surely(table.home, table.collection.id, plan)
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        write_inline(f'<h1 style="white-space:nowrap">{escape_html(roster.school_class.name)}</h1>')
        write_inline(f'<span class="pw-small">{escape_html(count_there(table.desk.people))}</span>')
        _draw_undo(table)
    if plan.questions:
        asked, listed = st.columns([1, 1.2], gap="large")
        with asked:
            draw_question(table, roster, plan.questions)
        with listed:
            _draw_students(table, roster)
    else:
        _draw_students(table, roster)
    draw_more(table, roster)


def count_there(people: People) -> str:
    """Return how many on the list have handed in: "24 of 26 on the list handed in"."""
    listed = len(people.roster.listed) if people.roster else 0
    return f"{listed - len(people.missing)} of {listed} on the list handed in"


def _draw_undo(table: OpenDesk) -> None:
    last = load_matches(table.home, table.collection.id).last
    told = ""
    if last:
        codes = table.desk.people.codes
        what = codes.get(last[0].piece, last[0].piece) if len(last) == 1 else count_nouns(len(last), "piece")
        told = f"{what}: {HOW_WORDS[last[0].how]}"
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="right", key="undo-line"):
        write_inline(f'<span class="pw-small" role="status">{escape_html(told)}</span>')
        arguments = (undo_matches, table.home, table.collection.id)
        st.button(hint_key("Undo", "U"), key="undo", disabled=not last, on_click=guard, args=arguments)


def _draw_students(table: OpenDesk, roster: Roster) -> None:
    people = table.desk.people
    if people.missing:
        told = escape_html(", ".join(list_missing(people)))
        write_html(f'<p class="pw-text">No piece in the set from {len(people.missing)}: {told}</p>')
    else:
        write_html('<p class="pw-text">Everybody on the list has handed in.</p>')
    rows = [_describe_student(table, roster, student) for student in roster.students]
    heads = ("code", *(("name",) if are_names_on() else ()), *_name_section(roster, "section"), "handed in")
    write_html(make_table(heads, rows))
    if not are_names_on() and roster.names:
        write_html('<p class="pw-small">“Names” at the top shows the names beside the codes.</p>')


def _describe_student(table: OpenDesk, roster: Roster, student: Student) -> tuple[str, ...]:
    reasons = {left.piece: left.reason for left in table.desk.left_out}
    mine = [match for match in table.desk.people.matches.values() if match.student == student.id]
    found = [match for match in mine if match.piece not in reasons]
    told = f"{count_nouns(len(found), 'piece')} · {HOW_WORDS[found[0].how]}" if found else "not yet"
    if mine and not found:
        told = ": ".join(filter(None, ("taken out of the set", reasons[mine[0].piece])))
    name = roster.names.get(student.id)
    shown = (name.full if name else "",) if are_names_on() else ()
    section = _name_section(roster, student.section)
    return student.code, *shown, *section, told if student.is_listed else f"{told} · no longer on the list"


def _name_section(roster: Roster, cell: str) -> tuple[str, ...]:
    """Return a cell of the column of sections, none where the list has no sections."""
    return (cell,) if any(student.section for student in roster.students) else ()
