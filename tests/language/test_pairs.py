"""Counts made by hand, and those that ship: which word likes to follow which."""

from __future__ import annotations

import math

import pytest

from pipeline.language.pairs import WordPairs, load_pairs

WORDS = {"<s>": 10.0, "the": 50.0, "plant": 20.0, "plan": 20.0}
PAIRS = {("<s>", "the"): 9.0, ("the", "plant"): 30.0}


@pytest.fixture
def pairs() -> WordPairs:
    """Give pairs that can be counted on two hands."""
    return WordPairs(WORDS, PAIRS)


def test_a_pair_that_was_counted_is_worth_more_than_one_that_was_not(pairs: WordPairs) -> None:
    """P(plant after the) is 0.6 where P(plant) is 0.2: 0.7 x 3 + 0.3; an unseen pair keeps the other 0.3."""
    assert pairs.price("the", "plant") == pytest.approx(math.log(0.7 * 3 + 0.3))
    assert pairs.price("the", "plan") == pytest.approx(math.log(0.3))


def test_nothing_is_held_against_a_word_that_was_never_counted(pairs: WordPairs) -> None:
    """A child's own word costs nothing more, before or behind."""
    assert pairs.price("the", "plamt") == pairs.price("plamt", "the") == 0.0


def test_the_last_word_is_priced_after_the_one_before_it(pairs: WordPairs) -> None:
    """Marks, capitals and spaces between the two don't matter; a first word stands after the beginning."""
    assert pairs.price_last("so The Plant,") == pairs.price("the", "plant")
    assert pairs.price_last("the") == pairs.price("<s>", "the")
    assert pairs.price_last("...") == pairs.price_last("") == 0.0


def test_a_text_costs_what_its_words_cost_one_by_one(pairs: WordPairs) -> None:
    """Its price is the sum of the prices at the end of each word."""
    assert pairs.price_text("The plant") == pytest.approx(pairs.price_last("the") + pairs.price_last("the plant"))


def test_a_pair_pulls_by_how_much_oftener_it_is_met_than_by_chance(pairs: WordPairs) -> None:
    """P(plant after the) is three times P(plant); capitals and apostrophes don't matter; what was not met has none."""
    assert pairs.measure_pull("The", "pl'ant") == pytest.approx(math.log(3))
    assert pairs.measure_pull("the", "plan") is None
    assert pairs.measure_pull("the", "plamt") is None


def test_a_pair_is_expected_where_its_words_alone_would_bring_it() -> None:
    """Of 100 words 50 are "the" and 20 "tea": by chance they meet ten times; what was met four times was counted."""
    counted = WordPairs({"the": 50.0, "tea": 20.0, "hot": 26.0, "urn": 4.0}, {("hot", "tea"): 4.0})
    assert counted.is_expected("the", "tea")
    assert not counted.is_expected("the", "urn")
    assert not counted.is_expected("the", "kettle")
    assert not WordPairs({"the": 1.0}, {}).is_expected("the", "the")


def test_the_counts_that_ship_know_english() -> None:
    """What everybody would say is likelier than what nobody says."""
    shipped = load_pairs()
    assert shipped.price("there", "are") > shipped.price("there", "one")
    assert shipped.price("<s>", "the") > shipped.price("<s>", "of")
    assert (shipped.measure_pull("interested", "in") or 0) > (shipped.measure_pull("the", "in") or 0)
    assert shipped.price_text("don't know") == shipped.price_text("dont know") > shipped.price_text("don't no")
