"""How alike two texts are, seen in six ways."""

from __future__ import annotations

from dataclasses import astuple

import numpy as np
import pytest

from pipeline.embed import load_embedder
from pipeline.learn.compare import NOTHING, compare_texts, keep_across, keep_pieces
from pipeline.learn.signs import Likenesses
from tests.learn.conftest import ANSWERS


def compare(*texts: str, pieces: int = 0) -> Likenesses:
    vectors = load_embedder("hashed").embed(texts)
    return compare_texts(texts, vectors, vectors, pieces or len(texts))


def test_each_likeness_goes_both_ways() -> None:
    """As alike from either side, a text to itself wholly, and nothing more than that."""
    for rows in astuple(compare(*ANSWERS)):
        assert rows == pytest.approx(rows.T)
        assert np.diag(rows) == pytest.approx(1, abs=1e-4)
        assert rows.max() <= 1 + 1e-4


def test_equal_texts_are_wholly_alike() -> None:
    """In all six ways, whatever else was written."""
    for rows in astuple(compare("dry soil", "wet soil", "dry soil")):
        assert rows[0, 2] == pytest.approx(1, abs=1e-4)
        assert rows[0, 1] < 0.99


def test_order_is_seen_by_pairs_alone() -> None:
    """The same words in another order have other pairs."""
    alike = compare("cold before heat", "heat before cold", "rain falls")
    assert alike.words[0, 1] == pytest.approx(1)
    assert alike.pairs[0, 1] < 0.9


def test_a_slip_is_seen_by_spelling() -> None:
    """One wrong letter makes another word, with nearly the same letters in it."""
    alike = compare("evaporation", "evaperation", "battery")
    assert alike.words[0, 1] == 0
    assert alike.spelling[0, 1] > 0.4 > alike.spelling[0, 2]


def test_a_denial_is_seen_by_claims() -> None:
    """In meaning and words nearly the same, in what it claims another; an opposite is the denial's own claim."""
    alike = compare("the door is open", "the door is not open", "the door is open now")
    assert alike.claims[0, 1] < alike.claims[0, 2]
    assert alike.claims[0, 1] < alike.words[0, 1]


def test_who_wrote_nothing_is_alike() -> None:
    """Two texts without words are like each other and like nobody else."""
    alike = compare(NOTHING, "rain falls", NOTHING)
    for rows in (alike.spelling, alike.words, alike.pairs, alike.claims):
        assert rows[0, 2] == pytest.approx(1)
        assert rows[0, 1] == 0


def test_a_model_answer_has_no_say_in_the_weights() -> None:
    """What the pieces have in common does not change when another text is compared with them."""
    alone = compare(*ANSWERS)
    beside = keep_pieces(compare(*ANSWERS, "the water and the soil and a zebra", pieces=len(ANSWERS)), len(ANSWERS))
    for one, other in zip(astuple(alone), astuple(beside), strict=True):
        assert one == pytest.approx(other)


def test_what_lies_across_is_of_pieces_to_model_answers() -> None:
    """A row for each piece, a column for each text after them."""
    alike = compare("dry soil", "wet soil", "dry soil", pieces=2)
    across = keep_across(alike, 2)
    for rows, whole in zip(astuple(across), astuple(alike), strict=True):
        assert rows.tolist() == whole[:2, 2:].tolist()
    assert across.words[0, 0] == pytest.approx(1)
