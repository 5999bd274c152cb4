"""How likely a word is after another one."""

from __future__ import annotations

from collections import Counter

from pipeline.language.chances import Chances, learn_chances
from pipeline.language.pairs import load_pairs
from pipeline.language.vocabulary import learn_vocabulary

TEXTS = [["the", "melvinator", "glows"], ["the", "melvinator", "hums"], ["a", "melvinator", "glows"]]


def learn(texts: list[list[str]]) -> Chances:
    """Return the chances in a class set of these words, with the pairs of English."""
    counts = Counter(word for words in texts for word in words)
    return learn_chances(learn_vocabulary(counts, frozenset(), ("en",)), texts, load_pairs())


def test_what_the_class_says_is_likelier() -> None:
    """Its own words, and its words after each other; once said is not counted, for that may be the one asked about."""
    chances = learn(TEXTS)
    assert chances.price("the", "melvinator") > chances.price("the", "perpetrator")
    assert chances.price("the", "melvinator") > chances.price("hums", "melvinator")
    once = learn([["the", "glowing", "thing"], ["a", "thing"]])
    assert once.price("the", "glowing") == learn([["the", "thing"], ["glowing", "a", "thing"]]).price("the", "glowing")


def test_english_pairs_count_where_the_class_says_nothing() -> None:
    """After "of" comes "the", not "thy"; and without pairs the word before makes no difference."""
    chances = learn(TEXTS)
    assert chances.price("of", "the") > chances.price("the", "the")
    alone = learn_chances(chances.vocabulary, [], None)
    assert alone.price("of", "the") == alone.price("the", "the")
