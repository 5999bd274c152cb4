"""Phrases folded into words, and what kind of word each is."""

from __future__ import annotations

import pytest

from pipeline.language.folding import (
    ALL,
    NONE,
    SOME,
    find_level,
    is_negation,
    lessens,
    list_folded,
    name_word,
    take_un_off,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She no longer trusts him", ["she", "not", "trusts", "him"]),
        ("The bulb goes out", ["the", "bulb", "off"]),
        ("Plants give off oxygen", ["plants", "release", "oxygen"]),
        ("Only some metals", ["few", "metals"]),
        ("It went up", ["it", "went", "increase"]),
    ],
)
def test_phrases_become_words(text: str, words: list[str]) -> None:
    """What several words say as one stands as one."""
    assert list_folded(text) == words


def test_denials_are_heard() -> None:
    """With or without an apostrophe; "never" is told by its level."""
    assert all(is_negation(word) for word in ("not", "isn't", "cant", "without"))
    assert not is_negation("never")
    assert find_level("never", "") == {NONE}


def test_not_all_is_some() -> None:
    """A denied "all" is some of it, not none."""
    assert find_level("all", "") == {ALL}
    assert find_level("always", "not") == {SOME}
    assert find_level("bulb", "") == set()


def test_un_denies_what_is_a_word_without_it() -> None:
    """The word "unfriendly" denies "friendly"; "uncle" and "under" deny nothing."""
    assert take_un_off("unfriendly") == ("friendly", True)
    assert take_un_off("uncle") == ("uncle", False)
    assert take_un_off("under") == ("under", False)


def test_less_denies_what_follows_it() -> None:
    """Saying "less dense" is the other way round of "dense"; "less" at the end stands for itself."""
    assert lessens("less", "dense")
    assert not lessens("less", "")


def test_opposites_share_a_name() -> None:
    """In the order of a sentence "heavier" and "lighter" are one place, and forms of a word another."""
    assert name_word("heavier") == name_word("lighter")
    assert name_word("evaporated") == name_word("evaporates") != name_word("heavier")
