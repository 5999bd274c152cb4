"""A folder comes in; what would become which piece goes out, before anything is read, with a way to undo every join."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pipeline.errors import InputError
from pipeline.intake import plan_pieces
from pipeline.records.work import IntakePlan
from pipeline.views.frame import find_settings, say, write_html
from pipeline.views.words import count_nouns, describe_plan, make_refusal_table, make_table

PLAN_KEPT_S = 600
NAMES_SHOWN = 200


def draw_preview(folder: Path) -> bool | None:
    """Draw the plan for a folder; return whether one file is one piece, or None where there is nothing to read."""
    one_file_one_piece = bool(st.session_state.get("one-file-one-piece"))
    try:
        plan = _plan_once(str(folder), one_file_one_piece=one_file_one_piece)
    except InputError as error:
        say(error.message, error.hint, is_error=True)
        return None
    _draw_plan(plan)
    if plan.joined_count or one_file_one_piece:
        st.checkbox("One file is one piece", key="one-file-one-piece", help="Undo every join shown above.")
    return one_file_one_piece


@st.cache_data(show_spinner="Looking at the files …", ttl=PLAN_KEPT_S, max_entries=8)
def _plan_once(folder: str, *, one_file_one_piece: bool) -> IntakePlan:
    return plan_pieces([Path(folder)], find_settings().intake, one_file_one_piece=one_file_one_piece)


def _draw_plan(plan: IntakePlan) -> None:
    counts = describe_plan(plan.files_seen, len(plan.pieces), plan.joined_count)
    write_html(f"<h2>{counts}</h2><p class='pw-small'>{count_nouns(plan.page_count, 'page')} to read</p>")
    _draw_joins(plan)
    _draw_same_files(plan)
    _draw_refusals(plan)
    with st.expander("All pieces"):
        rows = [(piece.stem, count_nouns(len(piece.pages), "page")) for piece in plan.pieces[:NAMES_SHOWN]]
        write_html(make_table(("piece", "pages"), rows))


def _draw_joins(plan: IntakePlan) -> None:
    rows = [
        (piece.stem, ", ".join(source.name for source in piece.sources)) for piece in plan.pieces if piece.is_joined
    ]
    if rows:
        write_html(make_table(("joined into one piece", "files"), rows))


def _draw_same_files(plan: IntakePlan) -> None:
    for same in plan.same_files:
        names = ", ".join(source.name for source in same.sources)
        say(f"These files are the same, byte for byte: {names}.", "All are kept. Take one out if it came in twice.")


def _draw_refusals(plan: IntakePlan) -> None:
    if plan.refusals:
        count = count_nouns(len(plan.refusals), "file")
        write_html(f"<p class='pw-text'>Couldn't open {count}. Everything else goes on.</p>")
        write_html(make_refusal_table(plan.refusals))
