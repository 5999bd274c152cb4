"""A class set's folder of unpacked zips comes in; those that no page of the set comes from are gone afterwards."""

from __future__ import annotations

import re
import shutil

from sqlalchemy import select

from pipeline.errors import HomeError
from pipeline.store.engine import reading
from pipeline.store.home import Home
from pipeline.store.names import read_path
from pipeline.store.tables import PAGES

_UNPACKED = re.compile(r".+-[0-9a-f]{10}(?:\.[0-9a-f]{8}\.part)?")


def remove_unused(home: Home, collection_id: str) -> None:
    """Remove unpacked zips that were never read, and what an unpacking cut short has left; raises HomeError.

    Whoever needs one of them later unpacks it again.
    """
    folder = home.name_uploads(collection_id)
    if not folder.is_dir():
        return
    query = select(PAGES.c.source).where(PAGES.c.collection == collection_id)
    with reading(home.engine) as connection:
        sources = [read_path(source) for source in connection.execute(query).scalars()]
    used = {source.relative_to(folder).parts[0] for source in sources if source.is_relative_to(folder)}
    for unpacked in folder.iterdir():
        if _UNPACKED.fullmatch(unpacked.name) and unpacked.name not in used:
            try:
                shutil.rmtree(unpacked)
            except OSError as error:
                raise HomeError("The files of a zip could not be removed.") from error
