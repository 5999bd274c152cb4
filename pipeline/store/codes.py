"""Codes already given come in, with a piece's content hash; a short, speakable code that tells no name goes out."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from itertools import count

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Without I, O and Q, which are misread for 1, 0 and O."""

SOUNDS, VOWELS = "BCDFGHJKLMNPRSTVWXYZ", "AEU"
_NEVER = {"FU"}


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


def choose_student_code(taken: Collection[str]) -> str:
    """Return a free code such as "KE7" for a student, drawn by lot: nothing about the student is in it.

    Two letters, so that it is never a piece's code. Codes grow by a digit when half of them are taken.
    """
    openings = [sound + vowel for sound in SOUNDS for vowel in VOWELS if sound + vowel not in _NEVER]
    digits = 1
    while len(taken) >= len(openings) * 10**digits / 2:
        digits += 1
    while True:
        code = f"{secrets.choice(openings)}{secrets.randbelow(10**digits):0{digits}d}"
        if code not in taken:
            return code
