"""The class set in hand comes in; a page to draw boxes on, and how they lie on a few other pages, go out.

Drawn once, a box is on all pages; on one page it can stand elsewhere. Names under a box are gone from every picture but
the one here, which its owner draws on.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pipeline.records.boxes import BoxKind, PageBox
from pipeline.store.pages import list_pictured_pages
from pipeline.views.boxing import keep_box, keep_said_box
from pipeline.views.components.boxes import BoxPage, SaidBox, ShownBox, draw_on_page
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.desk import OpenDesk, open_desk, tell_desk
from pipeline.views.frame import go_to, guard, say, say_empty, write_html, write_inline
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.names import mark_piece, show_piece
from pipeline.views.pictures import load_picture, load_small
from pipeline.views.preview import peek_page
from pipeline.views.undo import draw_undo
from pipeline.views.words import count_nouns, escape_html, escape_label, hint_key
from pipeline.walk.headers import find_header

PLACE_KEY = "boxes-page"
STAGED_KEY = "staged-folder"
OTHERS_SHOWN = 6
EVERY, EACH, ALONE = "on every page", "on this page of each piece", "on this page only"
KEYS = {
    "u": press_on("undo"),
    "y": press_on("cover-header"),
    "j": press_on("next-page"),
    "k": press_on("previous-page"),
}

PagePlace = tuple[str, int]


def draw_boxes() -> None:
    """Draw a page of the class set in hand with its boxes, or of the work about to be read."""
    table = open_desk()
    if table is None:
        draw_no_set("boxes")
        return
    draw_head("boxes", table.collection, tell_desk(table.desk))
    pages = list_pictured_pages(table.home, table.collection.id)
    staged = st.session_state.get(STAGED_KEY)
    if pages:
        _draw_pages(table, pages)
    elif staged and staged[0] == table.collection.id:
        _draw_staged(table, Path(staged[1]))
    else:
        say_empty("No page with a picture in this class set yet: boxes are drawn on scans and photos.")
        if st.button("Add work", type="primary", key="add-work"):
            go_to("add")
    listen_to_keys(KEYS)


def stage_boxes(collection_id: str, folder: Path) -> None:
    """Remember the work about to be read, so that boxes can be drawn before it is."""
    st.session_state[STAGED_KEY] = (collection_id, str(folder))


def _draw_pages(table: OpenDesk, pages: tuple[PagePlace, ...]) -> None:
    kept = st.session_state.get(PLACE_KEY)
    at = pages.index(kept) if kept in pages else 0
    place = pages[at]
    piece, page = place
    _draw_line(table, pages, at)
    _offer_header(table)
    picture = load_picture(table.home, table.collection.id, (piece, page), is_whole=True)
    sheet, side = st.columns([5, 3], gap="large")
    with side:
        only_page, is_alone = _draw_choices(table, page)
        _draw_others(table, pages, at)
    with sheet:
        shown = BoxPage(piece, page, picture.address if picture else "", _name_page(table, place))
        _draw_sheet(table, shown, only_page, is_alone=is_alone)


def _draw_staged(table: OpenDesk, folder: Path) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        write_inline("<h1>Boxes</h1>")
        if st.button("Back to the pieces", key="back-to-add", type="tertiary"):
            go_to("add")
        draw_undo(table)
    picture = peek_page(folder, table.collection.id)
    if picture is None:
        say("The first page of this work has no picture.", "Boxes can be drawn once it is read.")
        return
    _draw_sheet(table, BoxPage("", 0, picture.address, "the first page of this work"), None, is_alone=False)


def _draw_sheet(table: OpenDesk, page: BoxPage, only_page: int | None, *, is_alone: bool) -> None:
    boxes = table.desk.boxes
    shown = [
        ShownBox(box.id, box.kind, (box.x0, box.y0, box.x1, box.y1), boxes.is_moved(box.id, page.piece, page.page))
        for box in boxes.find_on(page.piece, page.page)
    ]

    def keep(said: SaidBox) -> None:
        keep_said_box(table, said, only_page, is_here_alone=is_alone)

    draw_on_page(page, shown, lambda said: guard(keep, said))


def _draw_line(table: OpenDesk, pages: tuple[PagePlace, ...], at: int) -> None:
    piece, page = pages[at]
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        write_inline("<h1>Boxes</h1>")
        before, after = pages[at - 1], pages[(at + 1) % len(pages)]
        st.button("←", key="previous-page", help="Previous page: K", on_click=_turn_to, args=(before,))
        st.button("→", key="next-page", help="Next page: J", on_click=_turn_to, args=(after,))
        told = f"page {page + 1} · {at + 1} of {count_nouns(len(pages), 'page')}"
        write_inline(f'{mark_piece(table, piece)} <span class="pw-small">{told}</span>')
        draw_undo(table)


def _offer_header(table: OpenDesk) -> None:
    """Offer to cover the line for the name that most pages share, as long as no name is covered."""
    if any(box.kind is BoxKind.NAME for box in table.desk.boxes.drawn):
        return
    header = find_header(table.home, table.collection.id)
    if header:
        with st.container(horizontal=True, vertical_alignment="center", key="header-offer"):
            write_inline('<span class="pw-text">Most pages have a line for the name at the top.</span>')
            arguments = (keep_box, table, header)
            st.button(hint_key("Cover it", "Y"), key="cover-header", type="primary", on_click=guard, args=arguments)


def _draw_choices(table: OpenDesk, page: int) -> tuple[int | None, bool]:
    """Draw what a new box is on, and how far a move reaches; return them."""
    only_page = None
    if any(piece.page_count > 1 for piece in table.desk.pieces):
        chosen = st.radio("A new box is", [EVERY, EACH], key="box-reach", horizontal=True)
        only_page = page if chosen == EACH else None
    is_alone = False
    if table.desk.boxes.drawn:
        is_alone = st.radio("Moving and removing counts", [EVERY, ALONE], key="box-scope", horizontal=True) == ALONE
    return only_page, is_alone


def _draw_others(table: OpenDesk, pages: tuple[PagePlace, ...], at: int) -> None:
    """Show a few other pages as everybody else sees them: a name that still shows is not under its box."""
    same = [place for place in pages if place[1] == pages[at][1] and place != pages[at]]
    shown = same[:: max(1, len(same) // OTHERS_SHOWN)][:OTHERS_SHOWN]
    if not shown:
        return
    write_html(
        '<p class="pw-label">On other pages</p><p class="pw-small">Names are grey on every picture but the big one. '
        "Where one still shows, open that page and move its box.</p>"
    )
    with st.container(key="gallery"):
        for start in range(0, len(shown), 3):
            for column, place in zip(st.columns(3, gap="small"), shown[start : start + 3], strict=False):
                with column:
                    _draw_other(table, place)


def _draw_other(table: OpenDesk, place: PagePlace) -> None:
    piece, page = place
    small = load_small(table.home, table.collection.id, piece, page=page)
    marks = "".join(_outline(box) for box in table.desk.boxes.find_on(piece, page))
    write_html(f'<div class="pw-boxed"><img src="{small}" alt="{escape_html(_name_page(table, place))}">{marks}</div>')
    label = escape_label(show_piece(table, piece))
    st.button(label, key=f"box-on-{piece}-{page}", type="tertiary", on_click=_turn_to, args=(place,))


def _name_page(table: OpenDesk, place: PagePlace) -> str:
    piece, page = place
    return f"page {page + 1} of piece {show_piece(table, piece)}"


def _outline(box: PageBox) -> str:
    sides = f"left:{box.x0:.2%};top:{box.y0:.2%};width:{box.x1 - box.x0:.2%};height:{box.y1 - box.y0:.2%}"
    return f'<i class="pw-box-{box.kind.value}" title="{box.kind.value}" style="{sides}"></i>'


def _turn_to(place: PagePlace) -> None:
    st.session_state[PLACE_KEY] = place
