"""Words and the sides they take."""

from __future__ import annotations

import pytest

from pipeline.language.opposites import find_sides, takes_side


@pytest.mark.parametrize(
    ("one", "other"),
    [("big", "smaller"), ("opened", "closed"), ("heavier", "lighter"), ("rises", "fell"), ("raised", "lowered"),
     ("acidic", "alkaline"), ("bigger", "tiny"), ("careful", "careless")],
)  # fmt: skip
def test_opposites_stand_against_each_other_in_any_form(one: str, other: str) -> None:
    """A form of one side and a form of the other meet on one pair of opposites, on different sides."""
    turned = {(axis, 1 - side) for axis, side in find_sides(other)}
    assert turned & find_sides(one)


@pytest.mark.parametrize("word", ["bulb", "wind", "light", "river", "water", "because", "unless"])
def test_most_words_take_no_side(word: str) -> None:
    """A word that is no opposite, or is one in few of its senses, takes no side."""
    assert not find_sides(word)


def test_words_of_degree_say_little_alone() -> None:
    """The word "faster" is of degree; "alkaline" says something by itself."""
    assert takes_side("faster")
    assert not takes_side("alkaline")
