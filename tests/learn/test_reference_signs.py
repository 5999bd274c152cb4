"""How answers stand to model answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import numpy as np
import pytest

from pipeline.learn.reference_signs import find_reference_signs
from pipeline.learn.signs import Likenesses, Rows

QUESTION = "What happens to the puddle?"
MODEL = "The water evaporates in warm sun."


def find(answers: Sequence[str], references: Sequence[str] = (MODEL,), near: Sequence[int] = ()) -> dict[str, Rows]:
    """`near`: which of the references each answer is nearest to; the first where it is not said."""
    likeness = np.eye(len(references))[[*near] or [0] * len(answers)]
    return find_reference_signs(answers, references, QUESTION, Likenesses(*[likeness] * len(fields(Likenesses))))


def test_who_says_more_of_the_model_recalls_more() -> None:
    """All of it, a part, nothing."""
    recall = find(["water evaporates in warm sun", "water evaporates", "somebody drank"])["new recall"]
    assert recall[0] > recall[1] > recall[2]


def test_saying_the_question_again_recalls_nothing() -> None:
    """Words that the question gave are no knowledge, although the model answer has them too."""
    recall = find(["puddle happens", "somebody drank", "evaporates"], ["The puddle evaporates."])["new recall"]
    assert recall[0] == recall[1] < recall[2]


def test_what_few_say_weighs_more() -> None:
    """A word that most have recalls less than a word that one has."""
    recall = find(["water", "water", "water", "evaporates"])["new recall"]
    assert recall[3] > recall[0] == recall[1]


def test_small_words_that_tell_are_recalled_too() -> None:
    """Before and after are content words of neither answer, and tell them apart."""
    told = find(["light before heat", "light after heat"], ["The light comes before the heat."])
    assert told["telling recall"][0] > told["telling recall"][1]
    assert told["new recall"][0] == told["new recall"][1]


def test_own_words_come_from_the_question_or_from_nowhere() -> None:
    """Saying the task again, saying the model answer, and saying what stands in neither."""
    signs = find(["puddle happens", "water evaporates", "dogs drank lemonade"])
    assert signs["from question"].argmax() == 0
    assert signs["foreign"].argmax() == 2
    assert signs["foreign"][0] == signs["foreign"][1]


def test_the_best_of_several_models_counts() -> None:
    """Whoever says either of two right answers is as right, wherever the model answer stands."""
    one, other = "water evaporates", "soil drinks"
    answers = [one, other, "dogs drink"]
    for sign in ("new recall", "telling recall"):
        column = find(answers, [one, other])[sign]
        assert column[0] == pytest.approx(column[1])
        assert column[0] > column[2]
        assert find(answers, [other, one])[sign] == pytest.approx(column)


def test_denying_what_the_model_says_stands_apart() -> None:
    """Measured at the nearest model answer: to agree with one that denies is no denial."""
    answers = ["it evaporates", "it does not evaporate", "it does not stay"]
    apart = find(answers, [MODEL, "It doesn't stay."], near=[0, 0, 1])["negation"]
    assert apart[1] > apart[0] == apart[2]


def test_saying_the_contrary_stands_apart() -> None:
    """By a denial or an opposite; the model's own claim in other words agrees."""
    signs = find(["the bulb is on", "the bulb is off", "the bulb is not on"], ["The bulb stays on."])
    assert signs["turned"][1] == signs["turned"][2] > signs["turned"][0]
    assert signs["agreeing"][0] > max(signs["agreeing"][1:])


def test_who_agrees_with_one_model_answer_agrees() -> None:
    """Although another of them, about something else, is on the other side."""
    signs = find(["the cup is small", "the cup is large"], ["The cup is small.", "The floor is large."])
    assert signs["agreeing"][0] > signs["agreeing"][1]


def test_answers_without_words_have_signs() -> None:
    """Nothing written recalls nothing, without an error."""
    signs = find(["", "water evaporates", "..."])
    assert all(np.isfinite(column).all() for column in signs.values())
    assert signs["new recall"][0] == signs["new recall"][2] < signs["new recall"][1]
