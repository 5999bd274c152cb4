"""What to look at next, and who probably belongs to what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import pytest

from pipeline.learn import Group, Outlook, find_belonging, offer_groups
from tests.learn.conftest import ANSWERS, ODD, look, outlook_on, tie

LEFT = {3: "out through the leaves", 6: "nothing to drink"}
DECIDED = {at: LEFT[3] if at < 4 else LEFT[6] for at in range(7) if at not in LEFT}
"""All answers about leaves but one, and all about roots but one."""


def list_places(groups: Sequence[Group]) -> list[int]:
    return sorted(chain.from_iterable(group.places for group in groups))


@pytest.mark.parametrize("seed", range(10))
def test_groups_hold_each_undecided_piece_once(outlook: Outlook, seed: int) -> None:
    """Whatever was decided about however many, each group with its places in order and a likely label met so far."""
    rng = np.random.default_rng(seed)
    count = int(rng.integers(0, len(ANSWERS)))
    labels = {int(at): str(rng.choice(["A", "B", "C"])) for at in rng.permutation(len(ANSWERS))[:count]}
    groups = offer_groups(outlook, labels)
    assert list_places(groups) == [at for at in range(len(ANSWERS)) if at not in labels]
    for group in groups:
        assert group.places == tuple(sorted(group.places))
        assert group.label is None or group.label in labels.values()
        assert 0 < group.probability <= 1


def test_the_rest_is_parted_by_label() -> None:
    """Of four kinds with one piece decided each, what is not offered first lies in groups of one label."""
    kinds = tie([0, 1, 2, 3] * 4)
    groups = offer_groups(outlook_on(kinds), dict(enumerate("ABCD")))
    assert [group.label for group in groups[1:]] == sorted({str(group.label) for group in groups[1:]})
    assert list_places(groups) == list(range(4, 16))
    assert all({"ABCD"[at % 4] for at in group.places} == {group.label} for group in groups)


def test_strangers_belong_to_nothing() -> None:
    """Where they have nothing in common with what was decided, and many labels were met, another label is likeliest."""
    strangers = tie(range(10))
    few, many = dict(enumerate("AB")), dict(enumerate("ABCD"))
    assert find_belonging(outlook_on(strangers), few) == []
    assert {group.label for group in offer_groups(outlook_on(strangers), many)} == {None}


def test_the_odd_ones_are_looked_at_first(outlook: Outlook) -> None:
    """Before anything is decided: those that are like nobody else."""
    assert [ANSWERS[at] for at in offer_groups(outlook, {})[0].places] == [*ODD]


def test_with_nothing_decided_all_pieces_are_offered(outlook: Outlook) -> None:
    """Under no label, for none was met; and nobody belongs to anything."""
    groups = offer_groups(outlook, {})
    assert list_places(groups) == list(range(len(ANSWERS)))
    assert {group.label for group in groups} == {None}
    assert find_belonging(outlook, {}) == []


def test_one_piece_left_is_offered_alone(outlook: Outlook) -> None:
    """After it there is nothing to offer."""
    labels = {at: "A" if at < 4 else "B" for at in range(len(ANSWERS))}
    assert offer_groups(outlook, labels) == []
    del labels[5]
    (group,) = offer_groups(outlook, labels)
    assert (group.places, group.label) == ((5,), "B")


def test_the_last_of_equal_answers_gets_the_label_of_the_others() -> None:
    """Beside others that carry another."""
    texts = ["the roots drink"] * 4 + ["a dog barked at night"] * 3
    labels = dict.fromkeys(range(3), "roots") | dict.fromkeys(range(4, 7), "dog")
    (group,) = offer_groups(look(texts), labels)
    (belonging,) = find_belonging(look(texts), labels)
    assert (group.places, group.label) == (belonging.places, belonging.label) == ((3,), "roots")


def test_like_answers_belong_to_what_was_decided(outlook: Outlook) -> None:
    """The fourth about leaves to the leaves, the third about roots to the roots; a decided piece is not asked again."""
    found = {group.places: group.label for group in find_belonging(outlook, DECIDED)}
    assert {(at,): label for at, label in LEFT.items()}.items() <= found.items()
    assert not {at for (at,) in found} & DECIDED.keys()


@pytest.mark.parametrize("decided", [2, 6, 12])
def test_with_one_label_met_strangers_do_not_belong(decided: int) -> None:
    """However many carry it: a pattern confirmed first says nothing of pieces that have nothing in common with it."""
    kinds = tie([*[0] * (decided + 1), *range(1, 9)])
    found = find_belonging(outlook_on(kinds), dict.fromkeys(range(decided), "A"))
    assert list_places(found) == [decided]


def test_who_belongs_is_likelier_in_than_out_and_the_likeliest_comes_first(outlook: Outlook) -> None:
    """Each piece once, with no less than an even chance."""
    found = find_belonging(outlook, {0: "leaves", 4: "roots"})
    probabilities = [group.probability for group in found]
    assert found
    assert probabilities == sorted(probabilities, reverse=True)
    assert min(probabilities) >= 0.5
    assert len(set(list_places(found))) == len(found)


def test_the_order_of_texts_and_the_labels_names_change_nothing(outlook: Outlook) -> None:
    """In another order, and under names that sort otherwise, the same answers belong to the same."""
    order = [5, 0, 7, 2, 6, 1, 4, 3]
    names = {LEFT[3]: "z", LEFT[6]: "a"}
    shuffled = look([ANSWERS[at] for at in order])
    labels = {place: names[DECIDED[at]] for place, at in enumerate(order) if at in DECIDED}
    found = {order[group.places[0]]: (group.label, group.probability) for group in find_belonging(shuffled, labels)}
    first = {
        group.places[0]: (names[str(group.label)], group.probability) for group in find_belonging(outlook, DECIDED)
    }
    assert {at: label for at, (label, _) in found.items()} == {at: label for at, (label, _) in first.items()}
    for at, (_, probability) in found.items():
        assert probability == pytest.approx(first[at][1], abs=1e-3)
