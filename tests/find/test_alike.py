"""More like this."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.embed import load_embedder
from pipeline.find.alike import Alike, lay_alike, rank_alike
from pipeline.records.patterns import ClassSet, Passage

TASK = "Why did bulb B stay on when bulb A burned out?"
TEXTS = {
    "K01": "Bulb B is still in a closed path with the battery.",
    "K02": "B has its own loop with the battery, so it is complete.",
    "K03": "Bulb B is not in a closed path with the battery.",
    "K04": "Somebody bought new bulbs at the shop.",
    "K05": "There was a closed path with the battery.",
}


@pytest.fixture(scope="module")
def answers(make_class_set: Callable[..., ClassSet]) -> ClassSet:
    return make_class_set(TEXTS, TASK, embedder="all-minilm-l6-v2")


def _rank(answers: ClassSet, text: str) -> tuple[Alike, ...]:
    (vector,) = load_embedder("all-minilm-l6-v2").embed([text])
    return rank_alike(lay_alike(answers, text, vector))


def test_a_typed_sentence_brings_what_says_the_same(answers: ClassSet) -> None:
    """What is said in like words comes first, what is about something else late."""
    found = [one.passage.piece for one in _rank(answers, "Bulb B was in a closed path with the battery")]
    assert set(found[:2]) == {"K01", "K05"}
    assert found.index("K04") > found.index("K02")


def test_the_contrary_comes_last(answers: ClassSet) -> None:
    """Near as its words are, what says the contrary comes after all else, and is marked."""
    found = _rank(answers, TEXTS["K01"])
    assert found[-1].passage.piece == "K03"
    assert [one.is_opposed for one in found] == [False] * 4 + [True]


def test_the_passage_asked_from_is_left_out(answers: ClassSet) -> None:
    """Asked for more like this, it doesn't show this."""
    asked = answers.passages[0]
    found = rank_alike(lay_alike(answers, asked.text, answers.passage_vectors.matrix[0]), [asked])
    assert asked not in [one.passage for one in found]
    assert len(found) == len(answers.passages) - 1


def test_an_empty_set_has_nothing_alike(make_class_set: Callable[..., ClassSet]) -> None:
    """Without passages nothing comes back."""
    empty = make_class_set({"K01": ""}, TASK)
    assert rank_alike(lay_alike(empty, "A word", empty.piece_vectors.matrix[0])) == ()


def test_a_piece_that_is_in_is_not_shown_again(answers: ClassSet) -> None:
    """All of its passages are left out."""
    ground = lay_alike(answers, TEXTS["K01"], answers.passage_vectors.matrix[0])
    assert "K02" not in {one.passage.piece for one in rank_alike(ground, pieces_out=["K02"])}


def test_what_was_said_teaches_the_next_ranking(answers: ClassSet) -> None:
    """Who says that the loop belongs gets what is like the loop nearer, who says it does not, farther."""
    ground = lay_alike(answers, "Somebody bought it", answers.passage_vectors.matrix[3])
    by_piece = {one.piece: one for one in answers.passages}
    path = by_piece["K05"]

    def measure(**said: list[Passage]) -> float:
        return next(one.nearness for one in rank_alike(ground, **said) if one.passage == path)

    assert measure(liked=[by_piece["K01"]]) > measure() > measure(disliked=[by_piece["K01"]])


def test_the_contrary_is_sought_once_it_belongs(answers: ClassSet) -> None:
    """The teacher knows better what belongs together than a list of opposites does."""
    ground = lay_alike(answers, TEXTS["K01"], answers.passage_vectors.matrix[0])
    contrary = next(one for one in answers.passages if one.piece == "K03")
    assert not any(one.is_opposed for one in rank_alike(ground, liked=[contrary]))
