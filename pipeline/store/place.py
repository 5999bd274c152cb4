"""A home's folder comes in; how large it is, and what is unwise about the place it lies in, go out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import psutil

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "box-box": "Box",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "drivefs": "Google Drive",
    "my drive": "Google Drive",
    "shared drives": "Google Drive",
    "mobile documents": "iCloud",
    "icloud": "iCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "icloudstorage": "iCloud",
}
_NETWORK_FILE_SYSTEMS = {
    *("nfs", "nfs3", "nfs4", "cifs", "smbfs", "smb2", "smb3", "afpfs", "webdav", "davfs", "ncpfs"),
    *("glusterfs", "ceph", "lustre", "beegfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse"),
    *("fuse.onedriver", "fuse.google-drive-ocamlfuse"),
}


@dataclass(frozen=True, slots=True)
class Mount:
    """A disk as the system has it: where, of which kind, with which options (comma-separated)."""

    place: str
    kind: str
    options: str = ""


@dataclass(frozen=True, slots=True)
class HomeSize:
    """How many files a home holds, and their bytes."""

    files: int
    kept_bytes: int


def find_home_warnings(path: Path) -> tuple[str, ...]:
    """Return what is unwise about this place, in sentences: a synced folder, a network drive."""
    found = [Mount(disk.mountpoint, disk.fstype, disk.opts) for disk in psutil.disk_partitions(all=True)]
    return warn_of_place(path.expanduser().absolute(), found)


def warn_of_place(folder: PurePath, mounts: Sequence[Mount]) -> tuple[str, ...]:
    """Return what is unwise about an absolute folder of a computer with these mounts, in sentences."""
    names = [part.lower() for part in folder.parts]
    services = sorted({service for key, service in _SYNCED.items() if any(_is_called(name, key) for name in names)})
    warnings = [
        f"This folder is synced by {service}: student work would leave this computer, and the database can break."
        for service in services
    ]
    if _is_on_network(folder, mounts):
        warnings.append("This folder is on a network drive: others may see it, and the database can break there.")
    return tuple(warnings)


def measure_home(path: Path) -> HomeSize:
    """Return how much a home holds; links are not followed, and what goes away meanwhile is not counted."""
    files = kept_bytes = 0
    for folder, _, names in os.walk(path):
        for name in names:
            try:
                kept_bytes += os.lstat(os.path.join(folder, name)).st_size  # noqa: PTH118 os.walk gives strings
            except OSError:
                continue
            files += 1
    return HomeSize(files, kept_bytes)


def _is_called(name: str, service: str) -> bool:
    """Whether a folder is a service's own, such as "OneDrive - Lincoln School" or "Dropbox (Personal)"."""
    return name == service or name.startswith((f"{service} -", f"{service}-", f"{service} ("))


def _is_on_network(folder: PurePath, mounts: Sequence[Mount]) -> bool:
    holding = [mount for mount in mounts if folder.is_relative_to(mount.place)]
    if not holding:
        return folder.drive.startswith("\\\\")
    mount = max(holding, key=lambda mount: len(mount.place))
    return mount.kind.lower() in _NETWORK_FILE_SYSTEMS or "remote" in mount.options.split(",")
