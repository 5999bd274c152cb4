"""The class set in hand comes in; the files a teacher may take away go out, each built only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pipeline.records.report import Report
from pipeline.store.home import Home
from pipeline.views.components.keys import listen_to_keys
from pipeline.views.desk import OpenDesk, open_desk, tell_desk
from pipeline.views.frame import say_empty, write_html
from pipeline.views.head import draw_head, draw_no_set
from pipeline.walk.report import build_report


@dataclass(frozen=True, slots=True)
class ExportKind:
    """A file that can be taken away: its ending, its media type and what it is for."""

    ending: str
    media_type: str
    title: str
    purpose: str


KINDS = (
    ExportKind("pdf", "application/pdf", "One page for Monday (PDF)", "What we saw, what we do, how we will know."),
    ExportKind(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "A workbook (Excel)",
        "Pieces and patterns, and the next step, in tables.",
    ),
    ExportKind("csv", "text/csv", "One table (CSV)", "Pieces by patterns, for any other program."),
)


def draw_export() -> None:
    """Draw one download a kind of file."""
    table = open_desk()
    if table is None:
        draw_no_set("export")
        return
    draw_head("export", table.collection, tell_desk(table.desk))
    write_html("<h1>Export</h1>")
    if not table.desk.pieces:
        say_empty("No papers in this class set yet, so there is nothing to take away.")
        return
    write_html(
        '<p class="pw-text">Files hold codes and never a name of a file or a student. Pictures of handwriting are '
        "still personal: share them as you would the papers themselves.</p>"
    )
    with st.container(key="narrow"):
        for kind in KINDS:
            _draw_kind(table, kind)
    listen_to_keys({})


def _draw_kind(table: OpenDesk, kind: ExportKind) -> None:
    with st.container(key=f"band-{kind.ending}"):
        words, act = st.columns([4, 1], vertical_alignment="center")
        with words:
            write_html(f'<h2>{kind.title}</h2><p class="pw-small">{kind.purpose}</p>')
        with act:
            st.download_button(
                f"Download {kind.ending.upper()}",
                data=lambda: build_file(table.home, table.collection.id, kind.ending),
                file_name=f"patternwork-{table.collection.id}.{kind.ending}",
                mime=kind.media_type,
                key=f"download-{kind.ending}",
                on_click="ignore",
            )


def build_file(home: Home, collection_id: str, ending: str) -> bytes:
    """Return the class set's review as a file of that kind ("pdf", "xlsx", "csv"); raises PatternworkError."""
    return _find_renderer(ending)(build_report(home, collection_id))


def _find_renderer(ending: str) -> Callable[[Report], bytes]:
    from pipeline.export import render_csv, render_handout, render_xlsx

    return {"csv": render_csv, "xlsx": render_xlsx, "pdf": render_handout}[ending]
