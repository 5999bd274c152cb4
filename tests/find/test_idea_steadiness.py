"""How steady ideas are, over words and nearness one can count by eye."""

from __future__ import annotations

import numpy as np

from pipeline.find.idea_groups import Idea
from pipeline.find.idea_steadiness import OF_IDEA, OF_SET, Judged, count_linked, lay_ground, measure_ideas

ALONE = [[f"own{at}", f"word{at}", f"alone{at}"] for at in range(120)]
APART = 0.0


def judge(*ideas: list[list[str]], nearness: float = APART) -> list[Judged]:
    """Return how steady `ideas` are, each the words of its passages, among ALONE; four passages a piece.

    `nearness` is the cosine of the passages of one idea.
    """
    told = [words for idea in ideas for words in idea] + ALONE
    count = max(len(told) // 4, *map(len, ideas))
    similarity = np.eye(len(told))
    groups, first = [], 0
    for idea in ideas:
        places = np.arange(first, first + len(idea))
        similarity[np.ix_(places, places)] = nearness
        groups.append(Idea(places, np.ones(len(places))))
        first += len(idea)
    # Each idea's passages are of other pieces than each other.
    owners = np.concatenate([*(np.arange(len(idea)) for idea in ideas), np.arange(len(ALONE)) % count])
    return measure_ideas(lay_ground(told, owners, similarity), groups)


def say(first: str, second: str, students: int) -> list[list[str]]:
    """Return the words of passages that share two, each with one of its own."""
    return [[first, second, f"{first}{at}"] for at in range(students)]


LEAF = say("leaf", "yellow", 6) + say("moss", "pale", 6)
WATER = say("water", "dry", 6) + say("thirst", "soil", 6)
ROOT = say("root", "deep", 6) + say("stalk", "thin", 6)


def test_words_that_come_together_make_an_idea_steady() -> None:
    """Twelve students who bring two rare words together, six these and six those, and so twice more."""
    assert [(one.linked, one.is_sure) for one in judge(LEAF, WATER, ROOT)] == [(12, True)] * 3


def test_nearness_makes_one_steady_without_shared_words() -> None:
    """Passages that lie near each other are linked, whatever their words; others are not."""
    told = [[f"w{at}", f"v{at}"] for at in range(12)]
    assert judge(told, nearness=0.6)[0].is_sure
    assert judge(told, nearness=0.2)[0].linked == 0


def test_one_word_is_not_enough() -> None:
    """Passages that share one striking word and lie apart are no steady idea."""
    (one,) = judge([["dentist", f"w{at}", f"v{at}"] for at in range(12)])
    assert (one.linked, one.is_sure) == (0, False)


def test_pairs_are_not_enough() -> None:
    """Sentences that stand in two pieces each link nobody with two others."""
    (one,) = judge([[f"w{at // 2}", f"v{at // 2}"] for at in range(12)])
    assert one.linked == 0


def test_a_few_linked_students_are_steady_beside_ideas_beyond_doubt() -> None:
    """Three students carry no idea in a set that shares nothing else, and one in a set that does."""
    few = say("door", "shade", 3)
    assert not judge(few)[0].is_sure
    assert [one.is_sure for one in judge(LEAF, WATER, few)] == [True, True, True]
    assert not judge(LEAF, WATER, few[:2])[2].is_sure


def test_few_of_many_are_not_enough() -> None:
    """Six students of forty-six do not carry the idea of all, even in a set that holds ideas."""
    alone = [[f"u{at}", f"v{at}"] for at in range(40)]
    (*_, loose) = judge(LEAF, WATER, say("door", "shade", 6) + alone)
    assert (loose.linked, loose.is_sure) == (6, False)


def test_nearer_is_asked_for_where_more_passages_are_looked_at() -> None:
    """In four times as many passages of as many pieces chance brings nearer pairs."""
    small = lay_ground([[]] * 100, np.arange(100) % 25, np.eye(100))
    large = lay_ground([[]] * 400, np.arange(400) % 25, np.eye(400))
    assert small.measure_near(OF_IDEA) < large.measure_near(OF_IDEA) < large.measure_near(OF_SET) < 1


def test_a_set_without_words_has_no_steady_idea() -> None:
    """Nothing is linked where nothing is told."""
    ground = lay_ground([[], [], []], np.arange(3), np.eye(3))
    assert count_linked(ground, np.arange(3), ground.measure_near(OF_IDEA)) == 0
    assert not measure_ideas(ground, [Idea(np.arange(3), np.ones(3))])[0].is_sure
    assert measure_ideas(ground, []) == []
