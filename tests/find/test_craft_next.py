"""Who comes next by a way of writing's rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.find.craft_next import rank_by_rule
from pipeline.find.craft_rule import HIGH, LOW, CraftRule, RulePart, write_rule
from pipeline.records.patterns import ClassSet, Evidence, Observed

TEXTS = {"A": "He said because.", "B": "She left, because of rain.", "C": "It was cold."}
STRENGTHS = {"says-why": {"A": 4.0, "B": 2.0, "C": 0.0}}


def make(make_class_set: Callable[..., ClassSet]) -> ClassSet:
    class_set = make_class_set(TEXTS, traits=STRENGTHS)
    shown = Evidence("B", 10, 17, "because")
    observed = tuple(replace(one, evidence=(shown,)) if one.piece == "B" else one for one in class_set.observed)
    assert all(isinstance(one, Observed) for one in observed)
    return replace(class_set, observed=observed)


def write(direction: str, key: str = "says-why") -> str:
    return write_rule(CraftRule((RulePart(key, direction, 0.0, 0.0, 0.0, 1.0),), 3.0))


def test_who_shows_it_most_comes_next(make_class_set: Callable[..., ClassSet]) -> None:
    """Below the members, in the order of the rule's own score; who shows nothing of it is not asked about."""
    found = rank_by_rule(make(make_class_set), write(HIGH))
    assert [one.passage.piece for one in found] == ["A", "B"]
    (second,) = rank_by_rule(make(make_class_set), write(HIGH), ["A"])
    assert (second.passage.start, second.passage.text) == (10, "because")


def test_of_a_lack_the_whole_piece_is_shown(make_class_set: Callable[..., ClassSet]) -> None:
    """Who does without comes first, and there is no place where it is not."""
    found = rank_by_rule(make(make_class_set), write(LOW))
    assert [one.passage.piece for one in found] == ["C", "B", "A"]
    assert found[1].passage.text == TEXTS["B"]


def test_another_rule_ranks_nobody(make_class_set: Callable[..., ClassSet]) -> None:
    """A shared idea's rule is none, nor one whose observation was not looked at."""
    assert rank_by_rule(make(make_class_set), "passages alike") == ()
    assert rank_by_rule(make(make_class_set), write(HIGH, "quotes")) == ()
