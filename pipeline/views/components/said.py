"""What a component says comes in, again and again until it is heard; what is new of it goes out, once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent


def take_said(key: str) -> Iterator[Mapping[str, Any]]:
    """Yield what the component with this key says and has not said before; each entry is heard as it is taken."""
    said = st.session_state[key].get("said")
    for entry in said["entries"] if said else ():
        heard = find_heard(key)
        if heard.get("stream") != said["stream"] or heard["number"] < entry["number"]:
            st.session_state[_name(key)] = {"stream": said["stream"], "number": entry["number"]}
            yield entry


def find_heard(key: str) -> Mapping[str, Any]:
    """Return how far the component was heard, for its data."""
    heard: Mapping[str, Any] = st.session_state.get(_name(key), {})
    return heard


@lru_cache(maxsize=4)
def load_component(name: str, *scripts: str) -> Any:
    """Return the component of NAME.html and NAME.css, made of these scripts; the last one exports its function."""
    html, css = ((_HERE / f"{name}.{kind}").read_text(encoding="utf-8") for kind in ("html", "css"))
    js = "\n".join((_HERE / f"{script}.js").read_text(encoding="utf-8") for script in scripts)
    return st.components.v2.component(f"patternwork_{name}", html=html, css=css, js=js)


def _name(key: str) -> str:
    return f"{key}-heard"
