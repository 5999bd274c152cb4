"""What words a class set knows."""

from __future__ import annotations

from pipeline.language.vocabulary import is_in, learn_vocabulary

NO_TASK: frozenset[str] = frozenset()


def test_known_are_listed_words_the_tasks_and_those_often_used() -> None:
    """A word that no list has counts as the class's own from three times on."""
    counts = {"the": 9, "melvinator": 3, "grobnik": 2, "zorp": 1}
    known = learn_vocabulary(counts, frozenset({"zorp"}), ("en",))
    assert known.counts == {"the": 9, "melvinator": 3, "zorp": 1}


def test_a_misreading_that_comes_back_is_not_known() -> None:
    """Where the word it is read for stands four times as often, in letters, in digits, or in two words."""
    counts = {"floor": 20, "fioor": 3, "the": 20, "thefloor": 3, "f1oor": 3}
    assert learn_vocabulary(counts, NO_TASK, ("en",)).counts.keys() == {"floor", "the"}


def test_a_word_is_known_in_the_languages_of_the_set() -> None:
    """What is a word in Spanish is none in English, though a rare one may be listed there."""
    assert is_in("luz", ["es"])
    assert is_in("porque", ["en", "es"])
    assert "evaporación" not in learn_vocabulary({"evaporación": 1}, NO_TASK, ("en",)).counts
    assert "evaporación" in learn_vocabulary({"evaporación": 1}, NO_TASK, ("es",)).counts


def test_rare_words_are_listed_without_being_known() -> None:
    """A list has "perpetrator" and, once in a million, misspellings; letters alone."""
    english = learn_vocabulary({}, NO_TASK, ("en",))
    assert english.has_word("untied")
    assert not english.has_word("lheu")
    assert english.measure_share("the") > english.measure_share("perpetrator") > 0
    assert english.measure_share("lheuqz") == 0
