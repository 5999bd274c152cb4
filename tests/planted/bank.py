"""The text files in bank/ in, what students can say about a task out: ideas in many wordings, and all the rest."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BANK_PATH = Path(__file__).parent / "bank"
TASKS = ("dark_plant", "later_start", "plastic_bags", "red_kite")
SWAP_SHARE = 0.4

_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Bank:
    """A task and what is said about it. `ideas` are wordings by the idea's key; `own` belongs to single students."""

    task: str
    ideas: dict[str, tuple[str, ...]]
    own: tuple[str, ...]
    questions: tuple[str, ...]
    quotes: tuple[str, ...]
    openings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The words that make a way of writing, by family, and words that can stand for each other."""

    families: dict[str, tuple[str, ...]]
    swaps: tuple[tuple[str, ...], ...]


@cache
def load_bank(name: str) -> Bank:
    """Return the bank in NAME.toml; remarks that fit anywhere are added to what single students say."""
    told = tomllib.loads((BANK_PATH / f"{name}.toml").read_text(encoding="utf-8"))
    remarks = (BANK_PATH / "remarks.txt").read_text(encoding="utf-8").splitlines()
    return Bank(
        task=told["task"],
        ideas={idea["key"]: tuple(idea["phrasings"]) for idea in told["idea"]},
        own=(*told["own"], *remarks),
        questions=tuple(told["questions"]),
        quotes=tuple(told["quotes"]),
        openings=tuple((first, last) for first, last in told["openings"]),
    )


@cache
def load_ways() -> Ways:
    """Return what stands in ways.toml."""
    told = tomllib.loads((BANK_PATH / "ways.toml").read_text(encoding="utf-8"))
    swaps = tuple(tuple(one.split("|")) for one in told.pop("swaps"))
    return Ways({family: tuple(phrases) for family, phrases in told.items()}, swaps)


def word_anew(pattern: str, rng: random.Random) -> str:
    """Return `pattern` with one of each {alternatives|choices} taken and some words swapped for others that fit."""
    text = _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), pattern)
    for words in load_ways().swaps:
        present = [word for word in words if re.search(rf"\b{word}\b", text)]
        if present and rng.random() < SWAP_SHARE:
            text = re.sub(rf"\b{present[0]}\b", rng.choice(words), text, count=1)
    return text


@cache
def load_asides() -> tuple[str, ...]:
    """Return sentences about anything, written by people, no two of them alike: one student says one of them."""
    lines = (BANK_PATH / "asides.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


class Deck:
    """Sentences dealt one after the other, shuffled anew when all have been dealt: none comes up much more often.

    After `rounds` rounds (None: never) asides are dealt instead, so that no sentence of the deck is shared by chance.
    """

    def __init__(
        self, cards: tuple[str, ...], rng: random.Random, rounds: int | None = None, asides: Deck | None = None
    ) -> None:
        self._cards, self._rng, self._rounds, self._left = cards, rng, rounds, list[str]()
        self._asides = asides

    def deal(self) -> str:
        """Return the next sentence, worded anew."""
        if not self._left and self._rounds != 0:
            self._left = self._rng.sample(self._cards, len(self._cards))
            self._rounds = None if self._rounds is None else self._rounds - 1
        if self._left or self._asides is None:
            return word_anew(self._left.pop(), self._rng)
        return self._asides.deal()
