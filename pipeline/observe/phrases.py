"""Words and a family of phrases in, the places of those phrases out, also where one letter was misread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.language.words import WordAt, is_known_word
from pipeline.observe import lexicon

FEWEST_LETTERS = 6
"""Shorter words have too many neighbours one letter away."""

_MENDABLE = tuple(
    sorted(
        {word for family in lexicon.ALL for phrase in family for word in phrase.split() if len(word) >= FEWEST_LETTERS}
    )
)


@lru_cache(maxsize=65536)
def mend_word(word: str) -> str:
    """Return the word of our phrases that `word` is one edit away from, else `word` itself.

    One edit is a letter missing, added, changed, or two neighbours swapped (Damerau 1964). A word that is known stands
    as it is: "through" is not a misread "though".
    """
    if len(word) < FEWEST_LETTERS - 1 or is_known_word(word):
        return word
    return next((target for target in _MENDABLE if is_one_edit(word, target)), word)


def is_one_edit(word: str, target: str) -> bool:
    """Whether `word` turns into `target` by one edit: a letter missing, added, changed, or two neighbours swapped."""
    if abs(len(word) - len(target)) > 1 or word == target:
        return False
    same = next((k for k, (a, b) in enumerate(zip(word, target, strict=False)) if a != b), min(len(word), len(target)))
    left, right = word[same:], target[same:]
    if len(word) != len(target):
        return left[1:] == right or left == right[1:]
    return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])


@lru_cache(maxsize=256)
def _index(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda each: (-len(each.split()), each)):
        index.setdefault(phrase.split()[0], []).append(tuple(phrase.split()))
    return index


def find_phrases(words: Sequence[WordAt], phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return (first, past) word positions of `phrases` in `words`, the longest at each place, none overlapping."""
    index = _index(phrases)
    found: list[tuple[int, int]] = []
    place = 0  # where the next phrase may begin
    for at, word in enumerate(words):
        length = _match(words, at, index) if at >= place and word.text in index else 0
        if length:
            place = at + length
            found.append((at, place))
    return found


def _match(words: Sequence[WordAt], place: int, index: dict[str, list[tuple[str, ...]]]) -> int:
    for phrase in index[words[place].text]:
        if tuple(word.text for word in words[place : place + len(phrase)]) == phrase:
            return len(phrase)
    return 0
