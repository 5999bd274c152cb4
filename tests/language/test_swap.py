"""Who does what to whom."""

from __future__ import annotations

import pytest

from pipeline.language.stance import find_stance
from pipeline.language.swap import is_swapped

SWAPPED = [
    ("The moon goes around the earth", "The earth goes around the moon"),
    ("Foxes eat rabbits", "Rabbits eat foxes"),
    ("The river flooded because it rained", "It rained because the river flooded"),
]
SAME = [
    ("The fox chased the hen", "The hen was chased by the fox"),
    ("The battery and the bulb are in the path", "The bulb and the battery are in the path"),
    ("In summer the days are long", "The days are long in summer"),
    ("When it is warm the balloon grows", "The balloon grows when it is warm"),
    ("The bulb is connected to the battery", "The battery is connected to the bulb"),
    ("The fox ate the hen in the yard", "A dog slept near a barn"),
]


@pytest.mark.parametrize(("one", "other"), SWAPPED)
def test_changed_places_are_seen(one: str, other: str) -> None:
    """Two words that change places round a third turn the sentence, either way round."""
    assert is_swapped(find_stance(one), find_stance(other))
    assert is_swapped(find_stance(other), find_stance(one))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_another_order_is_not_another_claim(one: str, other: str) -> None:
    """Told from the other end, listed otherwise, or with the time first: the same."""
    assert not is_swapped(find_stance(one), find_stance(other))
