"""Bytes come in; a file that is either whole or not there goes out."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from pipeline.errors import DiskFull, HomeError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old one or the new one; raises DiskFull, HomeError."""
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        kind = DiskFull if error.errno == errno.ENOSPC else HomeError
        raise kind("A page image can't be kept in the home.") from error


def read_if_there(path: Path) -> bytes | None:
    """Return the file's bytes, or None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
