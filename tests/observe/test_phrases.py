"""Phrases are found, also with one letter misread, and known words stay what they are."""

from __future__ import annotations

import pytest

from pipeline.language.words import find_words
from pipeline.observe.phrases import find_phrases, is_one_edit, mend_word


@pytest.mark.parametrize("misread", ["becuase", "beacuse", "becanse", "becaus", "becauuse", "bccause"])
def test_a_connective_with_one_edit_is_mended(misread: str) -> None:
    """A letter missing, added, changed or two swapped still reads as the connective."""
    assert mend_word(misread) == "because"


@pytest.mark.parametrize("known", ["through", "season", "although", "thing", "but", "cause"])
def test_a_known_word_stands(known: str) -> None:
    """A word of the language is never taken for a misread connective."""
    assert mend_word(known) == known


@pytest.mark.parametrize(
    ("word", "target", "is_near"),
    [("ab", "ab", False), ("ab", "abc", True), ("abc", "ac", True), ("acb", "abc", True), ("xyc", "abc", False)],
)
def test_one_edit_is_exactly_one(word: str, target: str, is_near: bool) -> None:  # noqa: FBT001  # a table's column
    """Equal words are none apart, and two changes are too many."""
    assert is_one_edit(word, target) is is_near


def test_the_longest_phrase_is_taken() -> None:
    """What reads "for this reason" is one phrase, not also "reason", and phrases do not overlap."""
    words = find_words("and for this reason we go because")
    assert find_phrases(words, ("because", "for this reason", "reason")) == [(1, 4), (6, 7)]
