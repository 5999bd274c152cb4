"""Weighed texts made by hand: how each word stands among them."""

from __future__ import annotations

import pytest

from pipeline.reading.trust import weigh_words
from pipeline.reading.weigh import Weighed
from pipeline.records.reading import Choice

TEXTS = (
    Weighed("the water rises", 0.6, -1.0),
    Weighed("the wuter rises", 0.3, -0.5),
    Weighed("the wa ter rises", 0.1, -4.0),
)


def test_a_word_has_the_share_of_the_texts_that_have_it_there() -> None:
    """All have "the" and "rises"; "water" is in the first alone."""
    standings = weigh_words(TEXTS)
    assert [round(standing.share, 6) for standing in standings] == [1.0, 0.6, 1.0]


def test_choices_are_the_other_words_in_its_place_the_best_fit_first() -> None:
    """One word that was read as two is no choice; a word without rivals has none."""
    standings = weigh_words(TEXTS)
    assert standings[1].choices == (Choice("wuter", -0.5), Choice("water", -1.0))
    assert standings[0].choices == standings[2].choices == ()


def test_a_text_alone_is_sure_of_itself() -> None:
    """Nothing speaks against its words."""
    (only,) = weigh_words([Weighed("water", 1.0, -0.1)])
    assert only.share == pytest.approx(1.0)
    assert only.choices == ()
