"""Pictures that take the place of a page's own come in; they are kept by their content, with their readings.

The page's own picture stays where it is: a change of a page is a decision, and undo shows the old page again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from pipeline.decide import collect_page_changes
from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import list_decisions
from pipeline.store.engine import reading, writing
from pipeline.store.files import write_whole
from pipeline.store.home import Home
from pipeline.store.tables import PICTURE_READINGS


def keep_picture(home: Home, collection_id: str, image_webp: bytes) -> str:
    """Keep an upright page's picture and return its name: the SHA-256 of its bytes; raises DiskFull, HomeError."""
    name = hashlib.sha256(image_webp).hexdigest()
    write_whole(find_picture(home, collection_id, name), image_webp)
    return name


def find_picture(home: Home, collection_id: str, picture: str) -> Path:
    """Return where a picture of that name is."""
    return home.name_folder(collection_id) / "pictures" / f"{picture}.webp"


def load_changed(home: Home, collection_id: str) -> Mapping[tuple[str, int], str]:
    """Return by piece and page (from 0) the names of the pictures that stand in for the pages' own."""
    decisions = list_decisions(home, collection_id, (DecisionKind.CHANGE_PAGE, DecisionKind.CUT_ANEW))
    return {place: change.picture for place, change in collect_page_changes(decisions).items()}


def save_picture_reading(home: Home, collection_id: str, picture: str, fingerprint: str, written: str) -> None:
    """Keep what was read on a picture, as JSON of a Reading; raises UnknownCollection."""
    kept = {"fingerprint": fingerprint, "reading": written}
    statement = insert(PICTURE_READINGS).values(collection=collection_id, picture=picture, **kept)
    with writing(home.engine) as connection:
        connection.execute(statement.on_conflict_do_update(index_elements=["collection", "picture"], set_=kept))


def load_picture_readings(home: Home, collection_id: str) -> Mapping[str, tuple[str, str]]:
    """Return by picture the fingerprint of the engine that read it, and its reading as JSON."""
    with reading(home.engine) as connection:
        rows = connection.execute(select(PICTURE_READINGS).where(PICTURE_READINGS.c.collection == collection_id))
        return {row.picture: (row.fingerprint, row.reading) for row in rows}
