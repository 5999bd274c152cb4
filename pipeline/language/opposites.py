"""A word in, the sides that it takes out: big against small, open against closed, whatever the form of the word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

Side = tuple[int, int]
"""A pair of opposites by its number, and which of the two: 0 or 1."""

FEWEST_LETTERS = 3
_LIST = Path(__file__).with_name("opposites.txt")
_ENDINGS = (
    ("ier", "y"),
    ("iest", "y"),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", "e"),
    ("ed", "e"),
    ("er", "e"),
    ("est", "e"),
    ("ily", "y"),
)
_PLAIN_ENDINGS = ("s", "es", "ed", "ing", "er", "est", "ly")


@cache
def find_sides(word: str) -> frozenset[Side]:
    """Return the sides of `word` (in lower case) and of its plain forms, as far as the list has them."""
    sides = _load_sides()
    return frozenset(side for form in (word, *_list_plain_forms(word)) for side in sides.get(form, ()))


def takes_side(word: str) -> bool:
    """Whether `word`, or a stem, is of degree or state and one of a pair: "faster" alone doesn't say what about."""
    return any(axis < _count_plain_pairs() for axis, _ in find_sides(word))


@cache
def _list_parts() -> list[list[str]]:
    """Return the pairs of each part of the list, as written there."""
    parts = _LIST.read_text(encoding="utf-8").split("\n\n")
    return [part.split() for part in parts if not part.startswith("#")]


def _count_plain_pairs() -> int:
    return len(_list_parts()[0])


@cache
def _load_sides() -> dict[str, frozenset[Side]]:
    found: dict[str, set[Side]] = {}
    for axis, pair in enumerate(pair for part in _list_parts() for pair in part):
        for side, words in enumerate(pair.split("/")):
            for word in words.split(","):
                found.setdefault(word, set()).add((axis, side))
    return {word: frozenset(taken) for word, taken in found.items()}


def _list_plain_forms(word: str) -> Iterator[str]:
    """Yield what `word` may be a form of: "heavier" of "heavy", "bigger" of "big", "raised" of "raise"."""
    for ending, letters in _ENDINGS:
        if word.endswith(ending):
            yield word.removesuffix(ending) + letters
    for ending in _PLAIN_ENDINGS:
        rest = word.removesuffix(ending)
        if rest == word or len(rest) < FEWEST_LETTERS:
            continue
        yield rest
        if rest[-1] == rest[-2] and len(rest) > FEWEST_LETTERS:
            yield rest[:-1]
