"""Sentences that speak against each other are told from paraphrases."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.find.contrast import find_contrasts, find_stance, is_contrast

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
