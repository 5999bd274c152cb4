"""Bytes come in; a file that is either whole or not there goes out."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from pipeline.errors import DiskFull, HomeError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def name_failure(error: OSError, message: str, hint: str = "") -> HomeError:
    """Return the error to raise for the system's: DiskFull where there is no room left, else HomeError."""
    return (DiskFull if error.errno in _NO_ROOM else HomeError)(message, hint)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one; raises DiskFull, HomeError."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")  # two may write the same thumbnail at once
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _settle(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise name_failure(error, "A page image can't be kept in the home.") from error


def _settle(folder: Path) -> None:
    """Write the folder's list of names through to the disk, so that the new name outlives a power cut."""
    if os.name == "nt":
        return  # Windows opens no folders
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_if_there(path: Path) -> bytes | None:
    """Return the file's bytes, or None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
