"""The class set in hand comes in; the pieces sorted nowhere yet go out, to be looked at and sorted by hand."""

from __future__ import annotations

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.deciding import put_in_piece
from pipeline.views.desk import OpenDesk, list_unsorted, tell_desk
from pipeline.views.frame import go_to, guard, say_empty, write_html, write_inline
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.learning import open_learnt_desk
from pipeline.views.pictures import load_small
from pipeline.views.piece import open_piece
from pipeline.views.reading import draw_progress
from pipeline.views.undo import draw_undo
from pipeline.views.words import escape_html, shorten

COLUMNS = 5
OPENING_CHARACTERS = 140
SHEET_CHARACTERS = 420
EVERYTHING_KEY = "show-every-piece"
NAME_CHARACTERS = 60


def draw_unsorted() -> None:
    """Draw the pile of pieces that are in no pattern, or every piece on request."""
    table = open_learnt_desk()
    if table is None:
        draw_no_set("unsorted")
        return
    draw_head("unsorted", table.collection, tell_desk(table.desk))
    draw_progress(table.home, table.collection.id)
    everything = bool(st.session_state.get(EVERYTHING_KEY))
    unsorted = list_unsorted(table.desk)
    codes = tuple(piece.code for piece in table.desk.pieces) if everything else unsorted
    _draw_line(table, len(unsorted), everything=everything)
    if codes:
        _draw_gallery(table, codes)
    else:
        _draw_empty(table)
    listen_to_keys({"u": press_on("undo")})


def _draw_line(table: OpenDesk, count: int, *, everything: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        title = "Every piece" if everything else "Not sorted yet"
        handed_in = len(table.desk.pieces)
        shown = handed_in if everything else count
        write_inline(
            f'<h1 style="white-space:nowrap">{title} <span class="pw-small">{shown} of {handed_in}</span></h1>'
        )
        label = "Only those not sorted yet" if everything else "Show every piece"
        st.button(label, key="show-every-piece-now", type="tertiary", on_click=_toggle_everything)
        draw_undo(table)


def _draw_empty(table: OpenDesk) -> None:
    if table.desk.pieces:
        say_empty("Every piece is in a pattern.")
        if st.button("Patterns", type="primary", key="to-patterns"):
            go_to("patterns")
        return
    say_empty("No papers in this class set yet.")
    if st.button("Add work", type="primary", key="add-work"):
        go_to("add")


def _draw_gallery(table: OpenDesk, codes: tuple[str, ...]) -> None:
    live = [pattern for pattern in table.desk.patterns if pattern.status is not PatternStatus.SET_ASIDE]
    with st.container(key="gallery"):
        for start in range(0, len(codes), COLUMNS):
            for column, code in zip(st.columns(COLUMNS, gap="medium"), codes[start : start + COLUMNS], strict=False):
                with column:
                    _draw_piece(table, code, live)


def _draw_piece(table: OpenDesk, code: str, patterns: list[Pattern]) -> None:
    transcript = table.desk.transcripts.get(code)
    text = transcript.text if transcript else ""
    small = load_small(table.home, table.collection.id, code)
    alt = f"first page of piece {code}"
    sheet = f'<div class="pw-sheet"><p class="pw-quote">{escape_html(text[:SHEET_CHARACTERS])}</p></div>'
    top = f'<img class="pw-thumb" src="{small}" alt="{alt}">' if small else sheet
    opening = f'<p class="pw-lines">{escape_html(shorten(text, OPENING_CHARACTERS))}</p>' if small else ""
    eyes = "needs your eyes" if transcript and transcript.needs_eyes else ""
    state = eyes if transcript else "not read yet"
    write_html(f'{top}<p class="pw-small"><span class="pw-code">{code}</span> {state}</p>{opening}')
    if st.button("Look at it", key=f"open-{code}", type="tertiary"):
        open_piece(code)
        go_to("piece")
    if patterns:
        _draw_put_in(table, code, patterns)


def _draw_put_in(table: OpenDesk, code: str, patterns: list[Pattern]) -> None:
    key = f"sort-{code}"
    by_id = {pattern.id: pattern for pattern in patterns}
    st.selectbox(
        f"Sort {code} into a pattern",
        list(by_id),
        index=None,
        key=key,
        label_visibility="collapsed",
        placeholder="Put it into …",
        format_func=lambda pattern_id: shorten(by_id[pattern_id].name, NAME_CHARACTERS),
        on_change=lambda: guard(_put_in, table, by_id.get(st.session_state[key]), code),
    )


def _put_in(table: OpenDesk, pattern: Pattern | None, code: str) -> None:
    if pattern:
        put_in_piece(table, pattern, code)


def _toggle_everything() -> None:
    st.session_state[EVERYTHING_KEY] = not st.session_state.get(EVERYTHING_KEY, False)
