"""The class set in hand comes in; its pieces beside a model answer, idea by idea with the lines that show it, go out.

What is said of a piece is what the computer hears in its words: a place to look, never a verdict on a child.
"""

from __future__ import annotations

import streamlit as st

from pipeline.records.decisions import PatternMember
from pipeline.records.patterns import Evidence
from pipeline.records.reference import IdeaInPiece, ModelIdea, Verdict
from pipeline.store.collections import set_model_answer
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.deciding import begin_own_pattern
from pipeline.views.desk import OpenDesk, open_desk, tell_desk
from pipeline.views.evidence import find_page, make_figure
from pipeline.views.frame import go_to, guard, say_empty, write_html, write_inline
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.names import show_piece
from pipeline.views.piece import open_piece
from pipeline.views.reading import is_under_way
from pipeline.views.state import draw_state
from pipeline.views.undo import draw_undo
from pipeline.views.words import escape_html, escape_label, hint_key, shorten

IDEA_KEY, VERDICT_KEY, CHANGE_KEY, ALL_KEY = "model-idea", "model-verdict", "model-change", "model-all"
NAME_CHARACTERS = 64
FIRST_SHOWN = 4
HOW_FAR = (
    "This is how the computer compares words: it misses ideas said in other words. Look at the lines before you rely "
    "on it. It is no mark."
)
VERDICT_NAMES = {
    Verdict.SHARES: "share this idea",
    Verdict.ABSENT: "not there",
    Verdict.OTHERWISE: "say otherwise",
}
KEYS = {
    "j": press_on("next-idea"),
    "k": press_on("previous-idea"),
    "b": press_on("begin-from-idea"),
    "u": press_on("undo"),
    "Escape": press_on("back"),
    **{str(number): press_on(f"verdict-{number}") for number in range(1, len(Verdict) + 1)},
}


def draw_model_answer() -> None:
    """Draw the ideas of the model answer, one of them opened, or the box to write one into."""
    table = open_desk()
    if table is None:
        draw_no_set("model")
        return
    draw_head("model", table.collection, tell_desk(table.desk))
    draw_state(table)
    ideas = table.desk.findings.model_ideas if table.desk.findings else ()
    _draw_line(table)
    box = ""
    if not table.collection.model_answer or st.session_state.get(CHANGE_KEY):
        _draw_box(table)
        box = "model-box"
    elif ideas:
        _draw_ideas(table, ideas)
    elif not is_under_way(table.collection.id, table.desk.job):
        say_empty("Nothing to compare yet: no piece is read, or the model answer only says the task again.")
    listen_to_keys(KEYS, box)


def _draw_line(table: OpenDesk) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        if st.button("Back to the patterns", key="back", type="tertiary"):
            go_to("patterns")
        write_inline('<h1 style="white-space:nowrap">Against the model answer</h1>')
        if table.collection.model_answer:
            st.button("Change it", key="change-model", type="tertiary", on_click=_open_box)
        draw_undo(table)


def _draw_box(table: OpenDesk) -> None:
    key = f"model-text-{table.collection.id}"
    with st.container(key="narrow"), st.container(key="model-box"), st.form("model-form", border=False):
        st.text_area(
            "A model answer: each sentence is an idea",
            value=table.collection.model_answer,
            key=key,
            placeholder="A few sentences in your own words. Every piece is laid beside each of them.",
        )
        label, keep = "Lay the pieces beside it", lambda: guard(_keep, table, st.session_state[key])
        st.form_submit_button(label, type="primary", on_click=keep)


def _keep(table: OpenDesk, text: str) -> None:
    set_model_answer(table.home, table.collection.id, text)
    st.session_state[CHANGE_KEY] = False
    st.session_state[IDEA_KEY] = 0


def _draw_ideas(table: OpenDesk, ideas: tuple[ModelIdea, ...]) -> None:
    now = min(int(st.session_state.get(IDEA_KEY, 0)), len(ideas) - 1)
    write_html(f'<p class="pw-small">{HOW_FAR}</p>')
    with st.container(key="desk"):
        rail, card = st.columns([1, 2.7], gap="large")
        with rail, st.container(key="rail"):
            write_html(f'<p class="pw-label">Its ideas <span class="pw-count">{len(ideas)}</span></p>')
            for at, idea in enumerate(ideas):
                _draw_entry(table, idea, at, is_now=at == now)
        with card:
            with st.container(horizontal=True, key="idea-line"):
                st.button(
                    "←", key="previous-idea", help="Previous idea: K", on_click=_turn_to, args=(now - 1, len(ideas))
                )
                st.button("→", key="next-idea", help="Next idea: J", on_click=_turn_to, args=(now + 1, len(ideas)))
            _draw_idea(table, ideas[now])


def _draw_entry(table: OpenDesk, idea: ModelIdea, at: int, *, is_now: bool) -> None:
    told = escape_label(f"{idea.count(Verdict.SHARES)}\u00a0of\u00a0{len(table.desk.pieces)} share it")
    with st.container(key=f"card-{'now' if is_now else 'other'}-idea-{at}"):
        label = f"{escape_label(shorten(idea.text, NAME_CHARACTERS))}  :small[{told}]"
        st.button(label, key=f"idea-{at}", on_click=_turn_to, args=(at, at + 1))


def _draw_idea(table: OpenDesk, idea: ModelIdea) -> None:
    write_html(f"<h2>“{escape_html(idea.text)}”</h2>")
    verdict = Verdict(st.session_state.get(VERDICT_KEY, Verdict.SHARES))
    with st.container(horizontal=True, gap="xsmall", key="verdicts"):
        for number, one in enumerate(Verdict, start=1):
            st.button(
                f"{idea.count(one)} of {len(table.desk.pieces)}  {VERDICT_NAMES[one]}  :small[· key {number}]",
                key=f"verdict-{number}",
                type="primary" if one is verdict else "secondary",
                on_click=_look_at,
                args=(one,),
            )
    pieces = idea.list_pieces(verdict)
    _draw_pieces(table, pieces, verdict)
    if pieces and verdict is not Verdict.ABSENT:
        name = idea.text if verdict is Verdict.SHARES else f"says otherwise: {idea.text}"
        arguments = (begin_own_pattern, table, name, [_make_evidence(one) for one in pieces])
        label = hint_key(f"Make these {len(pieces)} a pattern of your own", "B")
        st.button(label, key="begin-from-idea", on_click=guard, args=arguments)


def _draw_pieces(table: OpenDesk, pieces: tuple[IdeaInPiece, ...], verdict: Verdict) -> None:
    if not pieces:
        write_html('<p class="pw-small">None of the pieces that are read.</p>')
    elif verdict is Verdict.ABSENT:
        write_html('<p class="pw-small">What comes nearest in each piece is shown: it may be there in other words.</p>')
    shown = pieces if st.session_state.get(ALL_KEY) else pieces[:FIRST_SHOWN]
    for one in shown:
        with st.container(key=f"evidence-{one.piece}"):
            _draw_piece(table, one)
    if len(pieces) > len(shown):
        st.button(f"Show all {len(pieces)}", key="show-all", on_click=_show_all)


def _draw_piece(table: OpenDesk, one: IdeaInPiece) -> None:
    member = PatternMember(one.piece, (_make_evidence(one),), is_checked=False)
    lines, side = st.columns([6, 1], vertical_alignment="top")
    with lines:
        write_html(make_figure(table, member))
    with side, st.container(key=f"side-{one.piece}"):
        page = find_page(table, member)
        label = f"**{escape_label(show_piece(table, one.piece))}** page {page + 1}"
        if st.button(label, key=f"open-{one.piece}", type="tertiary"):
            open_piece(one.piece, page)
            go_to("piece")


def _make_evidence(one: IdeaInPiece) -> Evidence:
    return Evidence(one.piece, one.start, one.end, one.quote)


def _turn_to(at: int, count: int) -> None:
    st.session_state[IDEA_KEY] = at % count
    st.session_state[ALL_KEY] = False


def _look_at(verdict: Verdict) -> None:
    st.session_state[VERDICT_KEY] = verdict.value
    st.session_state[ALL_KEY] = False


def _open_box() -> None:
    st.session_state[CHANGE_KEY] = not st.session_state.get(CHANGE_KEY, False)


def _show_all() -> None:
    st.session_state[ALL_KEY] = True
