"""One piece of the class set in hand comes in; its scan beside its transcription, correctable, goes out."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from pipeline.records.work import Piece
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.components.scan import ShownPage, show_scan
from pipeline.views.deciding import correct_reading
from pipeline.views.desk import OpenDesk, open_desk, tell_desk
from pipeline.views.focus import bring_to_focus
from pipeline.views.frame import find_settings, go_to, guard, say, say_empty, write_html, write_inline
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.page_lines import Highlight, build_lines, build_marks, choose_highlights, count_doubtful
from pipeline.views.pictures import load_picture
from pipeline.views.tagging import TAG_KEYS, draw_tags
from pipeline.views.undo import draw_undo
from pipeline.views.words import AS_READ, count_nouns, escape_html, escape_label, shorten

PIECE_KEY = "piece"
PAGE_KEY = "piece-page"
FROM_KEY = "piece-from"
CHIP_CHARACTERS = 40
KEYS = {
    "ArrowLeft": press_on("previous-piece"),
    "ArrowRight": press_on("next-piece"),
    "u": press_on("undo"),
    "Escape": press_on("back"),
    **TAG_KEYS,
}


def open_piece(code: str, page: int = 0, pattern_id: str = "") -> None:
    """Choose the piece (and its page, from 0) to show, and the pattern whose evidence is marked first."""
    st.session_state[PIECE_KEY] = code
    st.session_state[PAGE_KEY] = page
    st.session_state[FROM_KEY] = pattern_id


def draw_piece() -> None:
    """Draw the chosen piece of the class set in hand (the first one where none was chosen)."""
    table = open_desk()
    if table is None:
        draw_no_set("piece")
        return
    draw_head("piece", table.collection, tell_desk(table.desk))
    if not table.desk.pieces:
        say_empty("No papers in this class set yet.")
        if st.button("Add work", type="primary", key="add-work"):
            go_to("add")
        return
    listen_to_keys(KEYS, _draw(table, _find_piece(table)))


def _find_piece(table: OpenDesk) -> Piece:
    wanted = st.session_state.get(PIECE_KEY)
    return next((piece for piece in table.desk.pieces if piece.code == wanted), table.desk.pieces[0])


def _draw(table: OpenDesk, piece: Piece) -> str:
    """Draw the piece; return the key of a text box to put the cursor into, or ""."""
    page = min(int(st.session_state.get(PAGE_KEY, 0)), piece.page_count - 1)
    highlights = choose_highlights(table.desk.patterns, piece.code, st.session_state.get(FROM_KEY, ""))
    _draw_line(table, piece, page)
    _draw_chips(highlights)
    box = draw_tags(table, piece.code)
    transcript = table.desk.transcripts.get(piece.code)
    if transcript is None:
        say("This piece is not read yet.", "Its pages appear here as soon as they are.")
    else:
        _draw_page(table, piece, page, highlights)
    return box


def _draw_line(table: OpenDesk, piece: Piece, page: int) -> None:
    """Draw the line above the scan: which piece and page, the way to the others, and Undo."""
    codes = [other.code for other in table.desk.pieces]
    place = codes.index(piece.code)
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        if st.button("Back to the patterns", key="back", type="tertiary"):
            go_to("patterns")
        before, after = codes[place - 1], codes[(place + 1) % len(codes)]
        st.button("←", key="previous-piece", help="Previous piece: ←", on_click=_turn_to, args=(before,))
        write_inline(f'<h1 style="white-space:nowrap">{escape_html(piece.code)}</h1>')
        st.button("→", key="next-piece", help="Next piece: →", on_click=_turn_to, args=(after,))
        write_inline(f'<span class="pw-small">{place + 1} of {count_nouns(len(codes), "piece")}</span>')
        for number in range(piece.page_count if piece.page_count > 1 else 0):
            look: Literal["secondary", "tertiary"] = "secondary" if number == page else "tertiary"
            st.button(f"page {number + 1}", key=f"page-{number}", type=look, on_click=_turn_page, args=(number,))
        draw_undo(table)


def _draw_chips(highlights: tuple[Highlight, ...]) -> None:
    if not highlights:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="chips"):
        write_inline('<span class="pw-small">Belongs to</span>')
        for highlight in highlights:
            label = escape_label(shorten(highlight.name, CHIP_CHARACTERS))
            with st.container(key=f"chip-look-{highlight.look}", width="content"):
                is_pressed = st.button(label, key=f"chip-{highlight.pattern}", type="tertiary")
            if is_pressed:
                bring_to_focus(highlight.pattern)
                go_to("patterns")


def _draw_page(table: OpenDesk, piece: Piece, page: int, highlights: tuple[Highlight, ...]) -> None:
    transcript = table.desk.transcripts[piece.code]
    picture = load_picture(table.home, table.collection.id, piece.code, page)
    lines = build_lines(transcript, page, highlights, find_settings().reading.doubtful_below)
    _tell_how_read(count_doubtful(lines), needs_eyes=transcript.needs_eyes, has_lines=bool(lines), is_typed=not picture)
    shown = ShownPage(
        key=f"{table.collection.id}-{piece.code}-{page}-{len(highlights)}-{st.session_state.get(FROM_KEY, '')}",
        page=page,
        picture=picture.address if picture else "",
        size=picture.size if picture else (0, 0),
        alt=f"page {page + 1} of piece {piece.code}",
        lines=lines,
        marks=build_marks(transcript, page, highlights),
    )
    show_scan(shown, lambda said: guard(correct_reading, table, piece.code, said))


def _tell_how_read(doubtful: int, *, needs_eyes: bool, has_lines: bool, is_typed: bool) -> None:
    if not has_lines:
        say("No words were read on this page.", "Sort this piece by what you see on the scan.")
    elif is_typed:
        write_html('<p class="pw-small">Typed text, as it was handed in. Click a word to correct it.</p>')
    else:
        eyes = "This piece needs your eyes. " if needs_eyes else ""
        dotted = f"{count_nouns(doubtful, 'doubtful word')}, dotted: D takes the next one in hand. " if doubtful else ""
        write_html(f'<p class="pw-small">{eyes}The text is {AS_READ}. {dotted}Click a word to correct it.</p>')


def _turn_to(code: str) -> None:
    open_piece(code, 0, st.session_state.get(FROM_KEY, ""))


def _turn_page(number: int) -> None:
    st.session_state[PAGE_KEY] = number
