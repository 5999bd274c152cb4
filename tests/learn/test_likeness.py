"""How labels vary together, before anything is decided."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.embed import load_embedder
from pipeline.learn import Outlook, look_at_texts
from pipeline.learn.likeness import Covariance, find_topics
from tests.learn.conftest import ANSWERS, LEAVES, ODD, QUESTION, look

RIGHT = ("the water evaporates in the warm sun", "in warm sun the water evaporates", "sun makes the water evaporate")
WRONG = ("somebody drank it", "it ran into the street", "a dog drank all of it")


def list_covariances(outlook: Outlook) -> tuple[Covariance, ...]:
    return outlook.judging, outlook.meaning, outlook.naming


@pytest.mark.parametrize(
    "texts",
    [ANSWERS, ("one answer",), ("", ""), ("", "?!", "rain"), ("same",) * 4],
    ids=["answers", "one", "empty", "marks", "equal"],
)
@pytest.mark.parametrize("references", [(), ("The water goes out through the leaves.",)], ids=["without", "with"])
def test_every_set_has_a_covariance(texts: Sequence[str], references: Sequence[str]) -> None:
    """Symmetric, nowhere negative, and of size one together with its noise: whatever was written."""
    for covariance in list_covariances(look(texts, references=references)):
        assert np.isfinite(covariance.rows).all()
        assert covariance.rows == pytest.approx(covariance.rows.T)
        assert np.linalg.eigvalsh(covariance.rows).min() > -1e-6
        assert np.diag(covariance.rows).mean() + covariance.noise == pytest.approx(1)
        assert 0 < covariance.noise < 1


def test_like_answers_go_together() -> None:
    """Answers about leaves with each other more than with any about roots."""
    leaves = np.array([text in LEAVES for text in ANSWERS])
    for covariance in list_covariances(look(ANSWERS)):
        among = covariance.rows[np.ix_(leaves, leaves)]
        assert among.mean(axis=1).min() > covariance.rows[np.ix_(leaves, ~leaves)].max()


def test_equal_answers_go_together_most() -> None:
    """Nobody is nearer to an answer than its double."""
    for covariance in list_covariances(look([*ANSWERS, ANSWERS[4]])):
        assert covariance.rows[4, -1] == pytest.approx(covariance.rows[4, 4])
        assert covariance.rows[4, -1] > np.delete(covariance.rows[4], [4, len(ANSWERS)]).max()


def test_a_model_answer_brings_right_answers_together() -> None:
    """Those who say it are judged alike more than they would be without it, against those who do not."""

    def measure_gap(references: Sequence[str]) -> float:
        rows = look([*RIGHT, *WRONG], "Where did the puddle go?", references).judging.rows
        return float(rows[:3, :3].mean() - rows[:3, 3:].mean())

    assert measure_gap(["The water evaporated in the warm sun."]) > measure_gap([]) > 0


def test_the_order_of_texts_changes_nothing() -> None:
    """Another order gives the same numbers in that order."""
    order = [5, 0, 7, 2, 6, 1, 4, 3]
    shuffled = look([ANSWERS[at] for at in order], references=["The leaves let it out."])
    for one, other in zip(
        list_covariances(look(ANSWERS, references=["The leaves let it out."])), list_covariances(shuffled), strict=True
    ):
        assert other.rows == pytest.approx(one.rows[np.ix_(order, order)], abs=1e-6)


def test_answers_are_read_alone_and_after_the_question() -> None:
    """Of a long question its end is read; without a question nothing stands before the answer."""
    seen: list[list[str]] = []

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        seen.append([*texts])
        return load_embedder("hashed").embed(texts)

    look_at_texts(["rain", "sun"], f"{'Read this first. ' * 40}{QUESTION}", ["Rain."], embed)
    plain, asked = seen
    assert plain == ["rain", "sun", "Rain."]
    assert [text.rsplit(QUESTION, 1)[1] for text in asked] == [" rain", " sun", " Rain."]
    assert max(map(len, asked)) < 320
    seen.clear()
    look_at_texts(["rain", "sun"], "", [], embed)
    assert seen == [["rain", "sun"]] * 2


def test_a_tenth_is_odd_where_there_is_no_model_answer(outlook: Outlook) -> None:
    """The piece that is like nobody else is among them."""
    assert [ANSWERS[at] for at in outlook.odd] == [*ODD]
    assert not look(ANSWERS, references=LEAVES).odd.size


def test_a_model_answer_speaks_for_judging(outlook: Outlook) -> None:
    """Labels name meanings less likely where there is one."""
    assert 0 < look(ANSWERS, references=LEAVES).meaning_prior < outlook.meaning_prior < 0.5


def test_texts_of_one_topic_are_alike_without_a_word_in_common() -> None:
    """The first and the third, where each shares words with the second; the last two speak of something else."""
    words = np.eye(5)
    words[[0, 1, 1, 2, 3, 4], [1, 0, 2, 1, 4, 3]] = 0.5
    topics = find_topics(words, 2)
    assert words[0, 2] == 0
    assert topics[0, 2] > 0.9
    assert np.abs(topics[:3, 3:]).max() < 0.1


def test_directions_as_strong_as_each_other_are_kept_together() -> None:
    """Of pieces that have nothing in common none is of another's topic, whatever their order."""
    assert find_topics(np.eye(12), 8) == pytest.approx(np.eye(12))


def test_who_speaks_against_the_model_answer_is_apart_from_who_agrees() -> None:
    """In nearly the same words; without the model answer less so."""
    agreeing = ["the bulb is on now", "the bulb stays on", "so the bulb is on"]
    against = ["the bulb is off now", "the bulb is not on", "so the bulb is off"]

    def measure_gap(references: Sequence[str]) -> float:
        rows = look([*agreeing, *against], "What does the bulb do?", references).judging.rows
        return float(rows[:3, :3].mean() - rows[:3, 3:].mean())

    assert measure_gap(["The bulb is on."]) > max(0, measure_gap([]))
