"""How steady piles are, beside sets that have none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.find.craft_steadiness import NOT_JUDGED
from pipeline.find.cutting import sort_rows
from pipeline.find.halves import SeenAgain
from pipeline.find.pile_steadiness import measure_growth_piles, measure_word_piles
from pipeline.find.steadiness import is_above
from pipeline.records.patterns import ClassSet, ObservationKind, Steadiness
from pipeline.settings import FindingSettings

SETTINGS = FindingSettings(resamples=40)
CODES = tuple(f"K{at:02d}" for at in range(24))


@dataclass(frozen=True, slots=True)
class Shown(ObservationKind):
    """An observation of which is known what it sees in the halves of each piece."""

    halves: Mapping[str, tuple[float, float]]

    def see_again(self, piece: str, *_: str) -> SeenAgain:
        """Return what is known of the piece."""
        return self.halves.get(piece), None


def measure(rows: NDArray[np.float64]) -> list[Steadiness]:
    return measure_word_piles(sort_rows(rows), SETTINGS, np.random.default_rng(0))


@pytest.fixture
def measure_shown(make_class_set: Callable[..., ClassSet]) -> Callable[..., Steadiness]:
    """What observations see in the halves of 24 pieces in, how steady their axis is out."""

    def measure_halves(**halves: Mapping[str, tuple[float, float]]) -> Steadiness:
        class_set = make_class_set({code: "word " * (100 + at * 7 % 24) for at, code in enumerate(CODES)})
        kinds = tuple(Shown(key.replace("_", "-"), "words", "", "", "test", seen) for key, seen in halves.items())
        return measure_growth_piles(replace(class_set, kinds=kinds), SETTINGS).steadiness

    return measure_halves


def draw_halves(seed: int, *, agrees: bool) -> dict[str, tuple[float, float]]:
    """Return two halves of each piece that are the same but for a little, or have nothing to do with each other."""
    rng = np.random.default_rng(seed)
    meant = np.random.default_rng(99).standard_normal(len(CODES))
    halves = [meant + 0.4 * rng.standard_normal(len(CODES)) if agrees else rng.random(len(CODES)) for _ in range(2)]
    return {code: (float(one), float(other)) for code, one, other in zip(CODES, *halves, strict=True)}


def test_piles_that_lie_apart_are_steady() -> None:
    """Each is found again in every look, and all lie farther apart than chance lays them; one judgement a pile."""
    apart = np.repeat([[0.0, 0, 0], [8.0, 0, 0], [0, 8.0, 0]], 10, axis=0)
    held = measure(apart + 0.5 * np.random.default_rng(0).standard_normal((30, 3)))
    assert len(held) == 3
    assert all(is_above(one) and one.value > 0.9 for one in held)
    assert all(one.sentence.startswith("Holds in 10 of 10 looks, and the piles lie farther apart") for one in held)


def test_how_much_of_them_lies_between_piles() -> None:
    """Three points a pile: all the distance lies between, and none where all pieces are one."""
    points = np.repeat([[0.0, 0, 0], [8.0, 0, 0], [0, 8.0, 0]], 5, axis=0)
    assert {one.value for one in measure(points)} == {1.0}
    assert not any(is_above(one) for one in measure(np.ones((15, 3))))


def test_fewer_than_a_dozen_pieces_are_not_judged() -> None:
    """Two lumps on one line may be one word that some use."""
    apart = np.repeat([[0.0, 0, 0], [8.0, 0, 0]], 5, axis=0) + np.random.default_rng(0).standard_normal((10, 3))
    assert measure(apart) == [NOT_JUDGED.steadiness] * 2


def test_rows_without_piles_do_not() -> None:
    """Cut all the same, they are said to be weak: in at most one of eight sets is a pile above its null."""
    called = 0
    for seed in range(8):
        judged = measure(np.random.default_rng(seed).standard_normal((24, 5)))
        called += any(is_above(one) for one in judged)
        assert all(0 <= one.value <= 1 and 0 < one.p <= 1 for one in judged)
        assert all(("weak" in one.sentence) == (one.value <= one.null_95) for one in judged)
    assert called <= 1


def test_uneven_axes_are_no_piles() -> None:
    """Two words that a third of the pieces have each, dealt out by chance, cut well and show nothing."""
    called = 0
    for seed in range(8):
        rng = np.random.default_rng(seed)
        has = np.column_stack([rng.permutation(np.repeat([0.0, 9.0], [20, 10])) for _ in range(2)])
        called += any(is_above(one) for one in measure(has + 0.3 * rng.standard_normal((30, 2))))
    assert called <= 1


def test_an_axis_on_which_halves_agree_is_steady(measure_shown: Callable[..., Steadiness]) -> None:
    """One half of a piece says where the other lies."""
    judged = measure_shown(
        rare_words=draw_halves(1, agrees=True), long_words=draw_halves(2, agrees=True),
        many_links=draw_halves(3, agrees=True), adding_words=draw_halves(4, agrees=True),
    )  # fmt: skip
    assert is_above(judged)
    assert judged.value > 0.6


def test_an_axis_of_chance_is_not(measure_shown: Callable[..., Steadiness]) -> None:
    """In at most one of ten sets whose halves have nothing in common."""
    called = [
        is_above(measure_shown(rare_words=draw_halves(at, agrees=False), long_words=draw_halves(at + 50, agrees=False)))
        for at in range(10)
    ]
    assert sum(called) <= 1


def test_what_could_not_be_halved_is_not_judged(measure_shown: Callable[..., Steadiness]) -> None:
    """Neither an observation without halves, nor one that is in no family with another, nor too few pieces."""
    seen = draw_halves(1, agrees=True)
    few = {code: seen[code] for code in CODES[:5]}
    assert measure_shown(rare_words={}, long_words={}) == NOT_JUDGED.steadiness
    assert measure_shown(rare_words=seen) == NOT_JUDGED.steadiness
    assert measure_shown(rare_words=few, long_words=few) == NOT_JUDGED.steadiness
