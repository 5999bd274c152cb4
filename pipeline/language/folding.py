"""A sentence in, its words ready to be weighed out: phrases folded; denials, levels and numbers told apart."""

from __future__ import annotations

import re

from pipeline.language import STOP_WORDS, is_known_word, list_words
from pipeline.language.opposites import find_sides
from pipeline.language.stems import stem

NONE, SOME, ALL = 0, 2, 4
"""How much of all a word says, from none over some to all."""

SHORTEST_AFTER_UN = 4

_PHRASES = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), instead)
    for pattern, instead in (
        (r"no longer|no more|not any ?more", "not"),
        (r"no one", "nobody"),
        (r"can not", "cannot"),
        (r"hardly any|almost no|almost none|only some|only a few|just some|a few|very few", "few"),
        (r"^only", "few"),
        (r"not as (?:much|many)|fewer", "less"),
        (r"almost never|hardly ever|not often", "rarely"),
        (r"not only|no matter|at least|at most|at all|of course|in the end|each other|kind of", ""),
        (r"right (?=angle|triangle|now|after)|even (?=if|though|when|more|less)", ""),
        (r"(?:give|gives|gave|giving|take|takes|took|taking|fall|falls|fell) off", "release"),
        (r"(?:go|goes|went|going|burn|burns|burned|burnt) out", "off"),
        (r"(?:stay|stays|stayed|keep|keeps|kept|is|are|was|still) (?:shining|glowing|burning)", "lit"),
        (r"(go|goes|went|going|gone|move|moves|moved) up", r"\1 increase"),
        (r"(go|goes|went|going|gone|move|moves|moved) down", r"\1 decrease"),
    )
)
"""What several words say as one."""

_SCALE = """
    none,nobody,neither,never,nothing
    few,rarely,seldom
    some,several,sometimes,half
    most,many,mostly,usually,often,lots
    all,every,each,everyone,everybody,everything,both,always,entire
"""
LEVELS = {word: level for level, words in enumerate(_SCALE.split()) for word in words.split(",")}
"""Words by how much of all, or how often, they say: NONE to ALL."""

_NEGATIONS = frozenset(
    """
    not no cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt hasnt havent aint
    without nor hardly barely
    """.split()  # noqa: SIM905 - a list to read
)
LIGHT_VERBS = frozenset(
    """
    stay stays stayed go goes went going keep keeps kept become becomes became turn turns turned remain remains remained
    able allowed want wants think thinks really still
    """.split()  # noqa: SIM905 - a list to read
)
CONNECTIVES = frozenset("because and but when if while so since although then that which".split())  # noqa: SIM905
_AFTER_A_STATE = CONNECTIVES | {"even", "or", "as", "after", "before"}
_NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split(), start=2)}


def list_folded(text: str) -> list[str]:
    """Return the words of `text` in lower case, phrases that say one thing folded into a word."""
    line = " ".join(list_words(text))
    for pattern, instead in _PHRASES:
        line = pattern.sub(instead, line)
    return line.split()


def is_negation(word: str) -> bool:
    """Whether `word` (in lower case) denies what follows."""
    return word in _NEGATIONS or word.endswith("n't")


def find_level(word: str, before: str) -> set[int]:
    """Return the level of `word` as a set of one, or none; "not all" is some."""
    level = LEVELS.get(word)
    if level is None:
        return set()
    return {SOME} if level == ALL and is_negation(before) else {level}


def is_preposition(word: str, after: str) -> bool:
    """Whether `word` is an "on" that leads to something, not one that says what the lamp is."""
    return word == "on" and bool(after) and after not in _AFTER_A_STATE


def lessens(word: str, after: str) -> bool:
    """Whether "less" denies the next word ("less dense", "less water") and doesn't stand for itself ("swings less")."""
    return word == "less" and bool(after) and after not in STOP_WORDS


def take_er_off(word: str, after: str) -> str:
    """Return "dens" for the "denser" of "denser than": it is stemmed like "dense"."""
    return word.removesuffix("er") if after == "than" and word.endswith("er") else word


def take_un_off(word: str) -> tuple[str, bool]:
    """Return the word without "un" and whether it had one: "unfriendly" denies "friendly", "uncle" denies nothing."""
    rest = word.removeprefix("un")
    is_un = rest != word and len(rest) >= SHORTEST_AFTER_UN and is_known_word(rest)
    return (rest, True) if is_un else (word, False)


def name_word(word: str) -> str:
    """Return what stands for `word` in the order of a sentence: its pair of opposites by number, else its stem."""
    sides = find_sides(word)
    return str(min(axis for axis, _ in sides)) if sides else stem(word)
