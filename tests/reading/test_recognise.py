"""Strips cut from a page, and the recogniser that reads them."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.reading.decode import decode_greedy
from pipeline.reading.recognise import ALPHABET, Recogniser, cut_strip
from tests.reading.pages import draw_page, place_lines


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    """Load the recogniser once."""
    return Recogniser()


def test_a_strip_is_read(recogniser: Recogniser) -> None:
    """One line comes back as its letters, by likelihoods between 0 and 1 that hold the alphabet's columns only."""
    image = draw_page(place_lines(["a warm day"]), size=(500, 200)).page.image
    assert image is not None
    likelihoods = recogniser.read_strip(image[90:160, 100:400])
    assert likelihoods.shape[1] == len(recogniser.alphabet)
    assert likelihoods.min() >= 0.0
    assert likelihoods.sum(axis=1).max() <= 1.0 + 1e-4
    assert "".join(letter.sign for letter in decode_greedy(likelihoods, recogniser.alphabet)) == "a warm day"


def test_the_alphabet_holds_what_students_write(recogniser: Recogniser) -> None:
    """The blank stands first; English, Spanish and French letters are all there."""
    assert recogniser.alphabet[0] == ""
    assert set(recogniser.alphabet[1:]) == ALPHABET
    assert set("aZ09?ñéçœ¿") <= ALPHABET


def test_a_quad_is_cut_out_in_its_own_size() -> None:
    """A tilted quad comes out straight; one too small to read does not come out at all."""
    image = np.zeros((200, 300, 3), np.uint8)
    image[80:120, 60:240] = 255
    quad = np.array([[60, 80], [240, 80], [240, 120], [60, 120]], dtype=np.float32)
    strip = cut_strip(image, quad)
    assert strip is not None
    assert strip.shape == (40, 180, 3)
    assert strip[5:-5, 5:-5].min() > 250
    assert cut_strip(image, quad * np.float32(0.01)) is None
