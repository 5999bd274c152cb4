"""The class set in hand comes in; its pieces go out as a gallery, those not sorted yet first, to be sorted by hand."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.views.add_work import add_to
from pipeline.views.byhand import draw_hand_note
from pipeline.views.components.gallery import ShownPiece, ShownTag, Sorted, show_gallery
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.deciding import begin_own_pattern, point_at_whole, sort_pieces
from pipeline.views.desk import OpenDesk, list_suggestions, tell_desk
from pipeline.views.frame import go_to, guard, say_empty, write_inline
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.learning import open_learnt_desk
from pipeline.views.names import find_veils, show_piece
from pipeline.views.pictures import load_small
from pipeline.views.piece import open_piece
from pipeline.views.reading import draw_progress, is_under_way
from pipeline.views.recut import draw_recut
from pipeline.views.savings import order_pieces
from pipeline.views.tagging import is_tagged, list_tags
from pipeline.views.this_page import draw_left_out, tell_newer_drafts
from pipeline.views.undo import draw_undo
from pipeline.views.words import MARK_SIGNS, count_nouns, shorten
from pipeline.walk.desk import list_unsorted

PIECES_A_PAGE = 40
SHOW_KEY = "gallery-show"
PAGE_KEY = "gallery-page"
OPENED_KEY = "gallery-opened"
EVERYTHING, UNSORTED, NEWCOMERS = "", "unsorted", "newcomers"
TEXT_CHARACTERS = 220
NAME_CHARACTERS = 60
LINE_CHARACTERS = 90


def show_newcomers() -> None:
    """Turn to the pieces that came after decisions and that nobody looked at yet; ends this run."""
    st.session_state[SHOW_KEY] = NEWCOMERS
    go_to("unsorted")


def draw_unsorted() -> None:
    """Draw every piece of the class set in hand, or those of one pattern, with the patterns to sort them into."""
    table = open_learnt_desk()
    if table is None:
        draw_no_set("unsorted")
        return
    if st.session_state.pop(OPENED_KEY, False):
        go_to("piece")
    draw_head("unsorted", table.collection, tell_desk(table.desk))
    draw_progress(table.home, table.collection.id, table.desk.job)
    if not table.desk.pieces:
        _draw_empty(table)
        return
    draw_hand_note(table)
    tell_newer_drafts(table)
    unsorted = list_unsorted(table.desk)
    _draw_line(table, unsorted)
    codes = _list_codes(table, unsorted)
    page = _draw_pages(len(codes))
    _draw_gallery(table, codes[page * PIECES_A_PAGE : (page + 1) * PIECES_A_PAGE], frozenset(unsorted))
    draw_left_out(table)
    listen_to_keys({"u": press_on("undo")})


def _draw_empty(table: OpenDesk) -> None:
    if is_under_way(table.collection.id, table.desk.job):
        return
    say_empty("No papers in this class set yet.")
    if st.button("Add work", type="primary", key="add-work"):
        add_to(table.collection.id)


def _draw_line(table: OpenDesk, unsorted: tuple[str, ...]) -> None:
    names = {pattern.id: shorten(pattern.name, NAME_CHARACTERS) for pattern in _list_live(table)}
    kinds = {EVERYTHING: "Every piece", UNSORTED: "Only those not sorted yet, the most telling first"}
    kinds |= {NEWCOMERS: "Only those not looked at yet"} if table.desk.newcomers else {}
    names |= kinds
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        told = f"{len(unsorted)} of {count_nouns(len(table.desk.pieces), 'piece')} not sorted yet"
        write_inline(f'<h1 style="white-space:nowrap">Sort by hand <span class="pw-small">{told}</span></h1>')
        if st.session_state.get(SHOW_KEY) not in names:  # the pattern shown was taken back
            st.session_state[SHOW_KEY] = EVERYTHING
        st.selectbox(
            "Show",
            [*kinds, *(pattern.id for pattern in _list_live(table))],
            key=SHOW_KEY,
            format_func=lambda one: names[one],
            label_visibility="collapsed",
            width=240,
        )
        if st.button("Read through them", key="read-through"):
            open_piece((*unsorted, table.desk.pieces[0].code)[0])
            go_to("piece")
        draw_recut(table.home, table.collection, "unsorted", is_busy=is_under_way(table.collection.id, table.desk.job))
        draw_undo(table)


def _list_live(table: OpenDesk) -> list[Pattern]:
    return [pattern for pattern in table.desk.patterns if pattern.status is not PatternStatus.SET_ASIDE]


def _list_codes(table: OpenDesk, unsorted: tuple[str, ...]) -> list[str]:
    """Return the pieces to show, those not sorted yet first."""
    shown = st.session_state.get(SHOW_KEY, EVERYTHING)
    if shown == UNSORTED:
        return list(order_pieces(table, unsorted)[0])
    if shown == NEWCOMERS:
        return list(table.desk.newcomers)
    codes = [piece.code for piece in table.desk.pieces]
    members = [{member.piece for member in pattern.members} for pattern in _list_live(table) if pattern.id == shown]
    if members:
        codes = [code for code in codes if code in members[0]]
    return sorted(codes, key=lambda code: code not in unsorted)


def _draw_pages(count: int) -> int:
    """Draw the way to further pages of the gallery, where there are any; return the page to show, from 0."""
    pages = -(-count // PIECES_A_PAGE)
    page = min(int(st.session_state.get(PAGE_KEY, 0)), max(0, pages - 1))
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center", key="gallery-pages"):
            for number in range(pages):
                last = min(count, (number + 1) * PIECES_A_PAGE)
                label = f"{number * PIECES_A_PAGE + 1} to {last}"
                look: Literal["secondary", "tertiary"] = "secondary" if number == page else "tertiary"
                st.button(label, key=f"gallery-page-{number}", type=look, on_click=_turn_to, args=(number,))
    return page


def _draw_gallery(table: OpenDesk, codes: list[str], unsorted: frozenset[str]) -> None:
    pages = {piece.code: piece.page_count for piece in table.desk.pieces}
    live = _list_live(table)
    shown = [_show_piece(table, code, pages[code], live, is_unsorted=code in unsorted) for code in codes]
    show_gallery(shown, _list_tags(table), lambda said: guard(_sort, table, said), _open)


def _show_piece(table: OpenDesk, code: str, pages: int, live: list[Pattern], *, is_unsorted: bool) -> ShownPiece:
    transcript = table.desk.transcripts.get(code)
    mine = [pattern for pattern in live if any(member.piece == code for member in pattern.members)]
    return ShownPiece(
        code=code,
        name=show_piece(table, code),
        picture=load_small(table.home, table.collection.id, code, find_veils(table, code, 0)),
        text=shorten(transcript.text, TEXT_CHARACTERS) if transcript else "not read yet",
        caption=shorten(table.desk.captions.get(code, ""), LINE_CHARACTERS),
        pages=pages,
        patterns=tuple(pattern.id for pattern in mine),
        checked=tuple(pattern.id for pattern in mine if is_tagged(pattern, code)),
        is_unsorted=is_unsorted,
    )


def _list_tags(table: OpenDesk) -> list[ShownTag]:
    """Return the patterns that are the teacher's, then those suggested."""
    own = [_show_tag(pattern, key) for key, pattern in list_tags(table)]
    return own + [_show_tag(pattern, "") for pattern in list_suggestions(table.desk)]


def _show_tag(pattern: Pattern, key: str) -> ShownTag:
    sign = MARK_SIGNS[pattern.mark] if pattern.mark else ""
    is_own = pattern.status is PatternStatus.CONFIRMED
    return ShownTag(pattern.id, shorten(pattern.name, NAME_CHARACTERS), len(pattern.members), key, sign, is_own)


def _sort(table: OpenDesk, said: Sorted) -> None:
    if said.name:
        begin_own_pattern(table, said.name, point_at_whole(said.pieces))
        return
    for pattern in table.desk.patterns:
        if pattern.id == said.pattern:
            sort_pieces(table, pattern, said.pieces, is_on=said.is_on)


def _open(code: str) -> None:
    """Turn to the piece with the run that follows: a callback can't."""
    open_piece(code)
    st.session_state[OPENED_KEY] = True


def _turn_to(page: int) -> None:
    st.session_state[PAGE_KEY] = page
