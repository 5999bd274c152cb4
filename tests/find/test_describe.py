"""What a teacher sees of a pile."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.find.describe import describe_by_observations, describe_by_words, measure_strengths
from pipeline.records.patterns import ClassSet

MakeClassSet = Callable[..., ClassSet]


def test_strength_falls_towards_the_border() -> None:
    """At the centre it is one, half way to the next centre one half."""
    rows = np.array([[-1.0], [0.0], [1.0], [9.0], [10.0], [11.0]])
    (first, second) = measure_strengths(rows, [np.array([0, 1, 2]), np.array([3, 4, 5])])
    assert first.tolist() == pytest.approx([11 / 12, 1.0, 0.9], abs=1e-3)
    assert second[1] == 1.0
    assert measure_strengths(rows, []) == []


def test_one_pile_alone_has_strengths() -> None:
    """Without another pile strength still lies between nought and one."""
    (only,) = measure_strengths(np.array([[0.0], [1.0]]), [np.array([0, 1])])
    assert ((only > 0) & (only <= 1)).all()


def test_piles_of_answers_quote_their_members(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """The name quotes words that its own pieces hold."""
    class_set = make_class_set(fruit_and_tools)
    codes = [one.piece for one in class_set.transcripts]
    groups = [np.array([at for at, code in enumerate(codes) if code[0] == letter]) for letter in "FT"]
    fruit, tools = describe_by_words(class_set, class_set.piece_vectors.matrix.astype(float), groups)
    assert any(word in fruit.name for word in ("orchard", "garden", "apples", "pears", "plums", "grapes"))
    assert any(word in tools.name for word in ("bench", "workshop", "hammer", "drill", "wrench", "pliers"))
    assert {member.piece[0] for member in fruit.members} == {"F"}


def test_piles_of_essays_are_named_by_what_is_observed(make_class_set: MakeClassSet) -> None:
    """A pile that shows an observation is named by it, one that lacks it by its opposite."""
    texts = {f"K{at:02d}": "word " * (10 + at % 2) for at in range(8)}
    traits = {"quotes": {code: float(int(code[1:]) < 4) for code in texts}}
    class_set = make_class_set(texts, traits=traits)
    groups = [np.arange(4), np.arange(4, 8)]
    views = describe_by_observations(class_set, np.eye(8), groups)
    assert [view.name for view in views] == ["has quotes", "lacks quotes"]
    assert "has quotes" in views[0].basis
