"""A folder comes in; an open home goes out: its folder made, its database brought up to date."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from pipeline.errors import HomeLocked
from pipeline.store.deletion import finish_deletions
from pipeline.store.engine import make_engine
from pipeline.store.files import name_failure
from pipeline.store.migrate import migrate

DATABASE = "patternwork.db"
UPLOAD_FOLDER = "uploads"


@dataclass(frozen=True, slots=True)
class Home:
    """An open home: its folder and its database."""

    path: Path
    engine: Engine

    def find_folder(self, collection_id: str) -> Path:
        """Return the folder of one collection's files (made where it isn't there yet)."""
        folder = self.name_folder(collection_id)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def name_uploads(self, collection_id: str) -> Path:
        """Return where files given through the browser, and those of zips, are kept for one collection."""
        return self.name_folder(collection_id) / UPLOAD_FOLDER

    def name_folder(self, collection_id: str) -> Path:
        """Return where one collection's files are, whether there are any or not."""
        return self.path / "collections" / collection_id


def open_home(path: Path) -> Home:
    """Return the home in `path`, made and migrated where needed.

    Raises HomeError where the folder can't be used, HomeLocked, DiskFull, HomeTooNew.
    """
    folder = path.expanduser().absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # student work is for its teacher's eyes
    except OSError as error:
        raise name_failure(error, "The home folder can't be made.") from error
    home = Home(folder, make_engine(folder / DATABASE))
    migrate(home.engine)
    with contextlib.suppress(HomeLocked):  # then whoever holds it is at it, or the next opening is
        finish_deletions(home.engine, folder)
    return home
