"""A folder comes in; an open home goes out: its folder made, its database brought up to date, unwise places said."""

from __future__ import annotations

import contextlib
import errno
from dataclasses import dataclass
from pathlib import Path

import psutil
from sqlalchemy import Engine

from pipeline.errors import DiskFull, HomeError, HomeLocked
from pipeline.store.deletion import finish_deletions
from pipeline.store.engine import make_engine
from pipeline.store.migrate import migrate

DATABASE = "patternwork.db"
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "icloud drive": "iCloud",
    "icloudstorage": "iCloud",
}
_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs3", "nfs4", "cifs", "smbfs", "smb2", "smb3", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.rclone"}
)


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
        kind = DiskFull if error.errno == errno.ENOSPC else HomeError
        raise kind("The home folder can't be made.") from error
    home = Home(folder, make_engine(folder / DATABASE))
    migrate(home.engine)
    with contextlib.suppress(HomeLocked):  # then whoever holds it is at it, or the next opening is
        finish_deletions(home.engine, folder)
    return home


def find_home_warnings(path: Path) -> tuple[str, ...]:
    """Return what is unwise about this place, in sentences: a synced folder, a network drive."""
    folder = path.expanduser().absolute()
    names = [part.lower() for part in folder.parts]
    services = sorted({service for key, service in _SYNCED.items() if any(_is_called(name, key) for name in names)})
    warnings = [
        f"This folder is synced by {service}: student work would leave this computer, and the database can break."
        for service in services
    ]
    if _is_on_network(folder):
        warnings.append("This folder is on a network drive: others may see it, and the database can break there.")
    return tuple(warnings)


def _is_called(name: str, service: str) -> bool:
    """Whether a folder is a service's own, such as "OneDrive - Lincoln School" or "Dropbox (Personal)"."""
    return name == service or name.startswith((f"{service} -", f"{service}-", f"{service} ("))


def _is_on_network(folder: Path) -> bool:
    mounts = [mount for mount in psutil.disk_partitions(all=True) if folder.is_relative_to(mount.mountpoint)]
    if not mounts:
        return folder.drive.startswith("\\\\")
    mount = max(mounts, key=lambda mount: len(mount.mountpoint))
    return mount.fstype.lower() in _NETWORK_FILE_SYSTEMS or "remote" in mount.opts.split(",")
