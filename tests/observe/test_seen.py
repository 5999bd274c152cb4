"""Rates, halves, chances and spans: what all observations are made of."""

from __future__ import annotations

from pipeline.observe.seen import find_chance, open_span, see_counts, widen_span
from tests.observe.conftest import Looker

FOUR = "One dog ran. Two cats sat. Three birds flew. Four fish swam."


def test_a_short_piece_has_no_habit(look: Looker) -> None:
    """Below 50 words a rate is taken over 50: one span in five words is 2 per 100, not 20."""
    assert see_counts(look("so we ran home early"), [(0, 2)]).strength == 2


def test_a_span_belongs_to_its_sentences_half(look: Looker) -> None:
    """A span in the second sentence counts in the second half only."""
    first, second = see_counts(look(FOUR), [(13, 20)]).halves or (1.0, 1.0)
    assert first == 0
    assert second > 0


def test_three_sentences_are_not_halved(look: Looker) -> None:
    """With too few sentences there is nothing to compare."""
    assert see_counts(look("One dog ran. Two cats sat. Three birds flew."), []).halves is None


def test_chance_is_that_of_drawing_without_putting_back() -> None:
    """One marked sentence of four is among two places half the time; no sentence has no chance."""
    assert (find_chance(4, 1, 2), find_chance(4, 4, 1), find_chance(0, 0, 1)) == (0.5, 1.0, 0.0)


def test_spans_stay_inside_their_sentence(look: Looker) -> None:
    """A span at a sentence's end reaches back for something to read, never into the next sentence."""
    seen = look("We all went home after school because. Then came rain.")
    start, end = widen_span(seen.sentences[0], 6)
    assert seen.text[start:end] == "all went home after school because"
    assert seen.text[slice(*open_span(seen.sentences[1]))] == "Then came rain."
