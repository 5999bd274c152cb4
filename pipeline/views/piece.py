"""One piece of the class set in hand comes in; its page, large, with its transcription and patterns, goes out."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from pipeline.records.reading import Transcript
from pipeline.records.work import Piece
from pipeline.store.pages import list_pictured_pages
from pipeline.views.add_work import add_to
from pipeline.views.beside import draw_beside, keep_circle, list_ring_tags, list_rings
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.components.scan import ShownPage, show_scan
from pipeline.views.deciding import correct_reading
from pipeline.views.desk import OpenDesk, open_desk, tell_desk
from pipeline.views.focus import bring_to_focus
from pipeline.views.frame import find_settings, go_to, guard, say, say_empty, write_html, write_inline
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.names import are_names_on, find_veils, show_piece
from pipeline.views.page_lines import Highlight, build_lines, build_marks, choose_highlights, count_doubtful
from pipeline.views.pictures import load_picture
from pipeline.views.reading import draw_progress
from pipeline.views.searching import look_for_sentence
from pipeline.views.tagging import TAG_KEYS
from pipeline.views.this_page import draw_left_out, draw_page_menu, hide_names, shows_names
from pipeline.views.undo import draw_undo
from pipeline.views.words import AS_READ, count_nouns, escape_html, escape_label, hint_key, shorten
from pipeline.walk.desk import list_unsorted

PIECE_KEY = "piece"
PAGE_KEY = "piece-page"
FROM_KEY = "piece-from"
CHIP_CHARACTERS = 40
KEYS = {
    "ArrowLeft": press_on("previous-piece"),
    "ArrowRight": press_on("next-piece"),
    "u": press_on("undo"),
    "Enter": press_on("next-unsorted"),
    "Escape": press_on("back"),
    "m": press_on("alike"),
    **TAG_KEYS,
}


def open_piece(code: str, page: int = 0, pattern_id: str = "") -> None:
    """Choose the piece (and its page, from 0) to show, and the pattern whose evidence is marked first."""
    st.session_state[PIECE_KEY] = code
    st.session_state[PAGE_KEY] = page
    st.session_state[FROM_KEY] = pattern_id
    hide_names()


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
            add_to(table.collection.id)
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
    with st.container(key="read-through"):
        main, side = st.columns([4, 1], gap="medium")
        with side:  # before the page, so that a key pressed while it is drawn is about this piece
            box = draw_beside(table, piece.code)
        with main:
            if piece.code not in table.desk.transcripts:
                say("This piece is not read yet.", "Its text appears here as soon as it is.")
                draw_progress(table.home, table.collection.id)
            _tell_hand_in(table, piece.code)
            if _find_text(table, piece.code):
                _draw_chips(highlights)
            _draw_page(table, piece, page, highlights)
    draw_left_out(table)
    return box


def _draw_line(table: OpenDesk, piece: Piece, page: int) -> None:
    """Draw the line above the scan: which piece and page, the way to the others, and Undo."""
    codes = [other.code for other in table.desk.pieces]
    place = codes.index(piece.code)
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        came_from = bool(st.session_state.get(FROM_KEY))
        if st.button("Back to the patterns" if came_from else "Back to all pieces", key="back", type="tertiary"):
            go_to("patterns" if came_from else "unsorted")
        before, after = codes[place - 1], codes[(place + 1) % len(codes)]
        st.button("←", key="previous-piece", help="Previous piece: ←", on_click=_turn_to, args=(before,))
        write_inline(f'<h1 style="white-space:nowrap">{escape_html(show_piece(table, piece.code))}</h1>')
        st.button("→", key="next-piece", help="Next piece: →", on_click=_turn_to, args=(after,))
        _draw_left(table, codes, place)
        for number in range(piece.page_count if piece.page_count > 1 else 0):
            look: Literal["secondary", "tertiary"] = "secondary" if number == page else "tertiary"
            st.button(f"page {number + 1}", key=f"page-{number}", type=look, on_click=_turn_page, args=(number,))
        _draw_alike(table, piece.code)
        draw_page_menu(table, piece.code, page, has_picture=_has_picture(table, piece.code, page))
        draw_undo(table)


def _draw_alike(table: OpenDesk, piece: str) -> None:
    """Draw the way to more like one of its sentences; a drawing has none."""
    if not _find_text(table, piece):
        return
    if st.button(
        hint_key("More like this", "M"), key="alike", type="tertiary", help="More like one of its sentences: M"
    ):
        look_for_sentence(piece)


def _find_text(table: OpenDesk, piece: str) -> str:
    """Return the student's words in a piece, "" where there are none or nothing is read yet."""
    transcript = table.desk.transcripts.get(piece)
    return transcript.text if transcript else ""


def _has_picture(table: OpenDesk, piece: str, page: int) -> bool:
    return (piece, page) in list_pictured_pages(table.home, table.collection.id)


def _draw_left(table: OpenDesk, codes: list[str], place: int) -> None:
    """Say where in the set we are and how many are left to sort, with the way to the next of those."""
    unsorted = list_unsorted(table.desk)
    left = f"{len(unsorted)} not sorted yet" if unsorted else "all sorted"
    told = f'<span class="pw-code">{place + 1} of {len(codes)}</span> · {left}'
    write_inline(f'<span class="pw-small" role="status" style="white-space:nowrap">{told}</span>')
    following = [code for code in [*codes[place + 1 :], *codes[:place]] if code in unsorted][:1]
    if following:
        tip = "The next piece that is not sorted yet: Enter"
        key = "next-unsorted"
        st.button(hint_key("Next not sorted", "⏎"), key=key, help=tip, on_click=_turn_to, args=following)


def _tell_hand_in(table: OpenDesk, piece: str) -> None:
    hand_in = table.desk.hand_ins.get(piece)
    if hand_in and hand_in.told:
        write_html(f'<p class="pw-small">Handed in: {hand_in.told}, as the class platform says.</p>')


def _draw_chips(highlights: tuple[Highlight, ...]) -> None:
    """Say what the marks are evidence of; a page without words has none, and its patterns stand beside it."""
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
    shown_texts = table.desk.named if are_names_on() else table.desk.transcripts
    is_read = piece.code in shown_texts
    transcript = shown_texts.get(piece.code) or Transcript(piece.code, "", (), 1.0, needs_eyes=False)
    veils = () if shows_names() else find_veils(table, piece.code, page)
    picture = load_picture(table.home, table.collection.id, (piece.code, page), veils, is_whole=shows_names())
    lines = build_lines(transcript, page, highlights, find_settings().reading.doubtful_below)
    if is_read and not lines and table.desk.boxes.drawn:
        say("No words of this page count.", "None was read there, or all lie where the boxes leave them out.")
    elif is_read and (lines or not table.collection.is_read_by_hand):
        _tell_how_read(transcript, count_doubtful(lines), has_lines=bool(lines), is_typed=picture is None)
    shown = ShownPage(
        key=f"{table.collection.id}-{piece.code}-{page}-{are_names_on():d}-{picture.mark if picture else 0}",
        piece=piece.code,
        page=page,
        picture=picture.address if picture else "",
        size=picture.size if picture else (0, 0),
        alt=f"page {page + 1} of piece {show_piece(table, piece.code)}",
        lines=lines,
        marks=build_marks(transcript, page, highlights),
        rings=list_rings(table, piece.code, page),
        tags=list_ring_tags(table, piece.code),
    )
    show_scan(
        shown,
        lambda code, said: guard(correct_reading, table, code, said),
        lambda code, circled: guard(keep_circle, table, code, circled),
    )


def _tell_how_read(transcript: Transcript, doubtful: int, *, has_lines: bool, is_typed: bool) -> None:
    if not has_lines:
        say("No words were read on this page.", "Sort this piece by what you see on the scan.")
    elif is_typed:
        write_html('<p class="pw-small">Typed text, as it was handed in. Click a word to correct it.</p>')
    else:
        eyes = "This piece needs your eyes. " if transcript.needs_eyes else ""
        by_key = '<span class="pw-by-key">D takes the next one in hand. </span>'
        dotted = f"{count_nouns(doubtful, 'doubtful word')}, dotted. {by_key}" if doubtful else ""
        write_html(f'<p class="pw-small">{eyes}The text is {AS_READ}. {dotted}Click a word to correct it.</p>')


def _turn_to(code: str) -> None:
    open_piece(code, 0, st.session_state.get(FROM_KEY, ""))


def _turn_page(number: int) -> None:
    st.session_state[PAGE_KEY] = number
