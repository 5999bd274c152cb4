"""A pattern comes in; the others it could be one with go out, those that share most with it first, and the decision."""

from __future__ import annotations

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.views.deciding import merge_patterns
from pipeline.views.desk import OpenDesk
from pipeline.views.evidence import make_figure
from pipeline.views.frame import guard, write_html
from pipeline.views.panel_head import draw_panel_head
from pipeline.views.words import KIND_NAMES, count_nouns, hint_key, shorten

NAME_CHARACTERS = 80
SHOWN = 2


def draw_merge(table: OpenDesk, pattern: Pattern) -> None:
    """Draw the choice of the other pattern, and two of its pieces before it is taken in."""
    draw_panel_head("Which pattern is the same as this one?")
    others = {one.id: one for one in list_others(table, pattern)}
    key = f"merge-with-{pattern.id}"
    chosen = st.selectbox(
        "Which pattern is the same as this one?",
        list(others),
        index=None,
        key=key,
        label_visibility="collapsed",
        placeholder="Choose a pattern",
        format_func=lambda one: _tell(others[one]),
    )
    if chosen not in others:
        return
    with st.container(key="panel-shown"):
        for column, member in zip(st.columns(SHOWN, gap="medium"), others[chosen].members, strict=False):
            with column:
                write_html(make_figure(table, member))
    arguments = (merge_patterns, table, pattern, others[chosen])
    st.button(hint_key("Make them one", "⏎"), key="merge-now", type="primary", on_click=guard, args=arguments)


def list_others(table: OpenDesk, pattern: Pattern) -> list[Pattern]:
    """Return the other patterns that were not set aside, those that share most pieces with this one first."""
    own = {member.piece for member in pattern.members}

    def measure_shared(other: Pattern) -> float:
        pieces = {member.piece for member in other.members}
        return len(own & pieces) / max(1, len(own | pieces))

    live = [one for one in table.desk.patterns if one.id != pattern.id and one.status is not PatternStatus.SET_ASIDE]
    return sorted(live, key=lambda one: (one.kind is not pattern.kind, -measure_shared(one)))


def _tell(pattern: Pattern) -> str:
    pieces = count_nouns(len(pattern.members), "piece")
    return f"{shorten(pattern.name, NAME_CHARACTERS)} · {KIND_NAMES[pattern.kind]}, {pieces}"
