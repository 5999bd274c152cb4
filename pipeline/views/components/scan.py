"""A piece's page with its lines and marks comes in; the scan beside its transcript, and corrections, go out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent

BoxOnPage = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ShownWord:
    """A word beside the scan. `look` is "this", "green" or "rose" where it is evidence, else ""."""

    text: str
    is_doubtful: bool
    look: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line beside the scan; `number` counts the page's lines from 0, `box` is None where no scan shows it."""

    number: int
    text: str
    words: tuple[ShownWord, ...]
    box: BoxOnPage | None
    starts_paragraph: bool
    is_checked: bool


@dataclass(frozen=True, slots=True)
class ShownMark:
    """A marker's stroke on the scan, with the pattern's name as its title."""

    box: BoxOnPage
    look: str
    title: str


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page: `picture` is a data address or "" for typed text; boxes are in a frame of `size` (width, height)."""

    key: str
    page: int
    picture: str
    size: tuple[int, int]
    alt: str
    lines: tuple[ShownLine, ...]
    marks: tuple[ShownMark, ...]


def show_scan(page: ShownPage, on_corrected: Callable[[int, int, str], None]) -> None:
    """Show a page; `on_corrected` gets page, line and what the teacher typed for it."""
    width, height = page.size
    shown = {**asdict(page), "size": {"width": max(1, width), "height": max(1, height)}}

    def tell() -> None:
        corrected = st.session_state["scan"].get("corrected")
        if corrected:
            on_corrected(int(corrected["page"]), int(corrected["line"]), str(corrected["text"]))

    _load_component()(key="scan", data=shown, on_corrected_change=tell)


@lru_cache(maxsize=1)
def _load_component() -> Any:
    html, css, js = ((_HERE / f"scan.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js"))
    return st.components.v2.component("patternwork_scan", html=html, css=css, js=js)
