"""Files given through the browser come in; files under safe names in the class set's own folder go out.

A raw name that is a plain file name survives, for its stem tells which files belong together and stays on this machine.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from pipeline.errors import HomeError
from pipeline.intake.safenames import choose_name
from pipeline.store.files import name_failure
from pipeline.store.home import UPLOAD_FOLDER, Home


class GivenFile(Protocol):
    """What Streamlit hands over for each file: a name and its bytes."""

    name: str

    def getvalue(self) -> bytes:
        """Return the file's bytes."""
        ...


def keep_uploads(home: Home, collection_id: str, files: Sequence[GivenFile]) -> Path:
    """Write the files of one giving into a new folder of the class set, and return it.

    Raises DiskFull or HomeError where one of them can't be kept; then none is.
    """
    folder = home.name_uploads(collection_id) / secrets.token_hex(4)
    taken: set[str] = set()
    try:
        folder.mkdir(parents=True)
        for file in files:
            name = choose_name(file.name, taken)
            taken.add(name.casefold())
            (folder / name).write_bytes(file.getvalue())
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise name_failure(error, "The files could not be kept in the home folder.") from error
    return folder


def remove_uploads(home: Home, folder: Path) -> None:
    """Remove a folder of uploads from the home; any other folder is the teacher's own and stays; raises HomeError."""
    if folder.is_relative_to(home.path / "collections") and folder.parent.name == UPLOAD_FOLDER:
        try:
            shutil.rmtree(folder)
        except FileNotFoundError:
            return
        except OSError as error:
            raise HomeError("The files given before could not be removed.") from error
