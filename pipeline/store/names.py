"""Names of files, also such as are no text, and regions of pages come in; text that the database takes goes out."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from pipeline.records.work import Region


def write_path(path: Path) -> str:
    """Return a path as text that read_path turns back into the same path, byte for byte (percent-encoded, RFC 3986)."""
    return quote_from_bytes(os.fsencode(path), safe="/:\\ ")


def read_path(written: str) -> Path:
    """Return the path that write_path wrote."""
    return Path(os.fsdecode(unquote_to_bytes(written)))


def write_name(name: str) -> str:
    """Return a file's name as valid text: bytes that are no text are written out."""
    return name.encode("utf-8", "backslashreplace").decode()


def write_region(region: Region | None) -> str:
    """Return a region as text that read_region turns back into the same one, "" for a whole page."""
    return "" if region is None else " ".join(repr(share) for share in (region.x0, region.y0, region.x1, region.y1))


def read_region(written: str) -> Region | None:
    """Return the region that write_region wrote."""
    return Region(*map(float, written.split())) if written else None
