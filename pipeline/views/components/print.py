"""Nothing comes in; a button that prints what a page marks for it goes out. The browser prints, no file is made."""

from __future__ import annotations

from pipeline.views.components.said import load_component


def draw_print_button(key: str) -> None:
    """Draw a button that opens the browser's own print window; style.css says what of a page is printed."""
    load_component("print", "print")(key=key, height="content")
