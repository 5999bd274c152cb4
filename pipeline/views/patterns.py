"""The desk: the class set in hand comes in, the pattern in focus with the rail beside it goes out, and all by key."""

from __future__ import annotations

import streamlit as st

from pipeline.records.decisions import Pattern
from pipeline.views.card import draw_card
from pipeline.views.components.keys import listen_to_keys, move_to, press_on
from pipeline.views.desk import OpenDesk, tell_desk
from pipeline.views.focus import find_focus, find_panel, step_focus
from pipeline.views.frame import go_to, guard, say, say_empty, write_html
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.learning import open_learnt_desk
from pipeline.views.rail import draw_rail
from pipeline.views.reading import draw_progress, find_launch, is_starting, is_working, start_again
from pipeline.views.sample_note import note_sample
from pipeline.views.undo import draw_undo

KEYS = {
    "Enter": press_on("confirm"),
    "r": press_on("rename"),
    "x": press_on("set-aside"),
    "p": press_on("put-in"),
    "s": press_on("split"),
    "g": press_on("merge"),
    "n": move_to("notice"),
    "u": press_on("undo"),
    "j": press_on("next-card"),
    "k": press_on("previous-card"),
    "1": press_on("mark-1"),
    "2": press_on("mark-2"),
    "3": press_on("mark-3"),
    "4": press_on("mark-4"),
    "Escape": press_on("leave"),
    "?": press_on("help"),
}
KEYS_TOLD = (
    ("⏎", "confirm"),
    ("R", "rename"),
    ("X", "not a pattern"),
    ("P", "put one in"),
    ("S G", "split, merge"),
    ("N", "I notice"),
    ("1 to 4", "mark it"),
    ("J K", "next, previous"),
    ("U", "undo"),
    ("Esc", "leave a box"),
)
FOUND_KEY = "found-again"
FOCUS_BOXES = {"rename": "panel", "put-in": "panel"}


def draw_patterns() -> None:
    """Draw the desk of the class set in hand."""
    table = open_learnt_desk()
    if table is None:
        draw_no_set("patterns")
        return
    draw_head("patterns", table.collection, tell_desk(table.desk))
    _draw_state(table)
    if table.desk.patterns:
        _draw_desk(table)
    elif not is_working(table.desk.job):
        _draw_nothing(table)


def _draw_state(table: OpenDesk) -> None:
    draw_progress(table.home, table.collection.id)
    job = table.desk.job
    if is_working(job) or is_starting(job, find_launch(table.collection.id)):
        return
    if table.desk.is_stale and table.desk.findings:
        _find_again(table)
    warnings = table.desk.findings.warnings if table.desk.findings else ()
    told = " ".join([*warnings, note_sample(table.collection)]).strip()
    if told:
        say(told)


def _find_again(table: OpenDesk) -> None:
    """Find anew what has changed, once by itself; where that came to nothing, a press tries again."""
    state = len(table.desk.decisions), len(table.desk.transcripts)
    if st.session_state.get(FOUND_KEY) != state:
        st.session_state[FOUND_KEY] = state
        guard(start_again, table.home, table.collection.id)
        st.rerun()
    say("What was read has changed since these patterns were found.", "Find them again; what you decided stays.")
    st.button("Find again", key="again", on_click=guard, args=(start_again, table.home, table.collection.id))


def _draw_desk(table: OpenDesk) -> None:
    focused = find_focus(table.desk)
    with st.container(key="desk"):
        rail, card = st.columns([1, 2.7], gap="large")
        with rail:
            draw_rail(table, focused)
        with card:
            _draw_line(table, focused)
            if focused:
                draw_card(table, focused)
            else:
                _draw_all_decided()
    listen_to_keys(KEYS, FOCUS_BOXES.get(find_panel(), ""))


def _draw_line(table: OpenDesk, focused: Pattern | None) -> None:
    """Draw the line above the card: from card to card, the keys, and Undo."""
    now = focused.id if focused else ""
    with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
        st.button("←", key="previous-card", help="Previous pattern: K", on_click=step_focus, args=(table.desk, now, -1))
        st.button("→", key="next-card", help="Next pattern: J", on_click=step_focus, args=(table.desk, now, 1))
        with st.popover("Keys ?", type="tertiary", key="help"):
            rows = "".join(f"<p class='pw-key'><kbd>{sign}</kbd> {word}</p>" for sign, word in KEYS_TOLD)
            write_html(rows)
        draw_undo(table)


def _draw_all_decided() -> None:
    say_empty("You have looked at every pattern. Choose one next step for the class.")
    if st.button("Next step", type="primary", key="to-step"):
        go_to("step")


def _draw_nothing(table: OpenDesk) -> None:
    count = len(table.desk.pieces)
    if not count:
        say_empty("No papers in this class set yet.")
        if st.button("Add work", type="primary", key="add-work"):
            go_to("add")
        return
    say_empty(f"No clear pattern in these {count} pieces. Read them side by side and sort them by hand.")
    if st.button("Look at the pieces", type="primary", key="see-unsorted"):
        go_to("unsorted")
