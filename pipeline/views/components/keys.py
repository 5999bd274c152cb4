"""A table of keys and the widgets they press comes in; a keyboard that works all over the page goes out.

Streamlit's own shortcuts keep R and C to themselves and press Enter twice on a focused button, so ours are our own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

NAMES_WIDGET = "names"
"""The switch in the head of every page of a class set: N presses it wherever it is."""
RUN_KEY = "keyboard-run"

_HERE = Path(__file__).parent


def press_on(widget: str) -> dict[str, str]:
    """Return what a key does: press the button of the widget with this key; the next key waits for the app's answer."""
    return {"widget": widget, "does": "press"}


def open_up(widget: str) -> dict[str, str]:
    """Return what a key does: press the button of the widget with this key, which the browser answers by itself."""
    return {"widget": widget, "does": "open"}


def move_to(widget: str) -> dict[str, str]:
    """Return what a key does: put the cursor into the text box of the widget with this key."""
    return {"widget": widget, "does": "write"}


def listen_to_keys(keys: Mapping[str, dict[str, str]], focus: str = "", card: str = "") -> None:
    """Listen on this page for `keys` (small letters, or names such as "Enter" and "ArrowLeft"); drawn last on a page.

    `focus` is the key of a text box to put the cursor into once, when it has just come up. `card` is what the page is
    about: where another one has come up, the page goes back to its top. Each run is numbered: a
    new number tells the keyboard that what it pressed has been answered.
    """
    run = count_runs() + 1
    st.session_state[RUN_KEY] = run
    shown = {"keys": {"n": press_on(NAMES_WIDGET), **keys}, "focus": focus, "run": run, "shown": card}
    _load_component()(key="keyboard", data=shown, height=1)


def listen_at_least(run_before: int) -> None:
    """Give this run its number where the page has not: what was pressed would wait in vain for an answer."""
    if count_runs() == run_before:
        listen_to_keys({})


def count_runs() -> int:
    """Return the number of the last run that was drawn to its keys, 0 before the first."""
    return int(st.session_state.get(RUN_KEY, 0))


@lru_cache(maxsize=1)
def _load_component() -> Any:
    scripts = ((_HERE / name).read_text(encoding="utf-8") for name in ("keyboard.js", "keys.js"))
    return st.components.v2.component("patternwork_keys", html="<span hidden></span>", js="\n".join(scripts))
