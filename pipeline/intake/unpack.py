"""A zip and the files to unpack from it come in; those files, in one folder that is whole or not there, go out."""

from __future__ import annotations

import errno
import secrets
import shutil
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812  # an exception of zlib's own, named as one here

from pipeline.errors import DiskFull, HomeError
from pipeline.intake.entries import Entry

BROKEN_ENTRY = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ZlibError, EOFError)
_CHUNK_BYTES = 1_000_000
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_SPARE_BYTES = 50_000_000


def unpack_once(archive: zipfile.ZipFile, entries: Sequence[Entry], folder: Path) -> None:
    """Unpack `entries` into `folder`, unless it is there; a file that is damaged in the zip is left out.

    The folder appears whole or not at all. Raises DiskFull, HomeError.
    """
    if folder.exists():
        return
    part = folder.with_name(f"{folder.name}.{secrets.token_hex(4)}.part")
    try:
        part.mkdir(parents=True)
        _check_room(part, entries)
        for entry in entries:
            _unpack(archive, entry, part.joinpath(*entry.place))
        with suppress(FileExistsError):  # another process was quicker, with the same files
            part.rename(folder)
    except OSError as error:
        if folder.exists():
            return  # the same, as some systems say it
        kind = DiskFull if error.errno in _NO_ROOM else HomeError
        raise kind("The zip can't be unpacked in the home folder.") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _check_room(folder: Path, entries: Sequence[Entry]) -> None:
    needed_bytes = sum(entry.info.file_size for entry in entries) + _SPARE_BYTES
    if shutil.disk_usage(folder).free < needed_bytes:
        raise DiskFull("There is no room left to unpack the zip.")


def _unpack(archive: zipfile.ZipFile, entry: Entry, target: Path) -> None:
    """Write one file. zipfile gives no more bytes than the list declared, and checks their CRC-32 at the end."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with archive.open(entry.info) as source, target.open("xb") as out:
            shutil.copyfileobj(source, out, _CHUNK_BYTES)
    except BROKEN_ENTRY:
        target.unlink(missing_ok=True)
