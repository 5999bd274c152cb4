"""Groups of passages in, a suggested name for each out: a clause a teacher could read aloud, or two or three words.

Words are weighed by how many of the group's pieces use them against how many of the others do (in the manner of
class-based TF-IDF, Grootendorst 2022), the task's own words left out. A clause is quoted whole from a central passage,
and only where every word of it was surely read; else the group's own words name it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.find.clauses import find_clause_spans, is_hanging, is_speakable, open_clause
from pipeline.find.content import find_content, measure_special
from pipeline.find.trust import Trust
from pipeline.language import STOP_WORDS, find_words
from pipeline.language.stems import stem
from pipeline.records.patterns import Passage

CENTRAL_PASSAGES = 6
RANK_COST = 0.08
FEWEST_TOLD, MOST_TOLD = 2, 3
FEWEST_LETTERS = 3
LEAST_WEIGHT = 0.5
"""A further word is told when it weighs at least so much of the first."""

CLAUSE_SAYS = 1.0
"""A clause whose words weigh together at least so much of the heaviest says what the group says."""

TYPICAL_WEIGHT, FEWEST_TYPICAL = 0.25, 2
"""A clause with FEWEST_TYPICAL words that weigh this share of the heaviest says more than "it makes sense"."""

TELLING_FACTOR = 10.0
"""So many times a clause counts for saying what the group says, and as many for holding typical words enough."""

EVERYDAY = 0.3
"""What an everyday word weighs among the words that name a group: "moisture" says more of it than "new" or "know"."""

_SMOOTHING = 0.08
_RUN_ON = re.compile(r"[^\W\d_][.!?][^\W\d_]")
"""Two sentences read as one: the space between them is lost."""


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """What a name is made from: the group's passages, the most central first."""

    passages: tuple[Passage, ...]


def suggest_names(
    groups: Sequence[NamedGroup], passages: Sequence[Passage], task_stems: frozenset[str], trust: Trust
) -> list[str]:
    """Return one name a group, no two the same; `passages` are all of the class set."""
    stems = {passage: frozenset(find_content(passage.text, task_stems)) for passage in passages}
    taken: set[str] = set()
    names = []
    for group in groups:
        weights = weigh_words(group.passages, stems)
        name = _choose_name(group, weights, taken, trust)
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


def quote(words: str) -> str:
    """Return `words` on one line in quotation marks, the first letter small unless it is "I"."""
    line = " ".join(words.split())
    is_lowered = line[1:2].islower() or line[1:2] == " "
    keeps = line.split(" ")[0].split("'")[0].split("\u2019")[0] == "I"
    return f"\u201c{line[0].lower() + line[1:] if is_lowered and not keeps else line}\u201d"


def _choose_name(group: NamedGroup, weights: dict[str, float], taken: set[str], trust: Trust) -> str:
    scored = [
        (round(_score_clause(clause, weights) * (1 - RANK_COST * rank), 6), quote(clause))
        for rank, passage in enumerate(group.passages[:CENTRAL_PASSAGES])
        for clause in find_clauses(passage, trust)
    ]
    for score, name in sorted(scored, key=lambda one: (-one[0], one[1])):
        if score > 0 and name.casefold() not in taken:
            return name
    return _name_by_words(group, weights, taken, trust)


def find_clauses(passage: Passage, trust: Trust) -> Iterator[str]:
    """Yield the clauses of `passage` that read well alone and of which every word is sure."""
    for span in find_clause_spans(passage.text):
        if is_hanging(passage.text, *span):
            continue
        start, end = open_clause(passage.text, *span)
        if is_hanging(passage.text, start, end) or _RUN_ON.search(passage.text[start:end]):
            continue
        is_sure = trust.is_sure(
            passage.piece, " " * passage.start + passage.text, passage.start + start, passage.start + end
        )
        if is_sure and is_speakable(passage.text[start:end]):
            yield passage.text[start:end]


def _name_by_words(group: NamedGroup, weights: dict[str, float], taken: set[str], trust: Trust) -> str:
    forms = _find_forms(group, trust)
    told = {one: weights[one] * (EVERYDAY + min(measure_special(forms[one]), 1.0)) for one in weights if one in forms}
    ranked = sorted(told, key=lambda one: (-told[one], one))
    heavy = [one for one in ranked if told[one] >= LEAST_WEIGHT * told[ranked[0]]]
    for count in range(min(MOST_TOLD, max(len(heavy), FEWEST_TOLD)), len(ranked) + 1):
        name = ", ".join(forms[one] for one in ranked[:count])
        if name and name.casefold() not in taken:
            return name
    return f"group {len(taken) + 1}"


def _find_forms(group: NamedGroup, trust: Trust) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for passage in group.passages:
        text = " " * passage.start + passage.text
        for word in find_words(passage.text):
            place = passage.start + word.start, passage.start + word.end
            if (
                len(word.text) >= FEWEST_LETTERS
                and word.text not in STOP_WORDS
                and trust.is_sure(passage.piece, text, *place)
            ):
                counts.setdefault(stem(word.text), Counter())[word.text] += 1
    return {one: min(forms, key=lambda form: (-forms[form], form)) for one, forms in counts.items()}


def _score_clause(clause: str, weights: dict[str, float]) -> float:
    """Return how well `clause` says what sets a group apart; the most where its words together say it."""
    words = find_words(clause)
    told = [weights.get(one, 0.0) for one in {stem(word.text) for word in words}]
    heaviest = max(weights.values(), default=0.0)
    typical = sum(one >= TYPICAL_WEIGHT * heaviest > 0 for one in told)
    virtues = (typical >= FEWEST_TYPICAL) + (sum(told) >= CLAUSE_SAYS * heaviest)
    return sum(told) / math.sqrt(len(words)) * TELLING_FACTOR**virtues
