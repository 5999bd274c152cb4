"""Bytes and a path come in; a whole file goes out, or an error that says what to do: never half a file."""

from __future__ import annotations

import contextlib
import errno
import secrets
from pathlib import Path

from pipeline.errors import DiskFull, InputError


def write_whole(out: Path, content: bytes) -> None:
    """Write `content` to `out` in one step, so that a reader sees the old file or the new one.

    Raises DiskFull where there is no room and InputError where the place can't be written to.
    """
    beside = out.with_name(f".{secrets.token_hex(6)}.part")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(out)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise _explain(error) from error


def _explain(error: OSError) -> InputError | DiskFull:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull("There is no room left where the file should go.")
    return InputError(
        "The file can't be written there.",
        "Choose another place with --out; if the file is open in another program, close it first.",
    )
