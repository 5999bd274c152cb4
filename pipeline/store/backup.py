"""A home and a passphrase come in; one encrypted file that holds the whole home, as it was at one moment, goes out."""

from __future__ import annotations

import io
import json
import os
import re
import secrets
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from pipeline.errors import HomeLocked, InputError
from pipeline.store.collections import list_collections
from pipeline.store.deletion import COPY_FOLDER
from pipeline.store.engine import reading
from pipeline.store.files import name_failure
from pipeline.store.home import DATABASE, Home
from pipeline.store.names import write_path
from pipeline.store.sealed import seal

MANIFEST = "backup.json"
FEWEST_SIGNS = 8
_HELD_BYTES = 16_000_000
_LIVE = {DATABASE, *(f"{DATABASE}-{part}" for part in ("wal", "shm", "journal"))}
_HALF_WRITTEN = re.compile(r".*\.[0-9a-f]{8}\.part")  # store/files.py and intake/unpack.py name them so


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What was backed up: class sets, files (the database among them) and bytes before encryption."""

    collections: int
    files: int
    content_bytes: int


def back_up(home: Home, file: Path, passphrase: str) -> BackupSummary:
    """Write the whole home into the new file at `file`, locked by the passphrase, while others read and decide.

    The database is copied by SQLite's online backup first (sqlite.org/backup.html) and files after it: a page's image
    is always there before its row. Links are not followed, and nothing outside the home is read. The file appears whole
    or not at all. Raises InputError, HomeError, HomeLocked where a class set was deleted meanwhile, DiskFull.
    """
    check_backup(home, file)
    _check_passphrase(passphrase)
    part = file.with_name(f"{file.name}.{secrets.token_hex(4)}.part")
    try:
        before = {collection.id for collection in list_collections(home)}
        with _copy_database(home) as database:
            packer = _Packer(home, database)
            with open(part, "x+b", opener=_open_for_owner) as out:
                seal(out, passphrase, packer.pack)
                out.flush()
                os.fsync(out.fileno())
            if not before <= {collection.id for collection in list_collections(home)}:
                raise HomeLocked("A class set was deleted while the backup was made.", "Run the same command again.")
        part.rename(file)
    except OSError as error:
        raise name_failure(
            error, "The backup can't be written.", "Choose another place for it, with more room."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return BackupSummary(len(before), packer.files, packer.content_bytes)


def _open_for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)


def check_backup(home: Home, file: Path) -> None:
    """Raise InputError where a backup of the home can't be written to `file`."""
    if file.exists():
        raise InputError("There is a file of that name already.", "Choose another name; nothing was written.")
    if not file.absolute().parent.is_dir():
        raise InputError("The folder for the backup is not there.", "Make it, or choose another.")
    if file.absolute().resolve().is_relative_to(home.path.resolve()):
        raise InputError("A backup inside the home goes when the home goes.", "Choose another disk, or another folder.")


def _check_passphrase(passphrase: str) -> None:
    if len(passphrase) < FEWEST_SIGNS:
        raise InputError(
            f"The passphrase is shorter than {FEWEST_SIGNS} signs.", "Take four or five words nobody would guess."
        )


@contextmanager
def _copy_database(home: Home) -> Iterator[Path]:
    """Give a copy of the database as it is now, inside the home, gone afterwards."""
    folder = home.path / f"{COPY_FOLDER}{secrets.token_hex(4)}"
    copy = folder / DATABASE
    try:
        folder.mkdir(mode=0o700)
        with reading(home.engine) as connection, closing(sqlite3.connect(copy)) as target:
            connection.rollback()
            source: Any = connection.connection.driver_connection
            source.backup(target)
        yield copy
    finally:
        for path in (*folder.glob("*"), folder):
            with suppress(OSError):
                path.unlink() if path.is_file() else path.rmdir()


class _Packer:
    """Packs a home into a tar, and counts what it packed."""

    def __init__(self, home: Home, database: Path) -> None:
        self._home, self._database = home, database
        self.files = 0
        self.content_bytes = 0

    def pack(self, out: IO[bytes]) -> None:
        """Write the tar: what it is, the database's copy, then every file of the home."""
        manifest = {"home": write_path(self._home.path)}
        with tarfile.open(fileobj=out, mode="w|", format=tarfile.PAX_FORMAT) as packed:
            _add_bytes(packed, MANIFEST, json.dumps(manifest).encode())
            self._add(packed, self._database, DATABASE)
            for path in _list_files(self._home.path):
                self._add(packed, path, path.relative_to(self._home.path).as_posix())

    def _add(self, packed: tarfile.TarFile, path: Path, name: str) -> None:
        """Add a file; one just removed is left out, and small ones are read first, since somebody may write to them."""
        try:
            size = path.stat().st_size
            if size <= _HELD_BYTES:
                size = _add_bytes(packed, name, path.read_bytes())
            else:
                with path.open("rb") as file:
                    packed.addfile(_describe(name, size), file)
        except FileNotFoundError:
            return
        self.files += 1
        self.content_bytes += size


def _list_files(folder: Path) -> Iterator[Path]:
    """Yield the regular files of a home but the live database, links, and what is only half written."""
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or path.name.startswith(COPY_FOLDER) or _HALF_WRITTEN.fullmatch(path.name):
            continue
        if path.is_dir():
            yield from _list_files(path)
        elif path.is_file() and path.name not in _LIVE:
            yield path


def _add_bytes(packed: tarfile.TarFile, name: str, content: bytes) -> int:
    packed.addfile(_describe(name, len(content)), io.BytesIO(content))
    return len(content)


def _describe(name: str, size: int) -> tarfile.TarInfo:
    """Return a header with a name and a size: no owner, no time, nothing of this machine."""
    header = tarfile.TarInfo(name)
    header.size, header.mode = size, 0o600
    return header
