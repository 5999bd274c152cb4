"""Pieces whose student is not sure come in; one question at a time goes out, answered by one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from pipeline.records.roster import Match, MatchHow, Roster, Student
from pipeline.roster import Question
from pipeline.store.matches import append_matches
from pipeline.store.pieces import list_stems
from pipeline.views.components.keys import press_on
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import guard, write_html
from pipeline.views.names import are_names_on, find_veils, show_piece, show_student
from pipeline.views.pictures import load_picture
from pipeline.views.words import count_nouns, escape_html, escape_label, hint_key, shorten

MATCH_KEYS = {
    "Enter": press_on("accept"),
    "x": press_on("nobody"),
    "ArrowDown": press_on("next-candidate"),
    "ArrowUp": press_on("previous-candidate"),
}
CHOSEN_KEY = "chosen-candidate"
OPENING_CHARACTERS = 240


def draw_question(table: OpenDesk, roster: Roster, questions: Sequence[Question]) -> None:
    """Draw the first of the questions (at least one)."""
    question = questions[0]
    left = f"{count_nouns(len(questions), 'piece')} to ask about"
    write_html(f'<p class="pw-label">Whose is it? <span class="pw-count">{left}</span></p>')
    _draw_piece(table, question.piece)
    if not are_names_on():
        write_html('<p class="pw-text">Without names nobody can be told apart. “Names” at the top shows them.</p>')
        return
    _draw_answers(table, roster, question)


def _draw_piece(table: OpenDesk, piece: str) -> None:
    picture = load_picture(table.home, table.collection.id, (piece, 0), find_veils(table, piece, 0))
    alt = f"top of the first page of piece {escape_html(show_piece(table, piece))}"
    if picture:
        write_html(f'<img class="pw-top" src="{picture.address}" alt="{alt}">')
    else:
        named = table.desk.named.get(piece)
        text = shorten(named.text, OPENING_CHARACTERS) if named and are_names_on() else "a typed piece"
        write_html(f'<p class="pw-quote">{escape_html(text)}</p>')
    if are_names_on():
        stem = list_stems(table.home, table.collection.id).get(piece, "")
        write_html(f'<p class="pw-small">its file is called {escape_html(stem)}</p>')


def _draw_answers(table: OpenDesk, roster: Roster, question: Question) -> None:
    students = {student.id: student for student in roster.students}
    offered = [students[one] for one in question.candidates if one in students]
    place = _find_place(question, len(offered))
    for number, student in enumerate(offered):
        look: Literal["primary", "secondary"] = "primary" if number == place else "secondary"
        arguments = (_accept, table, question.piece, student)
        label = escape_label(show_student(roster, student))
        st.button(label, key=f"candidate-{number}", type=look, on_click=guard, args=arguments)
    with st.container(horizontal=True, gap="small"):
        if offered:
            arguments = (_accept, table, question.piece, offered[place])
            st.button(hint_key("Accept", "⏎"), key="accept", on_click=guard, args=arguments)
        if len(offered) > 1:
            st.button(
                "↑", key="previous-candidate", help="The one above: ↑", on_click=_step, args=(question, place - 1)
            )
            st.button("↓", key="next-candidate", help="The one below: ↓", on_click=_step, args=(question, place + 1))
        st.button(
            hint_key("Nobody on the list", "X"),
            key="nobody",
            on_click=guard,
            args=(_accept, table, question.piece, None),
        )
    _draw_others(table, roster, question)


def _draw_others(table: OpenDesk, roster: Roster, question: Question) -> None:
    key = f"somebody-{question.piece}"
    missing = list(table.desk.people.missing)
    there = [student for student in roster.listed if student not in missing]
    by_id = {student.id: student for student in (*missing, *there)}
    labels = {student: show_student(roster, one) for student, one in by_id.items()}
    st.selectbox(
        "Somebody else",
        list(by_id),
        index=None,
        key=key,
        placeholder="Choose a student",
        format_func=labels.__getitem__,
        on_change=lambda: guard(_accept_chosen, table, question.piece, by_id.get(st.session_state[key])),
    )


def _accept(table: OpenDesk, piece: str, student: Student | None) -> None:
    how = MatchHow.HAND if student else MatchHow.NOBODY
    append_matches(table.home, table.collection.id, [Match(piece, student.id if student else None, how)])


def _accept_chosen(table: OpenDesk, piece: str, student: Student | None) -> None:
    if student:
        _accept(table, piece, student)


def _find_place(question: Question, count: int) -> int:
    piece, place = st.session_state.get(CHOSEN_KEY, ("", 0))
    return place % count if piece == question.piece and count else 0


def _step(question: Question, place: int) -> None:
    st.session_state[CHOSEN_KEY] = (question.piece, place)
