"""A pattern comes in; the one card in focus goes out: what it is, its evidence, and the decision under it."""

from __future__ import annotations

from typing import Literal
from zlib import crc32

import streamlit as st

from pipeline.records.decisions import Mark, Pattern, PatternMember, PatternStatus
from pipeline.views.check_reading import check_words_of
from pipeline.views.deciding import (
    confirm_pattern,
    is_open,
    mark_pattern,
    note_notice,
    put_in_piece,
    take_out_piece,
)
from pipeline.views.desk import OpenDesk, tell_newcomers
from pipeline.views.doubt import list_doubtful_of
from pipeline.views.evidence import find_central_quote, find_page, make_figure, mark_telling
from pipeline.views.focus import ALL_KEY, find_panel, open_panel
from pipeline.views.frame import find_settings, go_to, guard, write_html, write_inline
from pipeline.views.names import show_piece
from pipeline.views.panels import draw_panel
from pipeline.views.piece import open_piece
from pipeline.views.searching import look_for_more
from pipeline.views.sections import tell_sections
from pipeline.views.words import (
    KIND_NAMES,
    count_members,
    count_nouns,
    describe_status,
    escape_html,
    escape_label,
    hint_key,
    name_mark,
)

FIRST_SHOWN = 5
QUOTE_CHARACTERS = 96
NOTICE_NUDGE = "What do you see in these lines? Describe first, then decide."


def draw_card(table: OpenDesk, pattern: Pattern, saving: str = "") -> None:
    """Draw the pattern in focus; `saving` says in a sentence what looking at it saves."""
    _draw_title(table, pattern)
    if saving:
        write_html(f'<p class="pw-small">{escape_html(saving)}</p>')
    if pattern.rests_on_doubt:
        _draw_doubt(table, pattern)
    _draw_evidence(table, pattern)
    with st.container(key="decide"):
        if find_panel():
            draw_panel(table, pattern)
        else:
            _draw_notice(table, pattern)
        _draw_decision(table, pattern)


def _draw_title(table: OpenDesk, pattern: Pattern) -> None:
    kind = f"{KIND_NAMES[pattern.kind]} · {count_members(pattern, len(table.desk.pieces))}"
    status = "" if pattern.status is PatternStatus.SUGGESTED else f" · {describe_status(pattern)}"
    late = tell_newcomers(table.desk, pattern)
    kind += f" · {late}" if late else ""
    quote = find_central_quote(pattern, QUOTE_CHARACTERS)
    as_in = f'<p class="pw-small">as in <q class="pw-quote">{mark_telling(pattern, quote)}</q></p>' if quote else ""
    write_html(
        f'<div class="pw-row"><span class="pw-small">{escape_html(kind + status)}</span>'
        f'<span class="pw-small">how steady: {escape_html(pattern.steadiness.sentence)}</span></div>'
        f"<h2>{escape_html(pattern.name)}</h2>{as_in}"
        f'<p class="pw-small">{escape_html(" ".join([pattern.basis, *pattern.warnings]))}</p>'
    )
    sections = tell_sections(table, pattern)
    if sections:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="section-line"):
            write_inline(f'<span class="pw-small">{escape_html(sections)}</span>')
            if st.button("Side by side", key="to-sections", type="tertiary"):
                go_to("sections")


def _draw_doubt(table: OpenDesk, pattern: Pattern) -> None:
    """Draw the way to the words the pattern rests on, those that were read with doubt."""
    words = list_doubtful_of(table.desk, pattern, find_settings().reading.doubtful_below)
    if words and st.button(hint_key(f"Look at {count_nouns(len(words), 'word')}", "D"), key="doubt"):
        check_words_of(pattern)


def _draw_evidence(table: OpenDesk, pattern: Pattern) -> None:
    shows_all = bool(st.session_state.get(ALL_KEY))
    shown = pattern.members if shows_all else pattern.members[:FIRST_SHOWN]
    for member in shown:
        with st.container(key=f"evidence-{member.piece}"):
            _draw_member(table, pattern, member)
    if len(pattern.members) > len(shown):
        st.button(f"Show all {len(pattern.members)}", key="show-all", on_click=_show_all)
    _draw_taken_out(table, pattern)


def _draw_member(table: OpenDesk, pattern: Pattern, member: PatternMember) -> None:
    lines, side = st.columns([6, 1], vertical_alignment="top")
    with lines:
        write_html(make_figure(table, member))
    with side, st.container(key=f"side-{member.piece}"):
        page = find_page(table, member)
        if st.button(
            f"**{escape_label(show_piece(table, member.piece))}** page {page + 1}",
            key=f"open-{member.piece}",
            type="tertiary",
        ):
            open_piece(member.piece, page, pattern.id)
            go_to("piece")
        arguments = (take_out_piece, table, pattern, member.piece)
        st.button("Take out", key=f"take-out-{member.piece}", type="tertiary", on_click=guard, args=arguments)


def _draw_taken_out(table: OpenDesk, pattern: Pattern) -> None:
    if not pattern.taken_out:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="taken-out"):
        write_inline('<span class="pw-small">Taken out:</span>')
        for piece in pattern.taken_out:
            arguments = (put_in_piece, table, pattern, piece)
            st.button(
                f"{escape_label(show_piece(table, piece))}: put back",
                key=f"put-back-{piece}",
                type="tertiary",
                on_click=guard,
                args=arguments,
            )


def _draw_notice(table: OpenDesk, pattern: Pattern) -> None:
    key = f"notice-{pattern.id}-{crc32(pattern.notice.encode())}"
    with st.container(key="notice"):
        st.text_input(
            "I notice",
            value=pattern.notice,
            key=key,
            placeholder=NOTICE_NUDGE,
            on_change=lambda: guard(note_notice, table, pattern, st.session_state[key]),
        )


def _draw_decision(table: OpenDesk, pattern: Pattern) -> None:
    """Draw the decision: `act` stays in reach on a phone, where the rest stands at the card's end."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="decision"):
        _draw_act(table, pattern)
        _draw_marks(table, pattern)
    _draw_members_line(table, pattern)


def _draw_act(table: OpenDesk, pattern: Pattern) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="act", width="content"):
        if is_open(pattern):
            _draw_confirm(table, pattern)
        st.button(hint_key("Rename", "R"), key="rename", on_click=open_panel, args=("rename",))
        if pattern.status is not PatternStatus.SET_ASIDE:
            st.button(hint_key("Not a pattern", "X"), key="set-aside", on_click=open_panel, args=("set-aside",))


def _draw_confirm(table: OpenDesk, pattern: Pattern) -> None:
    """Draw the way to confirm; while a panel asks something, that is what is to be answered first, and by Enter."""
    is_asked = bool(find_panel())
    look: Literal["primary", "secondary"] = "secondary" if is_asked else "primary"
    label = "Confirm" if is_asked else hint_key("Confirm", "⏎")
    st.button(label, key="confirm", type=look, on_click=guard, args=(confirm_pattern, table, pattern))


def _draw_members_line(table: OpenDesk, pattern: Pattern) -> None:
    """Draw what changes who is in the pattern; of one that was set aside only the way back in."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="members-line"):
        _draw_opener(hint_key("Put one in", "P"), "put-in")
        if pattern.status is not PatternStatus.SET_ASIDE:
            _draw_opener(hint_key("Split it", "S"), "split")
            _draw_opener(hint_key("Merge it", "G"), "merge")
            if st.button(hint_key("More like this", "M"), key="alike", type="tertiary"):
                look_for_more(table, pattern)


def _draw_opener(label: str, panel: str) -> None:
    st.button(label, key=panel, type="tertiary", on_click=open_panel, args=(panel,))


def _draw_marks(table: OpenDesk, pattern: Pattern) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="marks", width="content"):
        for number, mark in enumerate(Mark, start=1):
            is_set = pattern.mark is mark
            st.button(
                name_mark(mark),
                key=f"mark-{number}",
                type="primary" if is_set else "tertiary",
                help=f"Mark it as {mark.value}: key {number}",
                on_click=guard,
                args=(mark_pattern, table, pattern, mark),
            )


def _show_all() -> None:
    st.session_state[ALL_KEY] = True
