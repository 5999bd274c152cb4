"""The open desk comes in; what goes on with it goes out: what is running, what is found anew, warnings."""

from __future__ import annotations

import streamlit as st

from pipeline.views.byhand import draw_hand_note
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import guard, say
from pipeline.views.reading import draw_progress, is_under_way, start_again
from pipeline.views.sample_note import note_sample
from pipeline.views.this_page import tell_newer_drafts

FOUND_KEY = "found-again"


def draw_state(table: OpenDesk) -> None:
    """Draw how far reading and finding are; find anew where something that findings follow from has changed."""
    draw_progress(table.home, table.collection.id, table.desk.job)
    draw_hand_note(table)
    tell_newer_drafts(table)
    if is_under_way(table.collection.id, table.desk.job):
        return
    if table.desk.is_stale and table.desk.findings:
        _find_again(table)
    warnings = table.desk.findings.warnings if table.desk.findings else ()
    warnings = () if table.collection.is_read_by_hand else warnings
    told = " ".join([*warnings, note_sample(table.collection)]).strip()
    if told:
        say(told)


def _find_again(table: OpenDesk) -> None:
    """Find anew what has changed, once by itself; where that came to nothing, a press tries again."""
    state = len(table.desk.decisions), len(table.desk.transcripts), table.collection.model_answer
    if st.session_state.get(FOUND_KEY) != state:
        st.session_state[FOUND_KEY] = state
        guard(start_again, table.home, table.collection.id)
        st.rerun()
    say("What was read has changed since these patterns were found.", "Find them again; what you decided stays.")
    st.button("Find again", key="again", on_click=guard, args=(start_again, table.home, table.collection.id))
