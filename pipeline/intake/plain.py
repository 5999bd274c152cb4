"""Bytes of a plain text file come in; whether they are text, and their characters, go out."""

from __future__ import annotations

import codecs
import re

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]")
_LEAST_ZERO_SHARE = 0.6


def is_plain_text(head: bytes) -> bool:
    """Whether a file that begins with `head` is text: it decodes, and no control characters stand in it."""
    try:
        return not _CONTROLS.search(decode_text(head, is_whole=False))
    except UnicodeDecodeError:
        return False


def decode_text(content: bytes, *, is_whole: bool = True) -> str:
    """Return the characters of `content`: UTF-16 where a mark or zero bytes say so, else UTF-8, else Windows-1252.

    Where `content` is only the beginning of a file (`is_whole` false) a character cut in two at its end is left out.
    Raises UnicodeDecodeError where it is none of these.
    """
    try:
        return codecs.getincrementaldecoder(_find_encoding(content))("strict").decode(content, final=is_whole)
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _find_encoding(content: bytes) -> str:
    if content.startswith(_UTF16_MARKS):
        return "utf-16"
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = content[start::2], content[1 - start :: 2]
        if zeros.count(0) > _LEAST_ZERO_SHARE * len(content) / 2 and not others.count(0):
            return encoding
    return "utf-8"
