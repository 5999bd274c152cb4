"""A folder comes in; an open home goes out: its folder made, its database brought up to date, unwise places said."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

import psutil
from sqlalchemy import Engine

from pipeline.errors import DiskFull, HomeError
from pipeline.store.engine import make_engine
from pipeline.store.migrate import migrate

DATABASE = "patternwork.db"
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "icloud drive": "iCloud",
    "icloudstorage": "iCloud",
}
_NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smbfs", "smb3", "afpfs", "webdav", "davfs", "fuse.sshfs"})


@dataclass(frozen=True, slots=True)
class Home:
    """An open home: its folder and its database."""

    path: Path
    engine: Engine

    def find_folder(self, collection_id: str) -> Path:
        """Return the folder of one collection's files (made where it isn't there yet)."""
        folder = self.path / "collections" / collection_id
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def open_home(path: Path) -> Home:
    """Return the home in `path`, made and migrated where needed.

    Raises HomeError where the folder can't be used, HomeLocked, DiskFull, HomeTooNew.
    """
    folder = path.expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        kind = DiskFull if error.errno == errno.ENOSPC else HomeError
        raise kind("The home folder can't be made.") from error
    home = Home(folder, make_engine(folder / DATABASE))
    migrate(home.engine)
    return home


def find_home_warnings(path: Path) -> tuple[str, ...]:
    """Return what is unwise about this place, in sentences: a synced folder, a network drive."""
    folder = path.expanduser().absolute()
    names = [part.lower() for part in folder.parts]
    services = sorted({_SYNCED[key] for key in _SYNCED for name in names if name == key or name.startswith(f"{key} -")})
    warnings = [
        f"This folder is synced by {service}: student work would leave this computer, and the database can break."
        for service in services
    ]
    if _find_file_system(folder) in _NETWORK_FILE_SYSTEMS:
        warnings.append("This folder is on a network drive: others may see it, and the database can break there.")
    return tuple(warnings)


def _find_file_system(folder: Path) -> str:
    mounts = [mount for mount in psutil.disk_partitions(all=True) if folder.is_relative_to(mount.mountpoint)]
    return max(mounts, key=lambda mount: len(mount.mountpoint)).fstype.lower() if mounts else ""
