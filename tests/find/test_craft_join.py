"""Ways that the same pieces show become one; ways of different pieces stay two."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pipeline.find.craft_join import join_ways
from pipeline.find.craft_rule import HIGH
from pipeline.find.craft_table import CraftTable, Way, find_way, find_ways
from pipeline.records.patterns import ObservationKind


def _tabulate(**strengths: NDArray[np.float64]) -> CraftTable:
    kinds = {key: ObservationKind(key, "organisation", f"has {key}", "", "test") for key in strengths}
    return CraftTable(kinds, strengths, np.full(20, 5.0))


RISING = np.arange(1.0, 21.0)
TABLE = _tabulate(also=RISING, because=RISING**2, first=np.roll(RISING, 7))


def test_what_goes_together_is_joined() -> None:
    """Two observations in one order are one way, led by the clearer one; the third stays alone."""
    joined = join_ways(TABLE, find_ways(TABLE), {"also": 0.2, "because": 0.9, "first": 0.5})
    assert sorted(way.rule.keys for way in joined) == [("because", "also"), ("first",)]


def test_a_clear_gap_cuts_the_group() -> None:
    """Where five pieces stand far above all others the group is these five, else a third."""
    gap = np.array([1.0] * 15 + [9.0, 9.1, 9.2, 9.3, 9.4]) + np.arange(20) / 1000
    way = find_way(_tabulate(because=gap), "because", HIGH)
    assert isinstance(way, Way)
    assert np.flatnonzero(way.members).tolist() == [15, 16, 17, 18, 19]


def test_what_few_show_is_found_by_presence() -> None:
    """Where most lack it, those who show it at all belong; two are no pattern."""
    four = np.array([0.0] * 16 + [1.0, 0.1, 2.0, 0.5])
    way = find_way(_tabulate(because=four), "because", HIGH)
    assert isinstance(way, Way)
    assert np.flatnonzero(way.members).tolist() == [16, 17, 18, 19]
    assert find_way(_tabulate(because=np.array([0.0] * 18 + [1.0, 2.0])), "because", HIGH) is None
