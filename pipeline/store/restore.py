"""A backup and its passphrase come in; a home that was not there before, whole and checked, goes out."""

from __future__ import annotations

import json
import secrets
import shutil
import tarfile
from pathlib import Path, PurePosixPath
from typing import IO

from sqlalchemy import select, update

from pipeline.errors import InputError
from pipeline.store.backup import MANIFEST
from pipeline.store.collections import list_collections
from pipeline.store.engine import reading, writing
from pipeline.store.files import name_failure
from pipeline.store.home import DATABASE, Home, open_home
from pipeline.store.names import write_path
from pipeline.store.sealed import name_damage, unseal
from pipeline.store.tables import PAGES, REFUSALS

_LOGS = "logs"
_CHUNK_BYTES = 1_000_000


def restore_home(file: Path, home: Path, passphrase: str) -> int:
    """Put the backed-up home into `home`, which must be empty or not there; return how many class sets it holds.

    All is unpacked beside it, checked, and moved into place in one step: a failed restore leaves nothing behind.
    Raises InputError (not empty, wrong passphrase, damaged, no backup), HomeTooNew, HomeError, DiskFull.
    """
    target = home.expanduser().absolute()
    check_restore(file, target)
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.restore")
    try:
        part.mkdir(mode=0o700, parents=True)
        with _open(file) as sealed:
            unseal(sealed, passphrase, lambda stream: _unpack(stream, part))
        count = _check(part, target)
        if target.exists():
            shutil.rmtree(target)  # nothing but its own logs are in it
        part.rename(target)
    except OSError as error:
        raise name_failure(error, "The home can't be written there.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return count


def check_restore(file: Path, target: Path) -> None:
    """Raise InputError where `file` is not there, or something is where the home would be."""
    if not file.is_file():
        raise InputError("There is no such backup.", "Check its path and try again.")
    if target.is_dir() and not {path.name for path in target.iterdir()} - {_LOGS}:
        return
    if target.exists() or target.is_symlink():
        raise InputError("There is a home already, and no restore writes over one.", "Give a new folder with --home.")


def _open(file: Path) -> IO[bytes]:
    try:
        return file.open("rb")
    except OSError as error:
        raise InputError("The backup can't be opened.", "Check its path and try again.") from error


def _unpack(stream: IO[bytes], folder: Path) -> None:
    """Write every file of the stream under `folder`. Raises InputError where it is no home's."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as packed:
            for member in packed:
                _write(packed, member, folder)
    except tarfile.TarError as error:
        raise name_damage() from error


def _write(packed: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    place = PurePosixPath(member.name)
    content = packed.extractfile(member) if member.isreg() else None
    if content is None or place.is_absolute() or ".." in place.parts:
        raise name_damage()  # we never write such a one
    path = folder.joinpath(*place.parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as out:
        shutil.copyfileobj(content, out, _CHUNK_BYTES)


def _check(part: Path, target: Path) -> int:
    """Open what was unpacked as a home, sound and of a version we know, and tell its pages where they will be."""
    manifest, database = part / MANIFEST, part / DATABASE
    if not manifest.is_file() or not database.is_file():
        raise name_damage()
    old = str(json.loads(manifest.read_text(encoding="utf-8"))["home"])
    manifest.unlink()
    home = open_home(part)
    with reading(home.engine) as connection:
        if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
            raise name_damage()
    _move_sources(home, old, write_path(target))
    return len(list_collections(home))


def _move_sources(home: Home, old: str, new: str) -> None:
    """Files inside the old home, and what couldn't be opened there, are the same files in the new one."""
    with writing(home.engine) as connection:
        for table in (PAGES, REFUSALS):
            for row in connection.execute(select(table.c.id, table.c.source)).all():
                rest = row.source.removeprefix(old)
                if rest != row.source and rest[:1] in ("/", "\\"):
                    inside = rest.replace("\\", "/") if "\\" in old else rest
                    connection.execute(update(table).where(table.c.id == row.id).values(source=new + inside))
