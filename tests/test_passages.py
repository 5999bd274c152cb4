"""Transcripts fall into passages with exact places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import find_words
from pipeline.passages import split_passages
from pipeline.records.reading import Transcript


def cut(text: str) -> list[str]:
    return [passage.text for passage in split_passages(Transcript("K07", text, (), 1.0, needs_eyes=False))]


def test_a_sentence_is_a_passage() -> None:
    """Sentences long enough stand alone."""
    assert cut("The floor was warm. So the water dried up.") == ["The floor was warm.", "So the water dried up."]


def test_short_sentences_join_their_neighbour() -> None:
    """A sentence of three words goes with the one before it, a first one with the one after."""
    assert cut("The switch is open now. It is off. The bulb gets no current.") == [
        "The switch is open now. It is off.",
        "The bulb gets no current.",
    ]
    assert cut("No way! I would never do that.") == ["No way! I would never do that."]


def test_paragraphs_are_not_joined() -> None:
    """A heading stays apart from the text below it."""
    assert cut("My answer\n\nIt evaporated in the warm sun.") == ["My answer", "It evaporated in the warm sun."]


def test_a_piece_of_one_word_has_a_passage() -> None:
    """One word is a passage, no word is none."""
    assert cut("Yes") == ["Yes"]
    assert cut(" \n ") == []


@given(st.text(alphabet="ab c.!?\n", max_size=200))
def test_places_are_exact(text: str) -> None:
    """Each passage's text stands at its place, and every word is in one passage."""
    passages = split_passages(Transcript("K07", text, (), 1.0, needs_eyes=False))
    assert all(passage.text == text[passage.start : passage.end] for passage in passages)
    assert sum(len(find_words(passage.text)) for passage in passages) == len(find_words(text))
