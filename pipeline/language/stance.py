"""A sentence in, its stance out: the sides it takes, what it affirms and denies, how much of all, numbers, order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.language import STOP_WORDS
from pipeline.language.folding import (
    ALL,
    CONNECTIVES,
    LEVELS,
    LIGHT_VERBS,
    NUMBERS,
    find_level,
    is_negation,
    is_preposition,
    lessens,
    list_folded,
    name_word,
    take_er_off,
    take_un_off,
)
from pipeline.language.opposites import Side, find_sides
from pipeline.language.stems import stem

NEGATION_REACH = 4
"""A denial reaches over so many words after it, and over no connective."""

_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|get|gets|got) (?:\w+ )?\w+(?:ed|en|t|n) by\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """A word that carries something: its stem, or the sides it takes; `turned_by` counts the denials, 0 for none."""

    stem: str
    sides: frozenset[Side]
    turned_by: int


@dataclass(frozen=True, slots=True)
class Stance:
    """What a sentence claims.

    `levels`: 0 none .. 4 all. `numbers`: (digits, word before, word after). `order`: stems and pairs of opposites as
    they come; `is_passive` where that is told from the other end.
    """

    claims: tuple[Claim, ...] = ()
    levels: frozenset[int] = frozenset()
    numbers: frozenset[tuple[str, str, str]] = frozenset()
    order: tuple[str, ...] = ()
    is_passive: bool = False


@dataclass(slots=True)
class _Hearing:
    """What was heard of a sentence so far; the last denial reaches over `waiting` more words."""

    claims: list[Claim] = field(default_factory=list)
    levels: set[int] = field(default_factory=set)
    numbers: set[tuple[str, str, str]] = field(default_factory=set)
    order: list[str] = field(default_factory=list)
    denials: int = 0
    waiting: int = 0

    def hear(self, word: str, before: str, after: str) -> None:
        """Take in `word`, which stands between two others ("" at the ends)."""
        self.levels |= find_level(word, before)
        self.waiting = 0 if word in CONNECTIVES else max(0, self.waiting - 1)
        if is_negation(word) or lessens(word, after):
            self._deny(1 if word == "less" else NEGATION_REACH, after)
        elif word.isdigit() or word in NUMBERS:
            self.numbers.add((NUMBERS.get(word, word), before, after))
        elif (word not in LEVELS or find_sides(word)) and not (word == "more" and lessens("less", after)):
            self._claim(word, after)

    def _deny(self, reach: int, after: str) -> None:
        if LEVELS.get(after) != ALL:
            self.denials += 1
            self.waiting = reach + 1

    def _claim(self, word: str, after: str) -> None:
        sides = frozenset[Side]() if is_preposition(word, after) else find_sides(word)
        plain, is_un = (word, False) if sides else take_un_off(take_er_off(word, after))
        if sides or (word not in STOP_WORDS and word not in LIGHT_VERBS):
            self.denials += is_un
            is_turned = (self.waiting > 0) != is_un
            self.claims.append(Claim("" if sides else stem(plain), sides, self.denials if is_turned else 0))
        self.order.append(name_word(word) if sides else stem(plain))


def find_stance(text: str) -> Stance:
    """Return the stance of `text`. A question takes none: whoever asks it may mean either."""
    if text.rstrip().endswith("?"):
        return Stance()
    words = list_folded(text)
    heard = _Hearing()
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        heard.hear(word, before, after)
    return Stance(
        claims=tuple(dict.fromkeys(heard.claims)),
        levels=frozenset(heard.levels),
        numbers=frozenset(heard.numbers),
        order=tuple(heard.order),
        is_passive=bool(_PASSIVE.search(" ".join(words))),
    )
