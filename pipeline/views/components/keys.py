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

_HERE = Path(__file__).parent


def press_on(widget: str) -> dict[str, str | bool]:
    """Return what a key does: press the button of the widget with this key."""
    return {"widget": widget, "focus": False}


def move_to(widget: str) -> dict[str, str | bool]:
    """Return what a key does: put the cursor into the text box of the widget with this key."""
    return {"widget": widget, "focus": True}


def listen_to_keys(keys: Mapping[str, dict[str, str | bool]], focus: str = "") -> None:
    """Listen on this page for `keys` (small letters, or names such as "Enter" and "ArrowLeft").

    `focus` is the key of a text box to put the cursor into once, when it has just come up.
    """
    _load_component()(key="keyboard", data={"keys": {"n": press_on(NAMES_WIDGET), **keys}, "focus": focus}, height=1)


@lru_cache(maxsize=1)
def _load_component() -> Any:
    script = (_HERE / "keys.js").read_text(encoding="utf-8")
    return st.components.v2.component("patternwork_keys", html="<span hidden></span>", js=script)
