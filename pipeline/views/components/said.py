"""What a component says comes in, again and again until it is heard; what is new of it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent


def take_said(key: str) -> Iterator[Mapping[str, Any]]:
    """Yield what the component with this key says and has not said before.

    An entry is heard when the next one is asked for: the toolkit may break off a callback wherever it touches the
    session (a key pressed while the page is drawn), and what was not dealt with then comes again.
    """
    heard = _open_record(key)
    said = st.session_state[key].get("said")
    for entry in said["entries"] if said else ():
        if heard.get("stream") != said["stream"] or heard["number"] < entry["number"]:
            yield entry
            heard |= {"stream": said["stream"], "number": entry["number"]}


def find_heard(key: str) -> dict[str, Any]:
    """Return how far the component was heard, for its data."""
    return dict(_open_record(key))


def _open_record(key: str) -> dict[str, Any]:
    """Return what is kept of how far the component was heard: changed in place, without touching the session."""
    record: dict[str, Any] = st.session_state.setdefault(f"{key}-heard", {})
    return record


@lru_cache(maxsize=8)
def load_component(name: str, *scripts: str) -> Any:
    """Return the component of NAME.html and NAME.css, made of these scripts; the last one exports its function."""
    html, css, keyed = (_read(file) for file in (f"{name}.html", f"{name}.css", "keyed.css"))
    js = "\n".join(_read(f"{script}.js") for script in scripts)
    return st.components.v2.component(f"patternwork_{name}", html=html, css=f"{css}\n{keyed}", js=js)


def _read(file: str) -> str:
    return (_HERE / file).read_text(encoding="utf-8")
