"""The section of a piece, said by hand, comes in and goes out; where its file lay, too."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from pipeline.decide import collect_sections, write_sections
from pipeline.records.decisions import DecisionKind
from pipeline.records.work import SourcePage
from pipeline.store.away import list_away
from pipeline.store.decisions import NewDecision, append_decision, list_decisions
from pipeline.store.engine import reading
from pipeline.store.home import Home
from pipeline.store.pages import read_source
from pipeline.store.tables import PAGES


def say_sections(home: Home, collection_id: str, sections: Mapping[str, str]) -> None:
    """Say the sections of these pieces by one decision; "" takes back what was said of a piece."""
    append_decision(home, collection_id, NewDecision(DecisionKind.SAY_SECTION, value=write_sections(sections)))


def load_said_sections(home: Home, collection_id: str) -> dict[str, str]:
    """Return the sections said by hand, by piece."""
    return collect_sections(list_decisions(home, collection_id, [DecisionKind.SAY_SECTION]))


def list_sources(home: Home, collection_id: str) -> dict[str, SourcePage]:
    """Return the page of a file, or the slip on it, that each piece begins with, by code."""
    counts = PAGES.c.piece.not_in(list_away(home, collection_id))
    first = select(PAGES).where((PAGES.c.collection == collection_id) & (PAGES.c.number == 0) & counts)
    with reading(home.engine) as connection:
        return {row.piece: read_source(row) for row in connection.execute(first)}
