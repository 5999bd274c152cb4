"""What every observation kind can do: look a second time."""

from __future__ import annotations

import pytest

from pipeline.observe.look import Look
from pipeline.observe.seeing import SeeingKind
from pipeline.observe.seen import Seen, see_measure, see_place

FOUR = "One. One two three. One. One two three."


def count_words(look: Look) -> Seen:
    return see_measure(look, lambda part: float(len(part.words)))


def open_with_one(look: Look) -> Seen:
    return see_place([(0, 3)], 0.25)


def use_task(look: Look) -> Seen:
    return see_measure(look, lambda part: float(len(part.task_words)))


def make(see) -> SeeingKind:  # noqa: ANN001  # an observation
    return SeeingKind("a-key", "words", "has it", "", "test", see)


def test_every_second_sentence_is_one_half() -> None:
    """The first and the third beside the second and the fourth; the whole text's strength is not asked for."""
    assert make(count_words).see_again("K07", FOUR, "") == ((2.0, 6.0), None)


@pytest.mark.parametrize("text", ["", "One.", "One. Two. Three."])
def test_too_few_sentences_say_nothing(text: str) -> None:
    """Neither halves nor a probability."""
    assert make(count_words).see_again("K07", text, "") == (None, None)


def test_what_is_about_a_place_has_a_chance() -> None:
    """And no halves: a half has no place for it."""
    assert make(open_with_one).see_again("K07", FOUR, "") == (None, 0.25)


def test_it_looks_with_the_task() -> None:
    """The task's words are known at the second look as well."""
    assert make(use_task).see_again("K07", FOUR, "Describe a volcano") == ((2.0, 2.0), None)
