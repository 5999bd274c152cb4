"""A text in, the text as a machine might read it out: letters taken for others, lost, doubled; spaces lost, put in.

Seven of ten misreadings take a letter for one that looks like it. A page is read better or worse than the next one.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

LOOKS_LIKE = {
    "a": "ouq", "b": "hl6", "c": "eo", "d": "cla", "e": "clo", "f": "tl", "g": "yq9", "h": "bnk", "i": "lj1", "j": "iy",
    "k": "hx", "l": "it1", "m": "nw", "n": "ruh", "o": "ac0", "p": "qn", "q": "gp", "r": "nv", "s": "5z", "t": "fl",
    "u": "vna", "v": "ur", "w": "um", "x": "kr", "y": "gj", "z": "2s",
}  # fmt: skip
LOOKALIKE_SHARE, LOST_SHARE, DOUBLED_SHARE = 0.7, 0.1, 0.1
WORST_PAGE, BEST_PAGE = 1.5, 0.5


@dataclass(frozen=True, slots=True)
class Misread:
    """`text` as read; `places` says where each character of the written text, and its end, came to stand."""

    text: str
    places: tuple[int, ...]

    def carry(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters [start, end) of the written text stand in the text as read."""
        return self.places[start], self.places[end]


def misread(text: str, cer: float, rng: random.Random) -> Misread:
    """Return `text` with about cer * len(text) characters misread; line breaks stay."""
    rate = cer * rng.uniform(BEST_PAGE, WORST_PAGE)
    read, places, length = [], [0], 0
    for char in text:
        is_kept = char == "\n" or rng.random() >= rate
        read.append(char if is_kept else _mistake(char, rng))
        length += len(read[-1])
        places.append(length)
    return Misread("".join(read), tuple(places))


def _mistake(char: str, rng: random.Random) -> str:
    kind = rng.random()
    if kind < LOOKALIKE_SHARE and char.lower() in LOOKS_LIKE:
        return rng.choice(LOOKS_LIKE[char.lower()])
    if kind < LOOKALIKE_SHARE + LOST_SHARE:
        return ""
    if kind < LOOKALIKE_SHARE + LOST_SHARE + DOUBLED_SHARE:
        return char * 2
    return "" if char == " " else f"{char} "
