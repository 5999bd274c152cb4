"""Observations that are about the same become one broad way of writing."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.find.craft_rule import HIGH
from pipeline.find.craft_table import CraftTable, Way, cut_group, find_way, fit_part
from pipeline.find.families import (
    FAMILIES,
    find_family_ways,
    leave_out_members,
    list_families,
    measure_family,
    measure_growth,
    standardise,
)
from pipeline.observe import CONVENTION_KINDS, KINDS
from pipeline.records.patterns import ObservationKind

LONG_WORDS = FAMILIES[0]
RISING = np.arange(1.0, 21.0)
LENGTHS = np.log1p(np.random.default_rng(3).permutation(20) + 100.0)


def tabulate(**strengths: NDArray[np.float64]) -> CraftTable:
    """Return the table of observations named with _ for -, on pieces of one length."""
    named = {key.replace("_", "-"): column for key, column in strengths.items()}
    kinds = {key: ObservationKind(key, "words", f"has {key}", "", "test") for key in named}
    return CraftTable(kinds, named, np.full(20, 5.0))


def find(table: CraftTable, key: str) -> Way:
    way = find_way(table, key, HIGH)
    assert way is not None
    return way


def test_families_are_made_of_what_is_observed() -> None:
    """Each observation is one that there is, and in one family."""
    counts = Counter(key for family in FAMILIES for key in family.keys)
    assert set(counts) <= {kind.key for kind in (*KINDS, *CONVENTION_KINDS)}
    assert set(counts.values()) == {1}
    assert {family.sign for family in FAMILIES} == {1, -1}


def test_one_observation_is_no_family() -> None:
    """Two of a family are, in the family's order; what is in none makes none."""
    assert list_families(["rare-words", "many-links", "quotes-text"]) == []
    assert list_families(["rare-words", "quotes-text", "different-words"]) == [
        (LONG_WORDS, ("different-words", "rare-words"))
    ]


def test_a_family_is_steadier_than_one_observation() -> None:
    """The mean of five looks with chance in them lies nearer to what is looked for than any one of them."""
    rng = np.random.default_rng(0)
    meant = rng.standard_normal(200)
    looks = [meant + 1.5 * rng.standard_normal(200) for _ in range(5)]
    length = rng.standard_normal(200)
    together = np.corrcoef(measure_family(looks, length), meant)[0, 1]
    assert together > max(np.corrcoef(one, meant)[0, 1] for one in looks)


def test_only_ranks_count() -> None:
    """One piece far above all others does not make the family; neither does the unit of a measure."""
    plain = measure_family([RISING, RISING[::-1]], LENGTHS)
    assert measure_family([RISING**5, RISING[::-1] * 100], LENGTHS) == pytest.approx(plain)


def test_length_is_held_constant() -> None:
    """Nothing of a family's measure is explained by length; what only follows length has nothing left but chance."""
    rng = np.random.default_rng(5)
    measured = measure_family([RISING, rng.random(20), LENGTHS + 0.01 * rng.random(20)], LENGTHS)
    assert float(np.corrcoef(measured, LENGTHS)[0, 1]) == pytest.approx(0, abs=1e-9)
    assert measured.std() == pytest.approx(1)


def test_what_writers_grow_out_of_counts_the_other_way() -> None:
    """The piece with most long words is grown furthest, the piece that runs on most least."""
    grown = {"rare-words": RISING, "long-words": RISING}
    outgrown = {"runs-together": RISING, "ties-with-and": RISING}
    flat = np.full(20, 5.0)
    (up,), (down,) = measure_growth(grown, flat), measure_growth(outgrown, flat)
    assert np.argsort(up).tolist() == list(range(20))
    assert np.argsort(down).tolist() == list(range(19, -1, -1))
    assert len(measure_growth(grown | outgrown, flat)) == 2


def test_values_that_do_not_differ_are_all_zero() -> None:
    """Otherwise their mean is 0 and their deviation 1."""
    assert standardise(np.full(4, 7.0)).tolist() == [0, 0, 0, 0]
    assert standardise(np.array([1.0, 3.0])).tolist() == [-1, 1]


def test_a_familys_way_is_shown_by_those_who_show_most_of_it() -> None:
    """Under its own name; the upper half of the set."""
    (way,) = find_family_ways(tabulate(rare_words=RISING, long_words=RISING**2, many_links=RISING))
    assert way.name == LONG_WORDS.name
    assert way.rule.keys == ("rare-words", "long-words")
    assert np.flatnonzero(way.members).tolist() == list(range(10, 20))


def test_an_observation_that_counts_in_a_family_is_not_shown_again() -> None:
    """One that is in no shown family stays."""
    table = tabulate(rare_words=RISING, long_words=RISING, many_links=RISING)
    alone = [find(table, key) for key in table.kinds]
    left = leave_out_members(alone, find_family_ways(table))
    assert [way.rule.keys for way in left] == [("many-links",)]
    assert leave_out_members(alone, []) == alone
    mixed = cut_group(table, (fit_part(table, "rare-words", HIGH), fit_part(table, "many-links", HIGH)))
    assert mixed is not None
    assert leave_out_members([mixed], find_family_ways(table)) == [mixed]
