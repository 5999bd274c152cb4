"""Signs of what kind of answer each is."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.embed import load_embedder
from pipeline.learn.compare import compare_texts
from pipeline.learn.signs import Rows, find_signs, list_content, list_telling, standardise

USUAL = ["the lamp is on", "the lamp is on now", "the lamp is on again"]


def find(texts: list[str]) -> dict[str, Rows]:
    vectors = load_embedder("hashed").embed(texts)
    return find_signs(texts, texts, compare_texts(texts, vectors, vectors, len(texts)))


@pytest.mark.parametrize("denied", ["it does not float", "it doesn't float", "it doesnt float", "it cannot float"])
def test_however_it_is_denied_it_is_denied(denied: str) -> None:
    """Negations are one word, with the apostrophe and without."""
    assert list_telling(denied) == ["not", "float"]


def test_telling_words_say_what_content_words_do_not() -> None:
    """Before and after tell two answers apart that have the same content."""
    first, second = "heat before light", "heat after light"
    assert list_content(first) == list_content(second)
    assert list_telling(first) != list_telling(second)


def test_standard_columns_have_mean_zero_and_deviation_one() -> None:
    """Order is kept; where all are equal there is nothing to tell."""
    column = standardise([1.0, 2.0, 6.0])
    assert column.mean() == pytest.approx(0)
    assert column.std() == pytest.approx(1)
    assert column.tolist() == sorted(column)
    assert standardise([4.0, 4.0]).tolist() == [0, 0]


@pytest.mark.parametrize("text", ["I don't know", "idk", "no idea!", "I forgot.", "", " ?! ", "i dont"])
def test_who_gives_up_is_told(text: str) -> None:
    """In words, in a mark, or with nothing at all."""
    assert find([*USUAL, text])["gives up"].tolist() == [0, 0, 0, 1]


def test_who_only_denies_does_not_give_up() -> None:
    """An answer may hold a "not" and still be one."""
    assert find([*USUAL, "the lamp does not glow"])["gives up"].max() == 0


@pytest.mark.parametrize("sign", ["typical", "spelling", "words"])
def test_the_odd_answer_is_the_least_typical(sign: str) -> None:
    """What three say and one does not, in meaning, letters and words."""
    assert int(np.argmin(find([*USUAL, "purple zebras jump"])[sign])) == 3


def test_length_is_in_words() -> None:
    """More words are longer, more letters are not."""
    length = find(["one two three", "a b", "photosynthesis"])["length"]
    assert length[0] > length[1] > length[2]
