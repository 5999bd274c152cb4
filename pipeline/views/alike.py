"""A search in hand comes in; the passage most like what is sought goes out, to be taken in or refused."""

from __future__ import annotations

import streamlit as st

from pipeline.find import Alike
from pipeline.records.decisions import Pattern, PatternMember
from pipeline.records.patterns import Passage
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.deciding import describe_decision, find_last_decision, undo_last
from pipeline.views.desk import OpenDesk, open_desk, tell_desk
from pipeline.views.evidence import find_page, make_figure
from pipeline.views.focus import bring_to_focus
from pipeline.views.frame import go_to, guard, say_empty, write_html, write_inline
from pipeline.views.ground import find_ground
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.names import show_piece
from pipeline.views.piece import PIECE_KEY, open_piece
from pipeline.views.reading import draw_progress
from pipeline.views.searching import (
    CHOOSING_KEY,
    NextUp,
    Search,
    begin_search,
    find_last_refused,
    find_search,
    look_on,
    make_evidence,
    refuse,
    take_in,
)
from pipeline.views.words import escape_html, escape_label, hint_key, lead_key, shorten

MOST_CHOICES, CHOICE_CHARACTERS = 9, 110
FEW_IN_A_ROW = 5
LAST_SHOWN = 3
NOTHING_LEFT = "No passage is left to look at."
WHOLE_PIECES = "This pattern rests on whole pieces: there is no passage to look for. Put single pieces in instead."
KEYS = {
    "Enter": press_on("belongs"),
    "x": press_on("belongs-not"),
    "u": press_on("undo"),
    "l": press_on("look-anew"),
    "Escape": press_on("enough"),
    **{str(number): press_on(f"choose-{number}") for number in range(1, MOST_CHOICES + 1)},
}


def draw_alike() -> None:
    """Draw the search in hand, or the ways to begin one."""
    table = open_desk()
    if table is None:
        draw_no_set("alike")
        return
    draw_head("alike", table.collection, tell_desk(table.desk))
    draw_progress(table.home, table.collection.id)
    search, box = find_search(table), ""
    up = None
    if search:
        with st.spinner("Reading through the passages …", show_time=False):
            up = look_on(table, search)
    _draw_line(table, search, up)
    if search and up:
        _draw_search(table, search, up)
    elif st.session_state.get(CHOOSING_KEY):
        _draw_choices(table, str(st.session_state[CHOOSING_KEY]))
    else:
        _draw_box(table)
        box = "sought-box"
    listen_to_keys(KEYS, box)


def _draw_line(table: OpenDesk, search: Search | None, up: NextUp | None) -> None:
    pattern = up.pattern if up else None
    found = len(pattern.members) if pattern else 0
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        if st.button(hint_key("That is enough" if search else "Back", "Esc"), key="enough", type="tertiary"):
            _leave(pattern)
        write_inline('<h1 style="white-space:nowrap">More like this</h1>')
        if search:
            write_inline(f'<span class="pw-small">{found} of {len(table.desk.pieces)} found so far</span>')
            st.button(hint_key("Look for something else", "L"), key="look-anew", type="tertiary", on_click=_look_anew)
        _draw_undo(table, search)


def _draw_undo(table: OpenDesk, search: Search | None) -> None:
    """Draw Undo: of a refusal where that came last, else of the last decision."""
    refused = find_last_refused(table, search) if search else None
    last = find_last_decision(table.desk)
    told = describe_decision(table.desk, last) if last else ""
    told = f"{show_piece(table, refused.passage.piece)} does not belong" if refused else told
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="right", key="undo-line"):
        if told:
            write_inline(f'<span class="pw-small" role="status">{escape_html(told)}</span>')
        is_nothing = refused is None and last is None
        st.button(hint_key("Undo", "U"), key="undo", disabled=is_nothing, on_click=guard, args=(_undo, table, search))


def _undo(table: OpenDesk, search: Search | None) -> None:
    if search and find_last_refused(table, search):
        search.refused.pop()
    else:
        undo_last(table)


def _draw_search(table: OpenDesk, search: Search, up: NextUp) -> None:
    with st.container(key="desk"):
        sought, card = st.columns([1, 2.7], gap="medium")
        with sought, st.container(key="rail"):
            _draw_sought(table, search, up.pattern)
        with card:
            if up.waiting:
                _draw_candidate(table, search, up.waiting[0])
            else:
                say_empty(WHOLE_PIECES if up.is_whole else NOTHING_LEFT)


def _draw_sought(table: OpenDesk, search: Search, pattern: Pattern | None) -> None:
    told = search.text or (pattern.name if pattern else "")
    write_html(f'<p class="pw-label">You look for</p><p class="pw-quote pw-checked">{escape_html(told)}</p>')
    members = pattern.members[::-1][:LAST_SHOWN] if pattern else ()
    if search.passage and not members:
        members = (_make_member(search.passage),)
    for member in members:
        write_html(make_figure(table, member))


def _draw_candidate(table: OpenDesk, search: Search, one: Alike) -> None:
    member = _make_member(one.passage)
    with st.container(key=f"evidence-{one.passage.piece}"):
        write_html(make_figure(table, member))
        page = find_page(table, member)
        label = f"**{escape_label(show_piece(table, one.passage.piece))}** page {page + 1}"
        if st.button(label, key=f"open-{one.passage.piece}", type="tertiary"):
            open_piece(one.passage.piece, page)
            go_to("piece")
    note = _note(search, one)
    with st.container(key="decide"), st.container(horizontal=True, vertical_alignment="center", key="act"):
        arguments = (table, search, one.passage)
        st.button(
            hint_key("It belongs", "⏎"), key="belongs", type="primary", on_click=guard, args=(take_in, *arguments)
        )
        st.button(hint_key("It does not", "X"), key="belongs-not", on_click=guard, args=(refuse, *arguments))
        if note:
            write_inline(f'<span class="pw-small">{note}</span>')


def _note(search: Search, one: Alike) -> str:
    if one.is_opposed:
        return "Nearly all is shown. What is left may say the contrary."
    row = search.refused[-FEW_IN_A_ROW:]
    if len(row) == FEW_IN_A_ROW and len({refused.decisions for refused in row}) == 1:
        return "Five in a row did not belong: perhaps that was all."
    return ""


def _draw_choices(table: OpenDesk, piece: str) -> None:
    """Draw the sentences of a piece to choose from."""
    passages = [one for one in find_ground(table).class_set.passages if one.piece == piece]
    write_html(f'<p class="pw-text">Which sentence of {escape_html(show_piece(table, piece))}?</p>')
    for number, passage in enumerate(passages, start=1):
        sign = str(number) if number <= MOST_CHOICES else ""
        label = lead_key(sign, escape_label(shorten(passage.text, CHOICE_CHARACTERS)))
        st.button(label, key=f"choose-{number}", on_click=_choose, args=(table, passage))
    if not passages:
        say_empty("No words were read in this piece.")


def _draw_box(table: OpenDesk) -> None:
    with st.container(key="narrow"), st.container(key="sought-box"), st.form("sought-form", border=False):
        label = "Look for something you have in mind"
        st.text_input(label, key="sought", placeholder="says that the sun warms the water")
        st.form_submit_button("Look for it", on_click=lambda: _seek(table, st.session_state["sought"]))


def _seek(table: OpenDesk, text: str) -> None:
    if text.strip():
        begin_search(Search(table.collection.id, text=" ".join(text.split())))


def _choose(table: OpenDesk, passage: Passage) -> None:
    begin_search(Search(table.collection.id, text=" ".join(passage.text.split()), passage=passage))


def _look_anew() -> None:
    begin_search(None)
    st.session_state[CHOOSING_KEY] = ""


def _leave(pattern: Pattern | None) -> None:
    """Go back to where the search came from: the pattern that grew, or the piece it was begun at."""
    if pattern:
        bring_to_focus(pattern.id)
    is_from_piece = bool(st.session_state.get(CHOOSING_KEY)) and st.session_state.get(PIECE_KEY)
    go_to("piece" if is_from_piece and not pattern else "patterns")


def _make_member(passage: Passage) -> PatternMember:
    return PatternMember(passage.piece, (make_evidence(passage),), is_checked=False)
