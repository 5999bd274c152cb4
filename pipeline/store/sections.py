"""The section of a piece, said by hand, comes in and goes out; where its file lay, too."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import select

from pipeline.decide import collect_sections, write_sections
from pipeline.records.decisions import DecisionKind
from pipeline.store.away import list_away
from pipeline.store.decisions import NewDecision, append_decision, list_decisions
from pipeline.store.engine import reading
from pipeline.store.home import Home
from pipeline.store.names import read_path
from pipeline.store.tables import PAGES


def say_sections(home: Home, collection_id: str, sections: Mapping[str, str]) -> None:
    """Say the sections of these pieces by one decision; "" takes back what was said of a piece."""
    append_decision(home, collection_id, NewDecision(DecisionKind.SAY_SECTION, value=write_sections(sections)))


def load_said_sections(home: Home, collection_id: str) -> dict[str, str]:
    """Return the sections said by hand, by piece."""
    return collect_sections(list_decisions(home, collection_id, [DecisionKind.SAY_SECTION]))


def list_sources(home: Home, collection_id: str) -> dict[str, tuple[Path, int]]:
    """Return the file and the page in it (from 0) that each piece begins with, by code."""
    query = select(PAGES.c.piece, PAGES.c.source, PAGES.c.source_index)
    counts = PAGES.c.piece.not_in(list_away(home, collection_id))
    first = query.where((PAGES.c.collection == collection_id) & (PAGES.c.number == 0) & counts)
    with reading(home.engine) as connection:
        return {row.piece: (read_path(row.source), row.source_index) for row in connection.execute(first)}
