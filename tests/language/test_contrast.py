"""Sentences that speak against each other are told from paraphrases."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.language.contrast import (
    count_turns,
    find_contrasts,
    is_contrast,
    measure_covered,
    measure_same_matter,
)
from pipeline.language.stance import find_stance

OPPOSED = [
    ("The bulb stays on.", "The bulb goes off."),
    ("The bulb is on because it has a path", "The bulb is off because it has a path"),
    ("Terminal 1 is connected to the battery", "Terminal 1 is not connected to the battery"),
    ("The temperature increases in the sun", "The temperature decreases in the sun"),
    ("The rock sinks in the water", "The rock floats in the water"),
    ("The magnets attract each other", "The magnets repel each other"),
    ("The switch is open", "The switch is closed"),
    ("The cup was full", "The cup was empty"),
    ("School should start earlier", "School should start later"),
    ("Homework helps students learn", "Homework doesn't help students learn"),
    ("More water evaporated from the floor", "Less water evaporated from the floor"),
    ("I agree with the plan", "I disagree with the plan"),
    ("Everyone finished the lab", "Nobody finished the lab"),
    ("The two cups weigh the same", "The two cups weigh different amounts"),
    ("The soil was wet", "The soil was dry"),
    ("Teachers will have less time", "Teachers will have more time"),
]

ALIKE = [
    ("The bulb stays on.", "The bulb is still on because it has its own path"),
    ("The wifi does not work at my house", "My wifi never works at the house"),
    ("A good plan helps the team win", "A bad plan makes the team lose"),
    ("The floor had a larger surface area", "The cup had a smaller surface area"),
    ("You can't concentrate at home", "How can you concentrate at home?"),
    ("Put it on the table", "Take it off the table and put it on the table"),
    ("It was warm in the sun", "The sun made it warm"),
    ("The bus was late again", "The kitchen was not open"),
]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_opposed_sentences_contrast(one: str, other: str) -> None:
    """One difference of side or of negation makes a contrast, either way round."""
    assert is_contrast(find_stance(one), find_stance(other))
    assert is_contrast(find_stance(other), find_stance(one))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_paraphrases_do_not_contrast(one: str, other: str) -> None:
    """Two differences cancel out, and other matters are no contrast."""
    assert not is_contrast(find_stance(one), find_stance(other))


def test_contrasts_are_looked_for_among_near_pairs_only() -> None:
    """Pairs that are not alike need no look, and the table is symmetric."""
    texts = ["The bulb stays on.", "The bulb goes off.", "The bulb is on."]
    found = find_contrasts(texts, np.ones((3, 3)), 0.4)
    assert found.tolist() == [[False, True, False], [True, False, True], [False, True, False]]
    assert not find_contrasts(texts, np.zeros((3, 3)), 0.4).any()


@pytest.mark.parametrize(("half", "share"), [(0, 0.9), (1, 0.7)], ids=["developed-on", "kept-back"])
def test_most_minimal_pairs_are_kept_apart(
    read_pairs: Callable[[str], list[tuple[str, ...]]], half: int, share: float
) -> None:
    """Of pairs in the same words with another claim most contrast, also of those that no rule was made on."""
    pairs = read_pairs("opposed.txt")[half::2]
    assert sum(is_contrast(find_stance(one), find_stance(other)) for _, one, other in pairs) >= share * len(pairs)


@pytest.mark.parametrize("half", [0, 1], ids=["developed-on", "kept-back"])
def test_hardly_a_paraphrase_is_kept_apart(read_pairs: Callable[[str], list[tuple[str, ...]]], half: int) -> None:
    """Of pairs that claim the same in other words at least 19 in 20 do not contrast."""
    pairs = read_pairs("alike.txt")[half::2]
    assert sum(is_contrast(find_stance(one), find_stance(other)) for _, one, other in pairs) <= len(pairs) / 20


def test_what_one_covers_the_other_need_not() -> None:
    """A long answer covers all of a short idea, and the idea little of the answer."""
    idea, answer = (
        find_stance("The oil is lighter"),
        find_stance("The oil floats, it is lighter and stays on the water"),
    )
    assert measure_covered(idea, answer) == 1.0
    assert measure_covered(answer, idea) < 1.0
    assert 0 < measure_same_matter(idea, answer) == measure_same_matter(answer, idea) < 1


def test_a_denial_turns_once_however_much_it_reaches() -> None:
    """From "did not grow taller" to "grew taller" is one turn, from "not easy" to "not hard" an odd number."""
    assert count_turns(find_stance("The plant did not grow taller"), find_stance("The plant grew taller")) == 1
    assert count_turns(find_stance("It was not easy"), find_stance("It was not hard")) % 2 == 1
