"""Shared ideas."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.find.idea_groups import Idea
from pipeline.find.ideas import choose_ideas, find_shared_ideas, join_terms, keep_own_wording
from pipeline.find.order import sort_class_set
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Evidence, Member, Steadiness
from pipeline.settings import FindingSettings

SETTINGS = FindingSettings(resamples=20)
TASK = "Should students take their classes at home? Give reasons."
MakeClassSet = Callable[..., ClassSet]

SIBLINGS = (
    "My little brother screams all morning and I can't hear a word.",
    "It is hard to think when your baby sister is crying in the next room.",
    "With cousins running around the kitchen nobody can listen to a lesson.",
    "Home is noisy, because my brothers fight and yell.",
    "How can you concentrate while younger kids are shouting beside you?",
    "I share a room with two sisters and they never stop talking.",
)
SLEEP = (
    "I would get one more hour in bed since there is no bus to catch.",
    "You could wake up later and not be tired in the first lesson.",
    "Nobody has to get up at five thirty to stand at a bus stop in the dark.",
    "At home you can sleep until ten minutes before class begins.",
    "Teenagers need rest, and no ride in the morning gives them more sleep.",
    "The bus ride takes forty minutes, and I could be sleeping instead.",
)
SCREENS = (
    "Staring at a laptop for seven hours gives me a headache.",
    "My eyes burn after a whole day of looking at a screen.",
    "Doctors say that too many hours at a computer hurt your eyesight.",
    "By the afternoon my vision gets blurry from the monitor.",
    "I needed glasses after one semester of looking at the computer.",
    "All that screen time is bad for our eyes.",
)
ALONE = (
    "Grandpa keeps three goats behind the barn.",
    "The violin has four strings and a bow.",
    "Volcanoes spit ash over the island.",
    "Our team won the chess cup in spring.",
    "Bread rises because of the yeast in it.",
    "The museum shows a whale made of glass.",
)


@pytest.fixture(scope="module")
def essays() -> dict[str, str]:
    """Twelve essays: siblings in the even ones, sleep in every one but four, screens in the later half."""
    texts = {}
    for at in range(12):
        parts = [ALONE[at // 2] if at % 2 else f"Number {at} is my favourite number of all."]
        parts += [SIBLINGS[at // 2]] if at % 2 == 0 else []
        parts += [SLEEP[at]] if at < 6 else [SCREENS[at - 6]]
        texts[f"K{at:02d}"] = " ".join(parts)
    return texts


@pytest.fixture(scope="module")
def ideas(make_class_set: MakeClassSet, essays: dict[str, str]) -> tuple[Candidate, ...]:
    return find_shared_ideas(make_class_set(essays, TASK, embedder="all-minilm-l6-v2"), SETTINGS)


@pytest.mark.parametrize(
    "planted",
    [
        {f"K{at:02d}" for at in range(0, 12, 2)},
        {f"K{at:02d}" for at in range(6)},
        {f"K{at:02d}" for at in range(6, 12)},
    ],
    ids=["siblings", "sleep", "screens"],
)
def test_ideas_in_other_words_are_found(ideas: tuple[Candidate, ...], planted: set[str]) -> None:
    """Each of three ideas, worded six ways, comes back with at least four of its six pieces and few others."""
    found = [{member.piece for member in idea.members} for idea in ideas]
    assert any(len(one & planted) >= 4 and len(one - planted) <= 2 for one in found)


def test_evidence_is_word_for_word(ideas: tuple[Candidate, ...], essays: dict[str, str]) -> None:
    """Every member shows at least one passage, at its exact place, in the text's order."""
    assert ideas
    for member in (member for idea in ideas for member in idea.members):
        assert member.evidence
        assert 0 < member.strength <= 1
        assert all(essays[member.piece][one.start : one.end] == one.quote for one in member.evidence)
        assert [one.start for one in member.evidence] == sorted(one.start for one in member.evidence)


def test_ideas_have_names_of_their_own(ideas: tuple[Candidate, ...]) -> None:
    """No two ideas share a name or an id, and each has at least three pieces."""
    assert len({idea.name for idea in ideas}) == len({idea.id for idea in ideas}) == len(ideas)
    assert all(len(idea.members) >= 3 for idea in ideas)


def test_the_order_of_files_changes_nothing(
    make_class_set: MakeClassSet, essays: dict[str, str], ideas: tuple[Candidate, ...]
) -> None:
    """Essays in another order give the same ideas, figures and names."""
    turned = dict(sorted(essays.items(), key=lambda one: one[0][::-1]))
    assert find_shared_ideas(make_class_set(turned, TASK, embedder="all-minilm-l6-v2"), SETTINGS) == ideas


def test_repeating_the_task_is_no_idea(make_class_set: MakeClassSet) -> None:
    """Passages in the task's wording, and such as have no word of their own, are put aside."""
    texts = {
        "K07": "Students should take their classes at home. My eyes hurt from the screen.",
        "B11": "It is so now. I can sleep longer.",
    }
    kept = keep_own_wording(sort_class_set(make_class_set(texts, TASK)))
    assert {passage.text for passage in kept.passages} == {"I can sleep longer.", "My eyes hurt from the screen."}
    assert len(kept.passage_vectors.ids) == len(kept.passage_vectors.matrix) == 2


def test_no_idea_is_made_of_the_task(make_class_set: MakeClassSet) -> None:
    """Though eight students copy the task, no idea's evidence is the task; what they add is one."""
    texts = {f"K{at:02d}": f"Students should take their classes at home. {SLEEP[at % 6]}" for at in range(8)}
    ideas = find_shared_ideas(make_class_set(texts, TASK, embedder="all-minilm-l6-v2"), SETTINGS)
    quotes = [one.quote for idea in ideas for member in idea.members for one in member.evidence]
    assert quotes
    assert not [quote for quote in quotes if quote.startswith("Students should take")]


def test_the_closest_and_most_shared_groups_are_chosen() -> None:
    """Of groups with few enough students those that are close in many come first; a group of one student is no idea."""
    places = [np.arange(4), np.arange(4, 8), np.arange(8, 14), np.array([14, 15, 16])]
    owners = np.array([*range(14), 3, 3, 3])
    near = (0.5, 0.7, 0.5, 0.9)
    groups = [Idea(one, np.full(len(one), size)) for one, size in zip(places, near, strict=True)]
    assert choose_ideas(groups, owners, (3, 5), np.ones(17)) == [groups[1], groups[0]]


def test_passages_with_little_in_common_are_no_idea() -> None:
    """However many students have one: pairs with a cosine of .1 say nothing together."""
    tight, loose = Idea(np.arange(3), np.full(3, 0.3)), Idea(np.arange(3, 20), np.full(17, 0.1))
    assert choose_ideas([loose, tight], np.arange(20), (3, 20), np.ones(20)) == [tight]


def test_special_words_come_first() -> None:
    """Of two equally close groups the one with the more special words is the better idea."""
    groups = [Idea(np.arange(3), np.full(3, 0.5)), Idea(np.arange(3, 6), np.full(3, 0.5))]
    special = np.array([0.1, 0.1, 0.1, 2.0, 2.0, 2.0])
    assert choose_ideas(groups, np.arange(6), (3, 4), special) == [groups[1], groups[0]]


def test_a_term_inside_an_idea_is_a_part_of_it() -> None:
    """A steady term makes the idea it stands in steady and isn't shown beside it; a term elsewhere is."""
    idea = make_candidate("idea", [("K07", 0, 20), ("B11", 0, 20), ("C02", 0, 20)], is_reliable=False)
    inside = make_candidate("inside", [("K07", 5, 9), ("B11", 5, 9), ("C02", 5, 9)], is_reliable=True)
    outside = make_candidate("outside", [("K07", 30, 40), ("C02", 30, 40)], is_reliable=False)
    first, second = join_terms([idea], [inside, outside])
    assert (first.id, first.is_reliable, first.steadiness) == ("idea", True, inside.steadiness)
    assert second == outside


def test_a_steady_term_of_far_fewer_pieces_is_an_idea_of_its_own() -> None:
    """Two of five pieces say "spread out" in what all five say: the term comes first, and says nothing of the idea."""
    idea = make_candidate("idea", [(piece, 0, 20) for piece in ("K07", "B11", "C02", "D19", "E05")], is_reliable=False)
    term = make_candidate("term", [("K07", 5, 9), ("B11", 5, 9)], is_reliable=True)
    assert join_terms([idea], [term]) == (term, idea)


def make_candidate(name: str, places: list[tuple[str, int, int]], *, is_reliable: bool) -> Candidate:
    """Return an idea that quotes `places`: piece, start, end."""
    members = tuple(Member(piece, 1.0, (Evidence(piece, start, end, "."),)) for piece, start, end in places)
    steadiness = Steadiness(name, 1.0, "", 0.0, 0.0, 0.0, "")
    return Candidate(name, CandidateKind.IDEA, "ideas", name, "", members, steadiness, is_reliable, name)


def test_too_few_pieces_share_nothing(make_class_set: MakeClassSet) -> None:
    """Below five written pieces nothing is looked for."""
    texts = {f"K{at:02d}": text for at, text in enumerate(SLEEP[:4])} | {"B11": ""}
    assert find_shared_ideas(make_class_set(texts, TASK), SETTINGS) == ()
