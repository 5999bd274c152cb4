"""A piece's content hash and the codes already given come in; a short, speakable code that tells no name goes out."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from itertools import count

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Without I, O and Q, which are misread for 1, 0 and O."""


def choose_code(content_sha256: str, taken: Collection[str]) -> str:
    """Return a free code such as "K07", the same for the same content and the same codes taken.

    Past 2,300 pieces codes grow by a digit.
    """
    digits = 2
    while len(taken) >= len(LETTERS) * 10**digits:
        digits += 1
    for attempt in count():
        number = int(hashlib.sha256(f"{content_sha256}:{attempt}".encode()).hexdigest(), 16)
        letter, rest = LETTERS[number % len(LETTERS)], number // len(LETTERS) % 10**digits
        code = f"{letter}{rest:0{digits}d}"
        if code not in taken:
            return code
    raise AssertionError
