"""What a word as read may have been meant as."""

from __future__ import annotations

from collections import Counter

import pytest

from pipeline.language.meant import LEAST_MISREAD, MOST_MISREAD, Channel, is_form, is_sign, learn_channel
from pipeline.language.vocabulary import learn_vocabulary

COUNTS = Counter({"the": 20, "floor": 8, "flour": 2, "surface": 5, "area": 5, "bulb": 4, "on": 6})


def make_channel(misread: float = 0.2) -> Channel:
    """Return the channel of a class set with COUNTS."""
    return Channel(learn_vocabulary(COUNTS, frozenset(), ("en",)), misread)


def list_words(channel: Channel, word: str) -> list[tuple[str, ...]]:
    """Return what `word` may mean."""
    return [meant.words for meant in channel.list_meant(word)]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("fleor", ("floor",)),
        ("f1oor", ("floor",)),
        ("thefloor", ("the", "floor")),
        ("thefleor", ("the", "floor")),
        ("surfaceon", ("surface", "on")),
        ("snrfoce", ("surface",)),
        ("anythiny", ("anything",)),
    ],
)
def test_an_unknown_word_may_be_a_known_one(read: str, meant: tuple[str, ...]) -> None:
    """By a letter or two, a digit, a space lost, both, or a word that only the lists know."""
    assert meant in list_words(make_channel(), read)


def test_a_word_may_always_be_itself() -> None:
    """It comes first; where nobody knows it that costs more, and more for each letter."""
    known, new, longer = (make_channel().list_meant(word)[0] for word in ("floor", "qzkxw", "qzkxwqzkxw"))
    assert (known.words, known.is_new) == (("floor",), False)
    assert new.is_new
    assert known.chance > new.chance > longer.chance


def test_a_known_word_is_more_surely_itself_where_little_is_misread() -> None:
    """The other reading stays, at a price."""
    sure, unsure = (dict.fromkeys(list_words(make_channel(share), "flour")) for share in (0.002, 0.3))
    assert ("floor",) in unsure
    assert make_channel(0.002).list_meant("flour")[0].chance > make_channel(0.3).list_meant("flour")[0].chance
    assert set(sure) <= set(unsure)


def test_two_words_may_be_one() -> None:
    """Where they make a word together, and are not two words that stand together anyway."""
    joined = make_channel().join("sur", "face")
    assert joined is not None
    assert (joined.words, joined.span) == (("surface",), 2)
    assert make_channel().join("floor", "bulb") is None
    assert make_channel().join("on", "to") is None


def test_how_much_is_misread_is_told_by_unknown_words() -> None:
    """Numbers tell nothing; the share stays within bounds."""
    vocabulary = learn_vocabulary(COUNTS, frozenset(), ("en",))
    assert learn_channel(vocabulary, COUNTS).misread == LEAST_MISREAD
    assert learn_channel(vocabulary, Counter({"17": 50}) + COUNTS).misread == LEAST_MISREAD
    assert learn_channel(vocabulary, Counter({"lheuqz": 500}) + COUNTS).misread == MOST_MISREAD
    some = learn_channel(vocabulary, Counter({"lheuqz": 2}) + COUNTS).misread
    assert LEAST_MISREAD < some < MOST_MISREAD


@pytest.mark.parametrize(
    ("word", "is_one"), [("3", True), ("b", True), ("b3", True), ("2024", True), ("on", False), ("3rd", False)]
)
def test_signs_are_what_they_are(word: str, is_one: bool) -> None:  # noqa: FBT001 given by the table
    """The names of lamps and points are no misread words."""
    assert is_sign(word) == is_one


@pytest.mark.parametrize(
    ("word", "other", "is_one"),
    [
        ("bulbs", "bulb", True),
        ("connect", "connects", True),
        ("undissolved", "dissolved", True),
        ("batter", "battery", False),
        ("ppath", "path", False),
        ("flour", "floor", False),
    ],
)
def test_forms_of_a_word_are_words(word: str, other: str, is_one: bool) -> None:  # noqa: FBT001 given by the table
    """An ending, or a beginning that turns the meaning round, is what the student wrote."""
    assert is_form(word, other, is_word=True) == is_one


def test_what_is_no_word_may_lack_its_ending() -> None:
    """But it has the one it has."""
    assert not is_form("connecte", "connected", is_word=False)
    assert is_form("trombones", "trombone", is_word=False)
