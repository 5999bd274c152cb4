"""The bytes of a list come in; its text, whatever program wrote it, goes out."""

from __future__ import annotations

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ZEROS_SHARE = 0.2


def decode_list(content: bytes) -> str:
    """Return the text: UTF-8 or UTF-16 where it is, else Windows' Western European letters; it always comes back."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, errors="replace")
    if content.count(0) > _ZEROS_SHARE * len(content):
        return content.decode("utf-16-be" if content[:1] == b"\0" else "utf-16-le", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
