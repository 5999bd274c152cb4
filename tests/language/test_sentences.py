"""Where sentences are, also where a young writer leaves the full stops away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import find_sentences, find_words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The bulb is on. Why? It is closed!", ["The bulb is on.", "Why?", "It is closed!"]),
        ("Mr. Smith likes e.g. tea. I do not.", ["Mr. Smith likes e.g. tea.", "I do not."]),
        ("It was 1.5 volts. Then 2.", ["It was 1.5 volts.", "Then 2."]),
        ("\u201cNo way.\u201d She left.", ["\u201cNo way.\u201d", "She left."]),
        ("", []),
        (" ... \n\n !", []),
    ],
)
def test_ends_of_sentences(text: str, sentences: list[str]) -> None:
    """A full stop ends a sentence, but not in an abbreviation or a number."""
    assert cut(text) == sentences


def test_lines_of_handwriting_do_not_end_a_sentence() -> None:
    """A line break is no end, an empty line is."""
    assert cut("the water dries\nbecause it is warm\n\nMy idea") == ["the water dries\nbecause it is warm", "My idea"]


def test_run_ons_are_cut_before_connectives() -> None:
    """Without any full stop a long stretch falls into parts that begin with a connective."""
    part = "we went to the park with all of our friends from school "
    parts = cut((part + "and then ") * 4 + "home")
    assert len(parts) > 3
    assert all(one.startswith(("we", "and")) for one in parts)
    assert max(len(find_words(one)) for one in parts) <= 26


def test_run_ons_are_cut_where_a_capital_opens_a_line() -> None:
    """Lists of sentences without full stops, one a line, fall into their lines."""
    line = "The river was so cold that nobody wanted to swim in it at all"
    assert cut("\n".join([line] * 4)) == [line] * 4


@given(st.text(alphabet="aB .!?\n\"'", max_size=200))
def test_sentences_cover_every_word_in_order(text: str) -> None:
    """No word is lost, none is told twice, and no sentence has white space at its edges."""
    spans = find_sentences(text)
    assert [word.text for word in find_words(text)] == [
        word.text for start, end in spans for word in find_words(text[start:end])
    ]
    assert all(text[start:end].strip() == text[start:end] for start, end in spans)
