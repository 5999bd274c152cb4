"""Files given through the browser come in; files under safe names in the class set's own folder go out.

A raw name that is a plain file name survives, for its stem tells which files belong together and stays on this machine.
"""

from __future__ import annotations

import errno
import re
import secrets
import shutil
import unicodedata
from collections.abc import Collection as Names
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from pipeline.errors import DiskFull, HomeError
from pipeline.store.home import Home

UPLOAD_FOLDER = "uploads"
LONGEST_NAME_BYTES = 200
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


class GivenFile(Protocol):
    """What Streamlit hands over for each file: a name and its bytes."""

    name: str

    def getvalue(self) -> bytes:
        """Return the file's bytes."""
        ...


def keep_uploads(home: Home, collection_id: str, files: Sequence[GivenFile]) -> Path:
    """Write the files of one giving into a new folder of the class set, and return it; raises DiskFull, HomeError."""
    folder = home.find_folder(collection_id) / UPLOAD_FOLDER / secrets.token_hex(4)
    taken: set[str] = set()
    try:
        folder.mkdir(parents=True)
        for file in files:
            name = choose_name(file.name, taken)
            taken.add(name.casefold())
            (folder / name).write_bytes(file.getvalue())
    except OSError as error:
        kind = DiskFull if error.errno == errno.ENOSPC else HomeError
        raise kind("The files could not be kept in the home folder.") from error
    return folder


def remove_uploads(home: Home, folder: Path) -> None:
    """Remove a folder of uploads from the home; any other folder is the teacher's own and stays; raises HomeError."""
    if folder.is_relative_to(home.path / "collections") and folder.parent.name == UPLOAD_FOLDER:
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise HomeError("The files given before could not be removed.") from error


def choose_name(raw: str, taken: Names[str]) -> str:
    """Return a safe file name for `raw`, the same where it is safe already, and none that is `taken` (case-folded)."""
    name = clean_name(raw)
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (name, "")
    count = 2
    while name.casefold() in taken:
        name = f"{stem} ({count}){ending}"
        count += 1
    return name


def clean_name(raw: str) -> str:
    """Return `raw` as a plain file name: no folder, no sign that something would act on, 200 bytes at most."""
    base = unicodedata.normalize("NFC", raw.replace("\\", "/").rsplit("/", 1)[-1])
    name = _FORBIDDEN.sub("_", base).strip(" .")
    if not name or _RESERVED.match(name):
        name = f"file_{name}"
    stem, dot, ending = name.rpartition(".")
    if not stem:
        stem, dot, ending = name, "", ""
    room = LONGEST_NAME_BYTES - len((dot + ending).encode())
    return stem.encode()[:room].decode(errors="ignore") + dot + ending
