"""Ideas that share a term, and the phrases they come from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.find.order import sort_class_set
from pipeline.find.phrase_ideas import find_phrase_ideas, is_termed
from pipeline.find.phrases import draw_phrase_null, find_phrases, tabulate_phrases
from pipeline.records.patterns import Candidate, ClassSet
from pipeline.settings import FindingSettings

MakeClassSet = Callable[..., ClassSet]
SETTINGS = FindingSettings()
TASK = "Why did the water on the floor dry up?"
THINGS = (
    "sun",
    "wind",
    "tile",
    "carpet",
    "kitchen",
    "heater",
    "window",
    "puddle",
    "evening",
    "morning",
    "door",
    "dust",
)
OTHERS = ("a fan blew", "dogs drank it", "it sank in", "he stepped there", "salt fell", "they used towels")
READ_AS = ("surface area", "surface area", "surfoce area", "sur face area", "Surface\narea", "surface area")


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    """Twelve answers: six speak of the surface area (two of them misread), each of a thing of its own."""
    texts = {}
    for at, thing in enumerate(THINGS):
        told = f"it had a big {READ_AS[at]}" if at < 6 else OTHERS[at - 6]
        texts[f"K{at:02d}"] = f"The {thing} was there, and {told}."
    return texts


@pytest.fixture(scope="module")
def found(make_class_set: MakeClassSet, answers: dict[str, str]) -> tuple[Candidate, ...]:
    return find_phrase_ideas(sort_class_set(make_class_set(answers, TASK)), SETTINGS)


def test_a_shared_term_is_an_idea(found: tuple[Candidate, ...]) -> None:
    """All six pieces come back, misread ones too; it is reliable, named by the term, and first."""
    first = found[0]
    assert first.name == "\u201csurface area\u201d"
    assert {member.piece for member in first.members} == {f"K{at:02d}" for at in range(6)}
    assert first.is_reliable
    assert is_termed(first)


def test_the_clause_is_the_evidence(found: tuple[Candidate, ...], answers: dict[str, str]) -> None:
    """Every member shows the clause the term stands in, word for word; the misread ones are less clear."""
    for member in found[0].members:
        (shown,) = member.evidence
        assert answers[member.piece][shown.start : shown.end] == shown.quote
        assert shown.quote.startswith("and it had a big")
    strengths = {member.piece: member.strength for member in found[0].members}
    assert strengths["K00"] > strengths["K02"]


def test_nothing_is_shown_twice(found: tuple[Candidate, ...]) -> None:
    """Neither "surface" alone nor "big surface" says more of the same pieces."""
    assert sum("surface" in one.name or "area" in one.name for one in found) == 1


def test_words_of_the_task_are_no_term(make_class_set: MakeClassSet) -> None:
    """What everybody was asked about is no idea, however often it comes back."""
    texts = {f"K{at:02d}": f"The water on the floor dried by the {thing}." for at, thing in enumerate(THINGS)}
    assert find_phrase_ideas(sort_class_set(make_class_set(texts, TASK)), SETTINGS) == ()


def test_words_dealt_anew_are_seldom_reliable(make_class_set: MakeClassSet) -> None:
    """Of 30 sets of the same words in any order at most three hold a phrase above its null's edge."""
    rng = np.random.default_rng(4)
    words = np.array([word for word in THINGS for _ in range(5)])
    reliable = 0
    for _ in range(30):
        dealt = rng.permutation(words).reshape(12, 5)
        texts = {f"K{at:02d}": " ".join(row) + "." for at, row in enumerate(dealt)}
        ideas = find_phrase_ideas(sort_class_set(make_class_set(texts)), SETTINGS)
        reliable += any(one.is_reliable for one in ideas)
    assert reliable <= 3


def test_a_phrase_counts_students() -> None:
    """Three uses by one student are one student's; words in two sentences do not stand together."""
    texts = ["Green moss. Green moss. Green moss.", "A green moss.", "Moss. Green.", "The moss is green."]
    phrases = find_phrases(tabulate_phrases(texts, ""), 3, 4)
    (pair,) = [one for one in phrases if len(one.stems) == 2]
    assert pair.students == 3
    assert len(pair.uses) == 5


def test_no_words_no_phrases() -> None:
    """Texts of small words alone hold none, and their null is nought."""
    table = tabulate_phrases(["it is so", "so it is"], "")
    assert find_phrases(table, 1, 2) == []
    assert draw_phrase_null(table, np.random.default_rng(0), 3).tolist() == [0.0, 0.0, 0.0]
