"""The desk comes in; the rail at its left goes out: patterns to look at, decided ones, and the pile not sorted yet."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pipeline.records.decisions import Pattern
from pipeline.views.add_work import draw_way_to_add
from pipeline.views.desk import MOST_SHOWN, OpenDesk, has_words, list_decided, list_suggestions, tell_newcomers
from pipeline.views.evidence import find_central_quote, make_strip
from pipeline.views.focus import bring_to_focus
from pipeline.views.frame import go_to, write_html
from pipeline.views.reading import is_under_way
from pipeline.views.recut import draw_recut
from pipeline.views.searching import look_for_sentence
from pipeline.views.unsorted import show_newcomers
from pipeline.views.words import describe_status, escape_label, hint_key, shorten
from pipeline.walk.desk import list_unsorted

MORE_KEY = "show-more"
NAME_CHARACTERS, QUOTE_CHARACTERS = 64, 56
NO_BREAK = "\u00a0"


def draw_rail(table: OpenDesk, focused: Pattern | None) -> None:
    """Draw the rail with the pattern in focus opened on it."""
    suggestions, decided = list_suggestions(table.desk), list_decided(table.desk)
    with st.container(key="rail"):
        _draw_suggestions(table, suggestions, focused)
        if decided:
            _write_label("Decided", str(len(decided)))
            for pattern in decided:
                _draw_entry(table, pattern, describe_status(pattern), focused)
        unsorted = list_unsorted(table.desk)
        _write_label("Not sorted yet", str(len(unsorted)))
        if unsorted and st.button("Sort them by hand", key="see-unsorted"):
            go_to("unsorted")
        if table.desk.newcomers:
            _write_label("Not looked at yet", str(len(table.desk.newcomers)))
            if st.button("Look at them", key="see-newcomers"):
                show_newcomers()
        if has_words(table.desk):
            _draw_searches(table)
        is_busy = is_under_way(table.collection.id, table.desk.job)
        draw_way_to_add(table.collection.id, is_busy=is_busy)
        draw_recut(table.home, table.collection, "patterns", is_busy=is_busy)


def _draw_searches(table: OpenDesk) -> None:
    """Draw the ways to look for something in the texts."""
    if st.button(hint_key("Look for something you have in mind", "L"), key="seek"):
        look_for_sentence()
    label = "Against the model answer" if table.collection.model_answer else "Give a model answer"
    if st.button(label, key="see-model"):
        go_to("model")


def _draw_suggestions(table: OpenDesk, suggestions: Sequence[Pattern], focused: Pattern | None) -> None:
    shows_all = bool(st.session_state.get(MORE_KEY))
    shown = suggestions if shows_all else suggestions[:MOST_SHOWN]
    _write_label("Patterns to look at", _count_shown(len(shown), len(suggestions)))
    for pattern in shown:
        _draw_entry(table, pattern, "", focused)
    if len(suggestions) > MOST_SHOWN:
        hidden = len(suggestions) - MOST_SHOWN
        st.button("Show seven" if shows_all else f"{hidden} more", key="more", on_click=_toggle_more)


def _draw_entry(table: OpenDesk, pattern: Pattern, status: str, focused: Pattern | None) -> None:
    is_focused = focused is not None and pattern.id == focused.id
    with st.container(key=f"card-{'now' if is_focused else 'other'}-{pattern.id}"):
        quote = find_central_quote(pattern, QUOTE_CHARACTERS)
        name = escape_label(shorten(pattern.name, NAME_CHARACTERS) + (f": “{quote}”" if quote else ""))
        count = f"{len(pattern.members)}{NO_BREAK}of{NO_BREAK}{len(table.desk.pieces)}"
        told = escape_label(" · ".join(filter(None, (count, status, tell_newcomers(table.desk, pattern)))))
        st.button(f"{name}  :small[{told}]", key=f"look-{pattern.id}", on_click=bring_to_focus, args=(pattern.id,))
        strip = make_strip(table, pattern) if is_focused else ""
        if strip:
            write_html(f'<div class="pw-strip">{strip}</div>')


def _write_label(title: str, count: str) -> None:
    write_html(f'<p class="pw-label">{title} <span class="pw-count">{count}</span></p>')


def _count_shown(shown: int, total: int) -> str:
    return f"{shown} of {total}" if shown < total else str(total)


def _toggle_more() -> None:
    st.session_state[MORE_KEY] = not st.session_state.get(MORE_KEY, False)
