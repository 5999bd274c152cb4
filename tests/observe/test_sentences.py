"""Sentences: length, spread, openings, and ideas run together."""

from __future__ import annotations

import pytest

from pipeline.observe import sentences
from tests.observe.conftest import Looker


def test_length_is_the_middle_sentences(look: Looker) -> None:
    """One very long sentence does not make a writer of long sentences."""
    assert sentences.write_long_sentences(look(f"I ran. She ran. {'we ran and ' * 20}slept.")).strength == 2


def test_spread_is_relative(look: Looker) -> None:
    """Sentences of one length have no spread to speak of, short beside long ones have much."""
    assert sentences.vary_sentence_length(look("I ran home. You ran home.")).strength == pytest.approx(1e-6)
    assert sentences.vary_sentence_length(look("Run! We ran home after the long day was over.")).strength > 0.5


def test_one_sentence_has_no_spread(look: Looker) -> None:
    """What cannot be measured is 0."""
    assert sentences.vary_sentence_length(look("I ran home.")).strength == 0


def test_same_openings_are_pairs(look: Looker) -> None:
    """Of three sentences two open alike: one pair of three."""
    seen = sentences.repeat_openings(look("They ran. They slept. We ate."))
    assert seen.strength == pytest.approx(1 / 3)
    assert seen.spans == ((0, 9), (10, 21))


def test_a_chain_of_ideas(look: Looker) -> None:
    """A long sentence that goes on by and, but, so runs ideas together; a long one without does not."""
    chain = (
        "we ran to the lake and we saw a big old boat so we called the man but he did not hear us "
        "then we swam to him and he laughed at us."
    )
    assert sentences.run_ideas_together(look(chain)).strength == 2
    assert sentences.run_ideas_together(look("the very old man " * 9)).strength == 0
