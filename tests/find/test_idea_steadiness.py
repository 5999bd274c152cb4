"""How steady an idea is."""

from __future__ import annotations

import numpy as np

from pipeline.find.idea_groups import Idea
from pipeline.find.idea_steadiness import is_steady, measure_ideas, number_words
from pipeline.records.patterns import Steadiness
from pipeline.settings import FindingSettings

SETTINGS = FindingSettings(resamples=20)
OTHERS = [[f"own{at}", f"word{at}", f"alone{at}"] for at in range(400)]


def measure(told: list[list[str]]) -> tuple[float, bool]:
    """Return how many of the passages' students are linked, and whether that is steady, among OTHERS."""
    everything = [*told, *OTHERS]
    idea = Idea(np.arange(len(told)), np.ones(len(told)))
    (steadiness,) = measure_ideas(number_words(everything, np.arange(len(everything))), [idea], SETTINGS)
    return steadiness.value, is_steady(steadiness, len(told), 24)


def test_words_that_come_together_make_an_idea_steady() -> None:
    """Six students who bring two rare words together."""
    assert measure([["leaf", "yellow", f"w{at}"] for at in range(6)]) == (6, True)


def test_one_word_is_not_enough() -> None:
    """Passages that share one striking word are near each other, and no steady idea."""
    assert measure([["dentist", f"w{at}", f"v{at}"] for at in range(8)]) == (0, False)


def test_pairs_are_not_enough() -> None:
    """Sentences that stand in two pieces each link nobody with two others."""
    told = [[f"w{at // 2}", f"v{at // 2}"] for at in range(8)]
    assert measure(told) == (0, False)


def test_few_of_many_are_not_enough() -> None:
    """Five students of thirty do not carry the idea of all."""
    told = [["leaf", "yellow"]] * 5 + [[f"w{at}", f"v{at}"] for at in range(25)]
    assert measure(told) == (5, False)


def test_more_pieces_ask_for_more_students() -> None:
    """Five students carry an idea among twenty-four, not among sixty."""
    steadiness = Steadiness("", 5.0, "", 0.0, 1.0, 0.01, "")
    assert is_steady(steadiness, 8, 24)
    assert not is_steady(steadiness, 8, 60)


def test_a_set_without_words_has_no_steady_idea() -> None:
    """Nothing is dealt where nothing is told."""
    (steadiness,) = measure_ideas(number_words([[], [], []], np.arange(3)), [Idea(np.arange(3), np.ones(3))], SETTINGS)
    assert not is_steady(steadiness, 3, 3)
