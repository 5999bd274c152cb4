"""Groups of passages in, a suggested name for each out: a short phrase a student wrote, that sets the group apart.

Words are weighed by how many of the group's pieces use them against how many of the others do (in the manner of
class-based TF-IDF, Grootendorst 2022), the task's own words left out; the phrase is a clause of a central passage.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.find.content import find_content, stem
from pipeline.language import STOP_WORDS, find_words, is_known_word
from pipeline.records.patterns import Passage

MOST_WORDS, FEWEST_WORDS = 8, 3
CENTRAL_PASSAGES = 6
RANK_COST = 0.08
STRETCH_FACTOR = 0.6
"""A stretch out of a longer clause reads worse than a whole one."""

UNKNOWN_FACTOR = 0.4
"""A clause with a word no list knows is probably misread, and hard to read aloud."""

_SMOOTHING = 0.08
_EDGES = " .,;:!?\"'\u2019\u201c\u201d-"
_BREAK = re.compile(r"[,;:.!?()\"\u201c\u201d\u2014]+\s|\s+-\s+")
_CONNECTIVES = frozenset(
    {
        "and",
        "but",
        "so",
        "then",
        "because",
        "however",
        "also",
        "when",
        "if",
        "while",
        "although",
        "since",
        "which",
        "or",
    }
)


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """What a name is made from: the group's passages, the most central first."""

    passages: tuple[Passage, ...]


def suggest_names(groups: Sequence[NamedGroup], passages: Sequence[Passage], task_stems: frozenset[str]) -> list[str]:
    """Return one name a group, no two the same; `passages` are all of the class set."""
    stems = {passage: frozenset(find_content(passage.text, task_stems)) for passage in passages}
    taken: set[str] = set()
    names = []
    for group in groups:
        weights = weigh_words(group.passages, stems)
        name = _choose_name(group, weights, taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def weigh_words(group: Sequence[Passage], stems: dict[Passage, frozenset[str]]) -> dict[str, float]:
    """Return how much each stem of `group` sets it apart, 0 and up: its share of pieces inside against outside."""
    inside = {passage.piece for passage in group}
    within, without = Counter[str](), Counter[str]()
    belongs = set(group)
    for passage, words in stems.items():
        (within if passage in belongs else without).update(words)
    others = max(len(stems) - len(belongs), 1)
    weights = {}
    for word, count in within.items():
        share = min(count / len(inside), 1.0)
        weights[word] = max(share * math.log((share + _SMOOTHING) / (without[word] / others + _SMOOTHING)), 0.0)
    return weights


def tell_apart(names: Sequence[str]) -> list[str]:
    """Return `names` with a number after each that was there before."""
    seen = Counter[str]()
    told = []
    for name in names:
        seen[name.casefold()] += 1
        again = seen[name.casefold()]
        told.append(name if again == 1 else f"{name} ({again})")
    return told


def _choose_name(group: NamedGroup, weights: dict[str, float], taken: set[str]) -> str:
    scored = [
        (round(_score_clause(clause, weights) * (1 - RANK_COST * rank) * factor, 6), f"\u201c{clause}\u201d")
        for rank, passage in enumerate(group.passages[:CENTRAL_PASSAGES])
        for finder, factor in ((find_clauses, 1.0), (find_stretches, STRETCH_FACTOR))
        for clause in finder(passage.text)
    ]
    for score, name in sorted(scored, key=lambda one: (-one[0], one[1])):
        if score > 0 and name.casefold() not in taken:
            return name
    return _name_by_words(weights, taken)


def _name_by_words(weights: dict[str, float], taken: set[str]) -> str:
    words = [word for word, _ in sorted(weights.items(), key=lambda one: (-one[1], one[0]))]
    for count in range(3, len(words) + 1):
        name = "about " + ", ".join(words[:count])
        if name.casefold() not in taken:
            return name
    return f"group {len(taken) + 1}"


def _score_clause(clause: str, weights: dict[str, float]) -> float:
    words = find_words(clause)
    told = {stem(word.text) for word in words}
    is_doubtful = any(not is_known_word(word.text) and not word.text.isdigit() for word in words)
    factor = UNKNOWN_FACTOR if is_doubtful else 1.0
    return factor * sum(weights.get(one, 0.0) for one in told) / math.sqrt(len(words))


def find_clauses(text: str) -> Iterator[str]:
    """Yield clauses of FEWEST_WORDS to MOST_WORDS words of `text`, cut where one would draw breath."""
    for words in _cut_at_breaths(text):
        if FEWEST_WORDS <= len(words) <= MOST_WORDS:
            yield " ".join(words).strip(_EDGES)


def find_stretches(text: str) -> Iterator[str]:
    """Yield stretches of at most MOST_WORDS words of the longer clauses of `text`, no stop word at a cut edge."""
    for words in _cut_at_breaths(text):
        for first in range(len(words) - MOST_WORDS + 1 if len(words) > MOST_WORDS else 0):
            part = words[first : first + MOST_WORDS]
            while first > 0 and part and part[0].lower() in STOP_WORDS:
                part = part[1:]
            while first + MOST_WORDS < len(words) and part and part[-1].lower() in STOP_WORDS:
                part = part[:-1]
            if len(part) >= FEWEST_WORDS:
                yield " ".join(part).strip(_EDGES)


def _cut_at_breaths(text: str) -> Iterator[list[str]]:
    for part in _BREAK.split(" ".join(text.split()) + " "):
        words = part.split()
        cuts = [at for at, word in enumerate(words) if word.lower() in _CONNECTIVES and at >= FEWEST_WORDS]
        for first, last in pairwise([0, *cuts, len(words)]):
            is_led = first < last and words[first].lower() in _CONNECTIVES
            yield words[first + is_led : last]
