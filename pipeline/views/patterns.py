"""The desk: the class set in hand comes in, the pattern in focus with the rail beside it goes out, and all by key."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pipeline.records.decisions import Pattern
from pipeline.views.add_work import add_to
from pipeline.views.byhand import draw_ways_by_hand
from pipeline.views.card import draw_card
from pipeline.views.check_reading import check_all_words
from pipeline.views.components.keys import listen_to_keys, move_to, open_up, press_on
from pipeline.views.desk import OpenDesk, has_words, tell_desk
from pipeline.views.focus import find_focus, find_panel, step_focus
from pipeline.views.frame import go_to, say_empty, write_html
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.learning import open_learnt_desk
from pipeline.views.rail import draw_rail
from pipeline.views.reading import is_under_way
from pipeline.views.recut import draw_recut
from pipeline.views.savings import Saving, put_in_order
from pipeline.views.searching import look_for_sentence
from pipeline.views.state import draw_state
from pipeline.views.undo import draw_undo
from pipeline.views.words import REASONS, hint_key
from pipeline.walk.desk import list_unsorted

KEYS = {
    "Enter": press_on("confirm"),
    "r": press_on("rename"),
    "x": press_on("set-aside"),
    "p": press_on("put-in"),
    "s": press_on("split"),
    "g": press_on("merge"),
    "d": press_on("doubt"),
    "m": press_on("alike"),
    "l": press_on("seek"),
    "i": move_to("notice"),
    "u": press_on("undo"),
    "j": press_on("next-card"),
    "k": press_on("previous-card"),
    "1": press_on("mark-1"),
    "2": press_on("mark-2"),
    "3": press_on("mark-3"),
    "4": press_on("mark-4"),
    "Escape": press_on("leave"),
    "?": open_up("help"),
}
KEYS_TOLD = (
    ("⏎", "confirm"),
    ("R", "rename"),
    ("X", "not a pattern"),
    ("P", "put one in"),
    ("S G", "split, merge"),
    ("M", "more like this"),
    ("D", "its doubtful words"),
    ("L", "look for something"),
    ("I", "I notice"),
    ("1 to 4", "mark it"),
    ("N", "names on, off"),
    ("J K", "next, previous"),
    ("U", "undo"),
    ("Esc", "leave a box"),
)
WHILE_READ = (
    "Patterns come up here by themselves. Until then you can hide names with boxes, or say in the roster whose piece "
    "each one is."
)
FOCUS_BOXES = {"rename": "panel", "put-in": "panel", "merge": "panel"}
PANEL_KEYS = {
    "set-aside": {str(number): press_on(f"reason-{number}") for number in range(1, len(REASONS) + 1)},
    "split": {"Enter": press_on("split-now")},
    "merge": {"Enter": press_on("merge-now")},
}


def draw_patterns() -> None:
    """Draw the desk of the class set in hand."""
    table = open_learnt_desk()
    if table is None:
        draw_no_set("patterns")
        return
    check_all_words()
    table, savings = put_in_order(table)
    draw_head("patterns", table.collection, tell_desk(table.desk))
    draw_state(table)
    if table.desk.patterns:
        _draw_desk(table, savings)
    elif not is_under_way(table.collection.id, table.desk.job):
        _draw_nothing(table)
    elif not table.collection.is_read_by_hand:
        write_html(f'<p class="pw-text">{WHILE_READ}</p>')
        listen_to_keys(KEYS)


def _draw_desk(table: OpenDesk, savings: Mapping[str, Saving]) -> None:
    focused = find_focus(table.desk)
    with st.container(key="desk"):
        rail, card = st.columns([1, 2.7], gap="medium")
        with rail:
            draw_rail(table, focused)
        with card:
            _draw_line(table, focused)
            if focused:
                saving = savings.get(focused.id)
                draw_card(table, focused, saving.tell() if saving else "")
            else:
                _draw_all_decided(table)
    panel = find_panel() if focused else ""
    listen_to_keys(list_keys(panel), FOCUS_BOXES.get(panel, ""), focused.id if focused else "")


def list_keys(panel: str) -> Mapping[str, dict[str, str]]:
    """Return the desk's keys while this panel is open ("" for none): Enter answers the panel, or rests."""
    if not panel:
        return KEYS
    return {key: does for key, does in KEYS.items() if key != "Enter"} | PANEL_KEYS.get(panel, {})


def _draw_line(table: OpenDesk, focused: Pattern | None) -> None:
    """Draw the line above the card: from card to card, the keys, and Undo."""
    now = focused.id if focused else ""
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        st.button("←", key="previous-card", help="Previous pattern: K", on_click=step_focus, args=(table.desk, now, -1))
        st.button("→", key="next-card", help="Next pattern: J", on_click=step_focus, args=(table.desk, now, 1))
        with st.popover(hint_key("Keys", "?"), type="tertiary", key="help"):
            rows = "".join(f"<p class='pw-key'><kbd>{sign}</kbd> {word}</p>" for sign, word in KEYS_TOLD)
            write_html(rows)
        draw_undo(table)


def _draw_all_decided(table: OpenDesk) -> None:
    if table.collection.is_read_by_hand and list_unsorted(table.desk):
        draw_ways_by_hand(table)
        return
    say_empty("You have looked at every pattern. Choose one next step for the class.")
    if st.button("Next step", type="primary", key="to-step"):
        go_to("step")


def _draw_nothing(table: OpenDesk) -> None:
    if not table.desk.pieces:
        say_empty("No papers in this class set yet.")
        if st.button("Add work", type="primary", key="add-work"):
            add_to(table.collection.id)
        return
    draw_ways_by_hand(table)
    draw_recut(table.home, table.collection, "patterns", is_busy=False)
    if has_words(table.desk) and st.button(hint_key("Look for something", "L"), key="seek"):
        look_for_sentence()
    listen_to_keys(KEYS)
