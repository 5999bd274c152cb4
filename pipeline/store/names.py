"""Names of files come in as the system gives them, also such as are no text; text that the database takes goes out."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes


def write_path(path: Path) -> str:
    """Return a path as text that read_path turns back into the same path, byte for byte (percent-encoded, RFC 3986)."""
    return quote_from_bytes(os.fsencode(path), safe="/:\\ ")


def read_path(written: str) -> Path:
    """Return the path that write_path wrote."""
    return Path(os.fsdecode(unquote_to_bytes(written)))


def write_name(name: str) -> str:
    """Return a file's name as valid text: bytes that are no text are written out."""
    return name.encode("utf-8", "backslashreplace").decode()
