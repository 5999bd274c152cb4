"""A name from elsewhere (a browser, a zip) comes in; a plain, safe file name, the same where it is safe, goes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection as Names

LONGEST_NAME_BYTES = 200
_LONGEST_ENDING_BYTES = 20
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def choose_name(raw: str, taken: Names[str]) -> str:
    """Return a safe file name for `raw`, the same where it is safe already, and none that is `taken` (case-folded)."""
    name = clean_name(raw)
    stem, dot, ending = name.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (name, "")
    count = 2
    while name.casefold() in taken:
        name = f"{stem} ({count}){ending}"
        count += 1
    return name


def clean_name(raw: str) -> str:
    """Return `raw` as a plain file name: no folder, no sign that something would act on, 200 bytes at most."""
    base = unicodedata.normalize("NFC", raw.replace("\\", "/").rsplit("/", 1)[-1])
    name = _FORBIDDEN.sub("_", base).strip(" .")
    if not name or _RESERVED.match(name):
        name = f"file_{name}"
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending.encode()) > _LONGEST_ENDING_BYTES:  # then it is no ending
        stem, dot, ending = name, "", ""
    room = LONGEST_NAME_BYTES - len((dot + ending).encode())
    return stem.encode()[:room].decode(errors="ignore") + dot + ending
