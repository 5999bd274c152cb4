"""The first sort."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.find.cutting import sort_rows
from pipeline.find.order import sort_class_set
from pipeline.find.piles import find_first_sort, is_sorted_on_words, join_growth
from pipeline.records.patterns import ClassSet
from pipeline.settings import FindingSettings

SETTINGS = FindingSettings(resamples=40)
MakeClassSet = Callable[..., ClassSet]


def test_fruit_and_tools_lie_apart(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """No pile holds both, every piece is in a pile or not sorted, and none is in two."""
    piles, not_sorted = find_first_sort(make_class_set(fruit_and_tools), SETTINGS)
    codes = [member.piece for pile in piles for member in pile.members]
    assert all(len({member.piece[0] for member in pile.members}) == 1 for pile in piles)
    assert sorted([*codes, *not_sorted]) == sorted(fruit_and_tools)
    assert len(piles) >= 2


def test_evidence_is_a_passage_of_the_piece(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """Short answers show the passage nearest to their pile, word for word."""
    piles, _ = find_first_sort(make_class_set(fruit_and_tools), SETTINGS)
    for pile in piles:
        for member in pile.members:
            (span,) = member.evidence
            assert fruit_and_tools[member.piece][span.start : span.end] == span.quote
            assert 0 <= member.strength <= 1


def test_the_order_of_files_changes_nothing(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """Shuffled pieces give the same piles, ids, names and figures."""
    pieces = list(fruit_and_tools.items())
    first = find_first_sort(make_class_set(dict(pieces)), SETTINGS)
    assert find_first_sort(make_class_set(dict(pieces[7:] + pieces[6::-1])), SETTINGS) == first


def test_longer_pieces_are_sorted_on_observations(make_class_set: MakeClassSet) -> None:
    """Essays that differ in what is observed fall apart there, whatever their words; the sort says what it rests on."""
    texts = {f"K{at:02d}": "So many words that say the same thing again. " * (12 + at % 3) for at in range(24)}
    rng = np.random.default_rng(2)
    traits = {
        key: {code: (int(code[1:]) % 2) * 5.0 + rng.random() for code in texts}
        for key in ("questions", "quotes", "reasons")
    }
    class_set = make_class_set(texts, traits=traits)
    assert not is_sorted_on_words(sort_class_set(class_set), SETTINGS)
    piles, _ = find_first_sort(class_set, SETTINGS)
    parity = [{int(member.piece[1:]) % 2 for member in pile.members} for pile in piles]
    assert all(len(one) == 1 for one in parity)
    assert all("observed" in pile.basis for pile in piles)
    assert any("has " in pile.name for pile in piles)
    assert all(span.is_whole_piece for pile in piles for member in pile.members for span in member.evidence)


def test_a_stranger_is_not_sorted() -> None:
    """A row far from every centre stays out of the piles."""
    rng = np.random.default_rng(0)
    near = rng.standard_normal((30, 4)) * 0.1 + np.repeat([[0.0] * 4, [3.0] * 4, [-3.0] * 4], 10, axis=0)
    sort = sort_rows(np.vstack([near, [[1.5, -1.5, 1.5, -1.5]]]))
    assert sort.alone.tolist() == [30]
    assert sorted(len(group) for group in sort.groups) == [10, 10, 10]


@pytest.mark.parametrize("count", [5, 12, 25])
def test_there_is_never_a_crowd_of_singletons(make_class_set: MakeClassSet, count: int) -> None:
    """Every pile has at least two pieces, and most pieces are in one."""
    words = "sun wind rain snow river stone tree bird fish road house lamp".split()  # noqa: SIM905 - a list of words
    texts = {f"K{at:02d}": " ".join(np.random.default_rng(at).choice(words, 12)) + "." for at in range(count)}
    piles, not_sorted = find_first_sort(make_class_set(texts), SETTINGS)
    assert all(len(pile.members) > 1 for pile in piles)
    assert len(not_sorted) <= count / 2


def test_too_few_pieces_are_not_sorted(make_class_set: MakeClassSet) -> None:
    """Below five pieces with words on them there are no piles."""
    texts = {f"K{at:02d}": "The water dried." for at in range(4)} | {"B11": "", "B12": "..."}
    piles, not_sorted = find_first_sort(make_class_set(texts), SETTINGS)
    assert piles == ()
    assert set(not_sorted) == set(texts)


def test_equal_answers_do_not_break_the_sort(make_class_set: MakeClassSet) -> None:
    """A class in which all wrote the same is sorted without an error, and nothing is called reliable."""
    piles, _ = find_first_sort(make_class_set({f"K{at:02d}": "It evaporated." for at in range(8)}), SETTINGS)
    assert not any(pile.is_reliable for pile in piles)


def test_piles_in_rows_without_piles_are_rarely_reliable(make_class_set: MakeClassSet) -> None:
    """Words drawn at random make piles, but hardly ever reliable ones."""
    words = "sun wind rain snow river stone tree bird fish road house lamp".split()  # noqa: SIM905 - a list of words
    called = 0
    for seed in range(6):
        rng = np.random.default_rng(seed)
        texts = {f"K{at:02d}": " ".join(rng.choice(words, 10)) + "." for at in range(20)}
        called += any(pile.is_reliable for pile in find_first_sort(make_class_set(texts), SETTINGS)[0])
    assert called <= 1


def test_families_that_agree_make_a_longer_axis() -> None:
    """Four that say the same make one of twice the length; four that have nothing in common make no longer one."""
    rng = np.random.default_rng(1)
    said = np.repeat([-1.0, 1.0], 100)
    assert join_growth([said] * 4).std() == pytest.approx(2)
    assert join_growth([said]).std() == pytest.approx(1)
    unrelated = [rng.standard_normal(4000) for _ in range(4)]
    assert join_growth(unrelated).std() == pytest.approx(1, abs=0.05)
