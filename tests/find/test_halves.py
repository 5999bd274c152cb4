"""What observations see in the halves of each piece."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from pipeline.find.halves import SeenAgain, SeesAgain, join_halves, list_halved, see_again
from pipeline.observe import KINDS
from pipeline.records.patterns import ClassSet, ObservationKind

NAMES = ("counts-words", "words", "has words", "", "test")
FIRST: list[SeenAgain] = [((1.0, 4.0), None), (None, 0.5), ((2.0, 3.0), None), ((3.0, 2.0), None)]
SECOND: list[SeenAgain] = [((10.0, 9.0), None), ((1.0, 1.0), None), (None, None), ((30.0, 1.0), None)]


@dataclass(frozen=True, slots=True)
class WordCounter(ObservationKind):
    """Sees the words of a text and of its task."""

    def see_again(self, _: str, text: str, task: str) -> SeenAgain:
        """Return how many words the text and the task have."""
        return (float(len(text.split())), float(len(task.split()))), None


def test_kinds_that_can_look_again_are_known() -> None:
    """A named observation alone cannot; those of the house can."""
    assert isinstance(WordCounter(*NAMES), SeesAgain)
    assert all(isinstance(kind, SeesAgain) for kind in KINDS)
    assert not isinstance(ObservationKind("a", "words", "has a", "", "test"), SeesAgain)


def test_each_piece_is_seen_again_in_its_place(make_class_set: Callable[..., ClassSet]) -> None:
    """In the class set's order, with its task; a named observation alone is not asked."""
    class_set = make_class_set({"B22": "one two three", "A11": "one"}, "a task")
    kinds = [WordCounter(*NAMES), ObservationKind("a", "words", "has a", "", "test")]
    assert see_again(kinds, class_set) == {"counts-words": [((3.0, 2.0), None), ((1.0, 2.0), None)]}


def test_a_piece_counts_where_all_kinds_could_halve_it() -> None:
    """One that was too short for either is left out."""
    assert list_halved([FIRST]) == [0, 2, 3]
    assert list_halved([FIRST, SECOND]) == [0, 3]
    assert list_halved([]) == []


def test_one_kinds_halves_are_as_seen() -> None:
    """First halves beside second halves, a row a piece."""
    assert join_halves([FIRST], [0, 2, 3], np.zeros(3)).tolist() == [[1, 4], [2, 3], [3, 2]]


def test_several_kinds_halves_are_their_mean() -> None:
    """Each half on its own, ranked, so that a kind in large numbers weighs no more than one in small ones."""
    one: list[SeenAgain] = [((float(k), float(-k)), None) for k in range(6)]
    other: list[SeenAgain] = [((1000.0 * k, -1000.0 * k), None) for k in (0, 1, 2, 3, 5, 4)]
    joined = join_halves([one, other], range(6), np.ones(6))
    assert joined.shape == (6, 2)
    assert np.argsort(joined[:4, 0]).tolist() == [0, 1, 2, 3]
    assert joined[4, 0] == pytest.approx(joined[5, 0])
    assert joined[:, 1] == pytest.approx(-joined[:, 0])
