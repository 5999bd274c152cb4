"""Which pattern lies in focus on the desk, and which small panel is open under it: kept by the browser's session."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pipeline.records.decisions import Pattern
from pipeline.views.desk import list_decided, list_suggestions
from pipeline.walk.desk import Desk

FOCUS_KEY = "focus"
PANEL_KEY = "panel"
ALL_KEY = "show-all-evidence"


def bring_to_focus(pattern_id: str) -> None:
    """Put a pattern in focus and close what was open."""
    st.session_state[FOCUS_KEY] = pattern_id
    open_panel("")
    st.session_state[ALL_KEY] = False


def open_panel(name: str) -> None:
    """Open the panel "rename", "set-aside" or "put-in", or close it with ""."""
    st.session_state[PANEL_KEY] = name


def find_panel() -> str:
    """Return the open panel's name, "" where none is."""
    return str(st.session_state.get(PANEL_KEY, ""))


def find_focus(desk: Desk) -> Pattern | None:
    """Return the pattern in focus: the one chosen, else the first nobody decided on; None when all are decided."""
    wanted = st.session_state.get(FOCUS_KEY)
    chosen = [pattern for pattern in desk.patterns if pattern.id == wanted]
    return next(iter(chosen or list_suggestions(desk)), None)


def find_next(patterns: Sequence[Pattern], pattern_id: str) -> str:
    """Return the id of the pattern after this one, else of the first other one, else ""."""
    ids = [pattern.id for pattern in patterns]
    if pattern_id not in ids:
        return ids[0] if ids else ""
    place = ids.index(pattern_id)
    return (ids[place + 1 :] + ids[:place] + [""])[0]


def step_focus(desk: Desk, pattern_id: str, step: int) -> None:
    """Put the next (`step` 1) or previous (-1) pattern of the rail in focus."""
    ids = [pattern.id for pattern in (*list_suggestions(desk), *list_decided(desk))]
    if ids:
        place = ids.index(pattern_id) if pattern_id in ids else 0
        bring_to_focus(ids[(place + step) % len(ids)])
