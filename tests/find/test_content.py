"""Which words carry content, and which only say the task again."""

from __future__ import annotations

import pytest

from pipeline.find.content import (
    find_content,
    find_task_stems,
    learn_wording,
    measure_specificity,
    stem,
    strip_task,
)

TASK = "Explain why the water on the floor evaporated."


@pytest.mark.parametrize(
    ("one", "other"), [("evaporated", "evaporates"), ("evaporation", "evaporate"), ("bulbs", "bulb"), ("dog's", "dogs")]
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """Endings fall away."""
    assert stem(one) == stem(other)


def test_short_words_stay() -> None:
    """No stem is shorter than three letters."""
    assert [stem(word) for word in ("red", "uses", "is", "gas")] == ["red", "use", "is", "gas"]


def test_content_leaves_out_the_task() -> None:
    """Stop words and the task's words are no content, in whatever form."""
    stems = find_task_stems(TASK, [])
    assert find_content("The water was evaporating because of the warm sun", stems) == ["warm", "sun"]
    assert strip_task(["the floor", "a warm day"], stems) == ["", "warm day"]


def test_a_long_task_keeps_its_rarer_words() -> None:
    """Of an article in the task only the words that most students use are left out."""
    article = " ".join(f"word{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(100)) + " sleep"
    texts = ["we need sleep", "sleep is good", "wordaa happened"] * 3
    stems = find_task_stems(article, texts + ["sleep again"] * 3)
    assert stems == {"sleep"}


def test_saying_the_task_again_is_seen() -> None:
    """A copy of the task is one even with letters misread; an answer in its words is none."""
    wording = learn_wording(TASK)
    assert wording.is_repeated("Explain why the watcr on the floor evaporated")
    assert not wording.is_repeated("The water on the floor evaporated since the sun was warm")
    assert not wording.is_repeated("it is so")
    assert not learn_wording("").is_repeated("The water dried")


def test_special_words_are_special() -> None:
    """What could be said of anything is less special than what could not."""
    everyday = measure_specificity("That is one good reason, I think", frozenset())
    special = measure_specificity("The hormone makes you drowsy after sunset", frozenset())
    assert special > everyday + 0.5


def test_nonsense_is_not_special() -> None:
    """Misread words count for nothing."""
    assert measure_specificity("xqzt wrrk", frozenset()) == 0.0
