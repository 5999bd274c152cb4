"""The rows that pieces and passages are compared by."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.find.spaces import (
    OBSERVATION_DIMENSIONS,
    build_observation_rows,
    build_passage_rows,
    build_piece_rows,
    count_words,
    make_unit,
    reduce_spelling,
    tabulate_strengths,
    take_length_out,
)
from pipeline.records.patterns import ClassSet

MakeClassSet = Callable[..., ClassSet]


def test_one_row_a_piece_and_a_passage(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """Rows stand for pieces and passages in the class set's order; passages have length one."""
    class_set = make_class_set(fruit_and_tools)
    assert len(build_piece_rows(class_set)) == 24
    rows = build_passage_rows(class_set)
    assert len(rows) == len(class_set.passages)
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=1e-4)


def test_like_answers_lie_nearer(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """Fruit is nearer to fruit than to tools."""
    rows = make_unit(build_piece_rows(make_class_set(fruit_and_tools)))
    fruit = np.array([code[0] == "F" for code in fruit_and_tools])
    assert (rows[fruit] @ rows[fruit].T).min() > (rows[fruit] @ rows[~fruit].T).max()


def test_misspelling_changes_spelling_rows_little() -> None:
    """One wrong letter leaves a text nearest to itself."""
    rows = reduce_spelling(["evaporation", "evaperation", "circuit", "battery"], (2, 4))
    assert rows[0] @ rows[1] > 0.5 > rows[0] @ rows[2]


def test_texts_without_words_have_rows() -> None:
    """Nothing to count gives rows of zeros, not an error."""
    assert (reduce_spelling(["", " "], (2, 4)) == 0).all()
    assert reduce_spelling(["one"], (2, 4)).shape == (1, 1)


def test_length_is_taken_out(make_class_set: MakeClassSet) -> None:
    """What only grows with the logarithm of the words has nothing left."""
    class_set = make_class_set({f"K{at:02d}": "word " * (at + 3) for at in range(8)})
    words = np.log1p(count_words(class_set.transcripts))
    left = take_length_out(np.column_stack([3 * words + 1, np.arange(8) % 2]), class_set.transcripts)
    assert left[:, 0] == pytest.approx(np.zeros(8), abs=1e-9)
    assert left[:, 1].std() > 0.4


def test_observation_rows_have_few_dimensions(make_class_set: MakeClassSet) -> None:
    """Many observations are reduced; one that never differs counts for nothing."""
    texts = {f"K{at:02d}": "word " * (at % 4 + 3) for at in range(12)}
    rng = np.random.default_rng(0)
    traits = {f"t{kind}": {code: float(rng.random()) for code in texts} for kind in range(9)}
    flat = {**traits, "flat": dict.fromkeys(texts, 1.0)}
    rows = build_observation_rows(make_class_set(texts, traits=traits))
    assert rows.shape == (12, OBSERVATION_DIMENSIONS)
    assert build_observation_rows(make_class_set(texts, traits=flat)) == pytest.approx(rows)


def test_strengths_stand_in_the_order_of_pieces_and_kinds(make_class_set: MakeClassSet) -> None:
    """One row a piece, one column a kind."""
    class_set = make_class_set(
        {"K07": "a b", "B11": "c d"}, traits={"x": {"K07": 1, "B11": 2}, "y": {"K07": 3, "B11": 4}}
    )
    assert tabulate_strengths(class_set).tolist() == [[1, 3], [2, 4]]


def test_observations_that_never_differ_sort_nobody(make_class_set: MakeClassSet) -> None:
    """Where all pieces show the same, all rows are equal."""
    texts = {f"K{at:02d}": "word " * (at + 3) for at in range(6)}
    rows = build_observation_rows(make_class_set(texts, traits={"flat": dict.fromkeys(texts, 1.0)}))
    assert (rows == 0).all()
    assert len(rows) == 6
