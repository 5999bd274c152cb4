"""The section of a piece, said by hand, comes in and goes out; where its file lay, too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import delete, insert, select

from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.names import read_path
from pipeline.store.tables import PAGES, PIECE_SECTIONS


def set_section(home: Home, collection_id: str, pieces: Sequence[str], section: str) -> None:
    """Say the section of these pieces; "" takes back what was said of them."""
    plain = " ".join(section.split())
    where = (PIECE_SECTIONS.c.collection == collection_id) & PIECE_SECTIONS.c.piece.in_(pieces)
    with writing(home.engine) as connection:
        connection.execute(delete(PIECE_SECTIONS).where(where))
        for piece in pieces if plain else ():
            connection.execute(insert(PIECE_SECTIONS).values(collection=collection_id, piece=piece, section=plain))


def load_said_sections(home: Home, collection_id: str) -> dict[str, str]:
    """Return the sections said by hand, by piece."""
    query = select(PIECE_SECTIONS.c.piece, PIECE_SECTIONS.c.section).where(PIECE_SECTIONS.c.collection == collection_id)
    with reading(home.engine) as connection:
        return {row.piece: row.section for row in connection.execute(query)}


def list_sources(home: Home, collection_id: str) -> dict[str, tuple[Path, int]]:
    """Return the file and the page in it (from 0) that each piece begins with, by code."""
    query = select(PAGES.c.piece, PAGES.c.source, PAGES.c.source_index)
    first = query.where((PAGES.c.collection == collection_id) & (PAGES.c.number == 0))
    with reading(home.engine) as connection:
        return {row.piece: (read_path(row.source), row.source_index) for row in connection.execute(first)}
