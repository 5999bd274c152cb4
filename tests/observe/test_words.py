"""Words: how many different ones, how long, how often the same, and whose."""

from __future__ import annotations

import pytest

from pipeline.observe import words
from tests.observe.conftest import Looker

SAME = "the dog saw the dog and the dog saw the dog again"
DIFFERENT = "seven brown foxes jumped quickly over another lazy sleeping animal yesterday evening"


def test_mtld_by_hand(look: Looker) -> None:
    """A factor ends when different words fall below .72 of a stretch: 'a b a b…' makes a factor every three words."""
    assert words.measure_mtld(look("aa bb aa bb aa bb aa bb aa bb aa bb")) == pytest.approx(3.0)


def test_mtld_of_all_different_words_is_their_number(look: Looker) -> None:
    """A text that never repeats reaches no factor, and below ten words nothing is measured."""
    assert words.measure_mtld(look(DIFFERENT)) == 12
    assert words.measure_mtld(look("seven brown foxes")) == 0


def test_misread_words_make_no_text_varied(look: Looker) -> None:
    """What no list knows, and a short word that is hardly one, counts neither for a text nor against it."""
    assert words.measure_mtld(look(f"{DIFFERENT} fhzqt qwj5 zq")) == words.measure_mtld(look(DIFFERENT))


def test_a_text_in_another_language_is_measured_as_it_stands(look: Looker) -> None:
    """Where most words are in no list here, each counts."""
    assert words.measure_mtld(look(" ".join(f"{letter}zqx{letter}j" for letter in "abcdefghijkl"))) == 12


def test_rare_words_are_long_and_known() -> None:
    """A short rare word is as often a common one misread."""
    assert [one for one in ("evaporate", "ore", "house", "fhzqtx") if words.is_rare(one)] == ["evaporate"]


def test_long_words_are_a_share(look: Looker) -> None:
    """Words of seven letters or more, over all words."""
    assert words.use_long_words(look(DIFFERENT)).strength == pytest.approx(5 / 12)


def test_repeated_words_are_pairs_of_content_words(look: Looker) -> None:
    """Stop words are everybody's; the same content word twice among five is one pair of ten."""
    assert words.repeat_words(look("The plant and the plants like green water today.")).strength == pytest.approx(0.1)
    assert words.repeat_words(look(DIFFERENT)).strength == pytest.approx(1e-6)


def test_the_tasks_words_used(look: Looker) -> None:
    """Half of the task's content words used is one half; without a task it is 0."""
    assert words.use_task_words(look("I like homework.", "Is homework useful?")).strength == pytest.approx(0.5)
    assert words.use_task_words(look("I like homework.")).strength == 0
