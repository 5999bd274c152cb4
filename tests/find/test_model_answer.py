"""A model answer, idea by idea."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from pipeline.embed import load_embedder
from pipeline.errors import InputError
from pipeline.find.candidates import find_candidates
from pipeline.find.model_answer import compare_with_model
from pipeline.records.patterns import ClassSet
from pipeline.records.reference import ModelAnswer, Verdict
from pipeline.settings import FindingSettings

TASK = "Two cups of water stood in the sun. Why did the wide cup dry first?"
IDEAS = ("A bigger surface lets more water evaporate.", "The heat of the sun turns water into vapor.")
TEXTS = {
    "K01": "The wide one has a bigger surface. The warm sun turned it to vapor, because heat does that.",
    "K02": "A smaller surface lets more water evaporate.",
    "K03": "My brother drank it.",
    "K04": "",
}
MakeClassSet = Callable[..., ClassSet]


def _give(class_set: ClassSet, ideas: Sequence[str] = IDEAS) -> ClassSet:
    model = load_embedder("all-minilm-l6-v2")
    return replace(class_set, model_answer=ModelAnswer(tuple(ideas), model.embed(ideas), model.fingerprint))


@pytest.fixture(scope="module")
def answers(make_class_set: MakeClassSet) -> ClassSet:
    return make_class_set(TEXTS, TASK, embedder="all-minilm-l6-v2")


def test_each_idea_has_a_verdict_on_each_piece(answers: ClassSet) -> None:
    """Shared, turned round or not there, whatever the piece says of the other ideas."""
    surface, heat = compare_with_model(_give(answers))
    verdicts = {one.piece: one.verdict for one in surface.pieces}
    assert verdicts == {"K01": Verdict.SHARES, "K02": Verdict.OTHERWISE, "K03": Verdict.ABSENT}
    assert {one.piece: one.verdict for one in heat.pieces}["K01"] is Verdict.SHARES


def test_the_passage_is_the_evidence(answers: ClassSet) -> None:
    """What is shown stands in the piece, word for word, and is the passage nearest to the idea."""
    for idea in compare_with_model(_give(answers)):
        assert all(TEXTS[one.piece][one.start : one.end] == one.quote for one in idea.pieces)
        assert all(0 <= one.nearness <= 1 for one in idea.pieces)
    heat = compare_with_model(_give(answers))[1]
    assert heat.pieces[0].quote.startswith("The warm sun")


def test_an_idea_that_says_the_task_again_is_put_aside(answers: ClassSet) -> None:
    """A sentence of the task is no idea; a few words of it with something to say are one."""
    found = compare_with_model(
        _give(answers, ["Two cups of water stood in the sun.", "The wide cup, in the sun.", IDEAS[0]])
    )
    assert [one.text for one in found] == ["The wide cup, in the sun.", IDEAS[0]]


def test_two_sides_of_one_thing_are_no_contradiction(make_class_set: MakeClassSet) -> None:
    """Where the model itself names both sides, whoever names one of them says nothing otherwise."""
    both = make_class_set(
        {"K01": "The oil is less dense than the water."}, "Why does it float?", embedder="all-minilm-l6-v2"
    )
    found = compare_with_model(_give(both, ["The oil is less dense.", "The water is more dense."]))
    assert all(one.verdict is not Verdict.OTHERWISE for idea in found for one in idea.pieces)


def test_without_a_model_answer_there_is_nothing_to_say(answers: ClassSet) -> None:
    """No model answer, no ideas of one."""
    assert compare_with_model(answers) == ()


def test_vectors_of_two_embedders_are_refused(answers: ClassSet) -> None:
    """Cosines between two embedders' vectors mean nothing."""
    other = replace(_give(answers), model_answer=ModelAnswer(IDEAS, _give(answers).piece_vectors.matrix, "another"))
    with pytest.raises(InputError):
        compare_with_model(other)


def test_findings_carry_the_ideas_of_the_model(answers: ClassSet) -> None:
    """Also where there are too few pieces to look for patterns."""
    findings = find_candidates(_give(answers), FindingSettings(resamples=20))
    assert [idea.text for idea in findings.model_ideas] == list(IDEAS)
