"""Likelihoods made by hand: how well texts fit them, against the sum over every alignment."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from pipeline.reading.score import score_texts

ALPHABET = ("", "a", "b")
FRAMES = np.array([[0.2, 0.5, 0.3], [0.6, 0.3, 0.1], [0.1, 0.2, 0.7], [0.3, 0.6, 0.1]], dtype=np.float32)


def read_path(path: tuple[int, ...]) -> str:
    """Return what a path through the frames says: repeats joined, blanks left out."""
    return "".join(ALPHABET[k] for k, _ in itertools.groupby(path))


def sum_paths(text: str) -> float:
    """Return the likelihood of a text by going through all 81 paths."""
    paths = itertools.product(range(3), repeat=len(FRAMES))
    return sum(float(np.prod(FRAMES[range(len(FRAMES)), path])) for path in paths if read_path(path) == text)


@pytest.mark.parametrize("text", ["a", "ab", "aba", "aa", "b", "bab"])
def test_a_score_is_the_sum_over_all_alignments(text: str) -> None:
    """Also with a doubled letter, and with other texts, longer and shorter, in the same call."""
    scores = score_texts(FRAMES, ALPHABET, [text, "abab", "b"])
    assert scores[0] == pytest.approx(np.log(sum_paths(text)), abs=1e-5)


def test_rows_that_sum_to_less_than_one_are_made_whole() -> None:
    """Belief in signs outside the alphabet is dealt out: the score is the same."""
    assert score_texts(FRAMES / 2, ALPHABET, ["ab"]) == pytest.approx(score_texts(FRAMES, ALPHABET, ["ab"]))


def test_a_text_too_long_for_the_frames_is_hardly_likely() -> None:
    """Four frames can't show three equal letters with their blanks."""
    assert score_texts(FRAMES, ALPHABET, ["aaa"])[0] < -100
