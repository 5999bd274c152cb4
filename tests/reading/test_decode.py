"""Likelihoods small enough to read by eye, and the letters and words that follow from them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.reading.decode import Letter, decode_greedy, measure_belief, split_words

ALPHABET = ("", "a", "b", " ")


def write_frames(signs: str, belief: float = 0.9) -> NDArray[np.float32]:
    """Return frames that say `signs` one by one; "_" is the blank."""
    frames = np.full((len(signs), 4), (1 - belief) / 3, np.float32)
    for k, sign in enumerate(signs):
        frames[k, ALPHABET.index("" if sign == "_" else sign)] = belief
    return frames


@pytest.mark.parametrize(
    ("frames", "text"), [("_aab_", "ab"), ("a_a", "aa"), ("___", ""), ("ab a", "ab a"), ("aaaa", "a")]
)
def test_repeats_are_joined_and_blanks_left_out(frames: str, text: str) -> None:
    """One letter over several frames is one letter; a blank between two makes them two."""
    assert "".join(letter.sign for letter in decode_greedy(write_frames(frames), ALPHABET)) == text


def test_a_letter_knows_its_frames_and_its_belief() -> None:
    """It reaches over all frames that say so and is as sure as the surest of them."""
    frames = write_frames("_aa_")
    frames[2, 1] = 0.6
    (letter,) = decode_greedy(frames, ALPHABET)
    assert (letter.sign, letter.start, letter.end) == ("a", 1, 3)
    assert letter.confidence == pytest.approx(0.9)


def test_words_are_as_sure_as_their_least_certain_letter() -> None:
    """One doubtful letter makes a doubtful word."""
    frames = write_frames("a_b_ _b")
    frames[2, 2] = 0.4
    words = split_words(decode_greedy(frames, ALPHABET), len(frames))
    assert [word.text for word in words] == ["ab", "b"]
    assert [word.confidence for word in words] == pytest.approx([0.4, 0.9])


def test_a_word_never_reaches_over_its_neighbours_letters() -> None:
    """It may reach a letter further than its own, but not past the middle of the next word's first letter."""
    first, second = split_words(decode_greedy(write_frames("aba ab"), ALPHABET), 6)
    assert (first.first, first.last) == pytest.approx((0.5 / 6, 2.5 / 6))
    assert (second.first, second.last) == pytest.approx((4.5 / 6, 5.5 / 6))
    assert first.end <= second.first
    assert second.start >= first.last


@given(st.text("ab_ ", min_size=1, max_size=40))
def test_decoding_keeps_every_letter_in_order(signs: str) -> None:
    """Words hold the letters as decoded, and their letters stand from left to right."""
    letters = decode_greedy(write_frames(signs), ALPHABET)
    words = split_words(letters, len(signs))
    assert "".join(word.text for word in words) == "".join(x.sign for x in letters if x.sign != " ")
    places = [place for word in words for place in (word.first, word.last)]
    assert places == sorted(places)


def test_belief_is_the_mean_without_spaces() -> None:
    """Spaces are easy and say nothing about the writing."""
    letters = (Letter("a", 0, 1, 0.4), Letter(" ", 1, 2, 1.0), Letter("b", 2, 3, 0.8))
    assert measure_belief(letters) == pytest.approx(0.6)
    assert measure_belief(()) == 0.0
