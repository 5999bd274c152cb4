"""The pages there are, and the navigation between them. Every page is drawn inside the frame's look and guard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pipeline.views import (
    add_work,
    alike,
    boxes,
    check_reading,
    class_sets,
    cut_stack,
    export_files,
    model_answer,
    next_step,
    patterns,
    piece,
    roster,
    sections,
    unsorted,
)
from pipeline.views.frame import PAGES_KEY, show_page

ICON = str(Path(__file__).parent / "icon.png")
"""The browser tab's picture: a file of our own, for Streamlit fetches its named icons from the network."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page's title, as the browser's tab and the head line show it, and what draws it."""

    title: str
    draw: Callable[[], None]


PAGES: Mapping[str, PagePlan] = {
    "sets": PagePlan("Class sets", class_sets.draw_class_sets),
    "add": PagePlan("Add work", add_work.draw_add_work),
    "cut": PagePlan("Cut the stack", cut_stack.draw_cutting),
    "patterns": PagePlan("Patterns", patterns.draw_patterns),
    "unsorted": PagePlan("Sort by hand", unsorted.draw_unsorted),
    "check": PagePlan("Check the reading", check_reading.draw_check),
    "piece": PagePlan("A piece", piece.draw_piece),
    "alike": PagePlan("More like this", alike.draw_alike),
    "model": PagePlan("Model answer", model_answer.draw_model_answer),
    "boxes": PagePlan("Boxes", boxes.draw_boxes),
    "step": PagePlan("Next step", next_step.draw_next_step),
    "roster": PagePlan("Roster", roster.draw_roster),
    "sections": PagePlan("Sections side by side", sections.draw_sections),
    "export": PagePlan("Export", export_files.draw_export),
}


def build_navigation(first: str = "sets") -> StreamlitPage:
    """Return the page to run now; `first` is the one an address without a page's name opens."""
    pages = {name: _build_page(name, plan, is_first=name == first) for name, plan in PAGES.items()}
    st.session_state[PAGES_KEY] = pages
    return st.navigation(list(pages.values()), position="hidden")


def _build_page(name: str, plan: PagePlan, *, is_first: bool) -> StreamlitPage:
    def draw() -> None:
        show_page(plan.draw)

    return st.Page(draw, title=plan.title, url_path=name, default=is_first)
